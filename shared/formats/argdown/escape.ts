import { shortcodeAt } from "./shortcodes.ts";

/** Words on one line such that Argdown takes none of their signs for its own. */
export function escapeText(words: string): string {
  const escaped = words.replace(/[\\#*_[\]<>{}]|\/(?=[/*])|={3,}/g, (sign) =>
    sign.length === 1 ? `\\${sign}` : "\\=".repeat(sign.length),
  );
  return /[.:]\S+[.:]/.test(escaped) ? withoutShortcodes(escaped) : escaped;
}

/** Two stops in one word may make a sign of what is between them, and keep what is escaped there as it is written. */
function withoutShortcodes(escaped: string): string {
  return escaped.replace(/\\[\s\S]|[.:]/g, (found, at: number) => {
    if (found.length > 1) return found;
    const between = found === "." ? /\.\S+?\./y : /:\S+?:/y;
    between.lastIndex = at;
    const [taken] = between.exec(escaped) ?? [];
    const isTaken = taken !== undefined && (taken.includes("\\") || shortcodeAt(escaped, at) !== undefined);
    return isTaken ? `\\${found}` : found;
  });
}

type Datum = string | number | boolean | readonly Datum[] | Data;
/** What is said of something in YAML; what is undefined is left out. */
export type Data = Readonly<{ [key: string]: Datum | undefined }>;

/** Data between brackets on one line, with a space before it; nothing where there is none. */
export function dataAfter(data: Data): string {
  const flow = flowOf(data);
  return flow === "{}" ? "" : ` ${flow}`;
}

/** A value as YAML on one line in which no sign can be taken for the end of it. */
export function flowOf(value: Datum): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(flowOf).join(", ")}]`;
  const entries = Object.entries(value).flatMap(([key, part]) =>
    part === undefined ? [] : [`${key}: ${flowOf(part)}`],
  );
  return `{${entries.join(", ")}}`;
}

function isList(value: readonly Datum[] | Data): value is readonly Datum[] {
  return Array.isArray(value);
}

/** Signs that end data, a name before it or front matter, and those that YAML or a line does not take as they are, become numbers. */
function quoted(words: string): string {
  return JSON.stringify(words).replace(
    /[{}\]>=\u007f-\u00a0\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
