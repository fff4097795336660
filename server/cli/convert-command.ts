import { join } from "node:path";
import { parseArgs } from "node:util";
import { DrawingError } from "#shared/formats/drawn/drawing.ts";
import type { ExportOptions } from "#shared/formats/export-options.ts";
import type { Loss } from "#shared/formats/features.ts";
import { lossesOfFile } from "#shared/formats/losses-of-file.ts";
import { partOf } from "#shared/formats/part-of.ts";
import type { FormatInfo } from "#shared/formats/registry.ts";
import { writeMapFile } from "../files/index.ts";
import { type Command, CommandError, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { explainFault } from "./data-dir.ts";
import { expandPatterns } from "./expand-patterns.ts";
import { exportFlags, flagsHelp, formatsHelp, readFlags } from "./export-flags.ts";
import { lineOf } from "./findings.ts";
import { namedFormat, targetFormat } from "./format-of-file.ts";
import { isUnread, type MapFile, nameOf, readMapFile } from "./map-file.ts";
import { outputNames } from "./output-names.ts";
import { lossesSentence } from "./told-losses.ts";

const usage = `counterpoint convert <in> <out> [--from <format>] [--to <format>] [options]

Reads a file as a map and writes it in another format. Formats are told by the files' endings and
contents, or named. "-" is standard input or output. With several files in, or a pattern, <out> is a
folder; files of one name keep the folders there that tell them apart. What the reader found, and what
the file written is without, is told on standard error. Exit code 1: a file could not be read or
written; the others are.

  counterpoint convert debate.argdown debate.json
  counterpoint convert debate.json debate.outline --to outline
  counterpoint convert "maps/**/*.argdown" json/ --to json
  cat debate.txt | counterpoint convert - - --from outline --to json > debate.json

  --json    tells what was done as JSON on standard output
${flagsHelp}
${formatsHelp}`;

export const convertCommand: Command = {
  name: "convert",
  summary: "turn a file of one format into one of another",
  usage,
  run: convert,
};

type Done = Readonly<{
  in: string;
  out: string | null;
  /** Null where it could not be told. */
  from: string | null;
  to: string;
  diagnostics: MapFile["diagnostics"];
  losses: readonly Loss[];
  /** Why there is no file, where the diagnostics do not say so. */
  fault?: string;
}>;

async function convert(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...exportFlags,
      from: { type: "string" },
      to: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const target = positionals.at(-1);
  if (positionals.length < 2 || target === undefined)
    throw new UsageError('"convert" needs a file to read and one to write.');
  if (values.json && target === "-")
    throw new UsageError("--json and the file cannot both go to standard output.");
  const sources = await expandPatterns(positionals.slice(0, -1), io.files);
  const isFolder = /[/\\]$/.test(target) || sources.length > 1 || (await io.files.isFolder(target));
  if (isFolder && target === "-")
    throw new UsageError("Several files need a folder to go to, not standard output.");
  const format = isFolder ? folderFormat(values.to) : targetFormat(values.to, target);
  const options = readFlags(format, values);
  const names = isFolder ? outputNames(sources, format.extensions[0]) : undefined;
  const done: Done[] = [];
  for (const source of sources) {
    const name = names?.get(source);
    const out = name === undefined ? target : join(target, name);
    done.push(await convertOne(io, source, values.from, { out, format, options }));
  }
  if (values.json) io.stdout(`${JSON.stringify({ files: done }, null, 2)}\n`);
  return done.every(({ out }) => out !== null) ? 0 : 1;
}

type Wanted = Readonly<{ out: string; format: FormatInfo; options: ExportOptions }>;

/** Does one of several: what is wrong with one file is not wrong with the next. */
async function convertOne(
  io: CommandIo,
  source: string,
  from: string | undefined,
  wanted: Wanted,
): Promise<Done> {
  const { out, format, options } = wanted;
  let done: Done = {
    in: nameOf(source),
    out: null,
    from: null,
    to: format.name,
    diagnostics: [],
    losses: [],
  };
  try {
    const file = await readMapFile(io, source, from);
    for (const found of file.diagnostics) io.stderr(lineOf(file.name, found));
    done = { ...done, from: file.format.name, diagnostics: file.diagnostics };
    if (isUnread(file)) return done;
    const losses = await lossesOfFile(partOf(file.map, options), format.name, options);
    await put(io, out, await fileOf(io, file, format, options));
    io.stderr(lossesSentence(out === "-" ? "The file" : out, losses));
    return { ...done, out, losses };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.stderr(`${error.message}\n`);
    return { ...done, fault: error.message };
  }
}

async function fileOf(
  io: CommandIo,
  file: MapFile,
  format: FormatInfo,
  options: ExportOptions,
): Promise<Uint8Array> {
  try {
    return await writeMapFile(file.map, format, options, io.now());
  } catch (error) {
    if (error instanceof DrawingError) throw new CommandError(`${file.name}: ${error.message}`);
    throw error;
  }
}

function folderFormat(name: string | undefined): FormatInfo {
  if (name === undefined) throw new UsageError("Say with --to in which format the files are to be written.");
  return namedFormat(name, "canWrite", "--to");
}

async function put(io: CommandIo, out: string, bytes: Uint8Array): Promise<void> {
  if (out === "-") {
    io.stdout(bytes);
    return;
  }
  await io.files.write(out, bytes).catch((error: unknown) => {
    throw new CommandError(`${out} cannot be written: ${explainFault(error)}`);
  });
}
