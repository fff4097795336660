import { parseArgs } from "node:util";
import { type Finding, lintMap } from "#shared/evaluation/index.ts";
import { checkMap } from "#shared/model/index.ts";
import type { ApiDiagnostic } from "#shared/protocol/api.ts";
import { type Command, CommandError, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { expandPatterns } from "./expand-patterns.ts";
import { formatsHelp } from "./export-flags.ts";
import { lineOf } from "./findings.ts";
import { isUnread, type MapFile, nameOf, readMapFile } from "./map-file.ts";

const usage = `counterpoint check <file>... [--from <format>] [--no-lint] [--json]

Reads files as maps and tells what is wrong with them, a line each:
file:line:column severity CODE message. What the reader found comes first, then rules of maps that are
broken, then what could be better about the argument (LINT_...), which --no-lint leaves out.
Exit code 1: something is an error or a warning, or a file cannot be read.

  counterpoint check debate.argdown
  counterpoint check "maps/**/*.json"
  cat debate.txt | counterpoint check - --from kialo --json

${formatsHelp}`;

export const checkCommand: Command = {
  name: "check",
  summary: "say what is wrong with files of maps",
  usage,
  run: check,
};

type Checked = Readonly<{
  file: string;
  /** Null where it could not be told. */
  format: string | null;
  findings: readonly ApiDiagnostic[];
  /** Why the file could not even be opened. */
  fault?: string;
}>;

async function check(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { from: { type: "string" }, "no-lint": { type: "boolean" }, json: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError('"check" needs files to read.');
  const files = await expandPatterns(positionals, io.files);
  const report: Checked[] = [];
  for (const name of files) {
    const checked = await checkOne(io, name, values.from, values["no-lint"] !== true);
    report.push(checked);
    if (checked.fault !== undefined) io.stderr(`${checked.fault}\n`);
    if (!values.json) for (const found of checked.findings) io.stdout(lineOf(checked.file, found));
  }
  if (values.json) io.stdout(`${JSON.stringify({ files: report }, null, 2)}\n`);
  const isWrong = report.some(
    ({ fault, findings }) => fault !== undefined || findings.some(({ severity }) => severity !== "info"),
  );
  if (!values.json && !isWrong) io.stderr(`Nothing is wrong with ${files.length === 1 ? "it" : "them"}.\n`);
  return isWrong ? 1 : 0;
}

/** Checks one of several: what is wrong with one file is not wrong with the next. */
async function checkOne(
  io: CommandIo,
  name: string,
  from: string | undefined,
  withLint: boolean,
): Promise<Checked> {
  try {
    const file = await readMapFile(io, name, from);
    return { file: file.name, format: file.format.name, findings: findingsOf(file, withLint) };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { file: nameOf(name), format: null, findings: [], fault: error.message };
  }
}

function findingsOf(file: MapFile, withLint: boolean): readonly ApiDiagnostic[] {
  if (isUnread(file)) return file.diagnostics;
  const broken = checkMap(file.map).map(
    ({ rule, message }): ApiDiagnostic => ({ code: `RULE_${rule}`, severity: "error", message }),
  );
  const advice = withLint ? lintMap(file.map).map(adviceOf) : [];
  return [...file.diagnostics, ...broken, ...advice];
}

function adviceOf({ code, severity, message, ids }: Finding): ApiDiagnostic {
  return { code, severity: severity === "hint" ? "info" : severity, message, path: ids.join(", ") };
}
