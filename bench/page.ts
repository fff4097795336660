/** docs/benchmarks.md: each bench has a part of its own there, and leaves those of the others alone. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const page = join(import.meta.dirname, "../docs/benchmarks.md");
const head = "# Benchmarks\n\nEach part is written by the command that it names; do not edit.\n";

/** Puts `text` in place of the part of that name, or at the end where there is none yet. */
export function writePart(name: string, text: string): void {
  const before = existsSync(page) ? readFileSync(page, "utf8") : undefined;
  writeFileSync(page, withPart(before, name, text));
}

/** As `writePart`, on text. */
export function withPart(before: string | undefined, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const part = `${begin}\n\n${text.trim()}\n\n${end}\n`;
  const whole = before ?? head;
  const from = whole.indexOf(begin);
  const to = whole.indexOf(end, from);
  if (from < 0 || to < 0) return `${whole.trimEnd()}\n\n${part}`;
  return `${whole.slice(0, from)}${part}${whole.slice(to + end.length).replace(/^\n/, "")}`;
}

/** A table in Markdown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}
