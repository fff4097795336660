import { parseArgs } from "node:util";
import type { ImportResponse } from "#shared/protocol/api.ts";
import { callServer, RefusalError } from "./call-server.ts";
import { type Command, CommandError, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { expandPatterns } from "./expand-patterns.ts";
import { formatsHelp } from "./export-flags.ts";
import { lineOf } from "./findings.ts";
import { readMapAddress, secretVariable } from "./map-address.ts";
import { nameOf, readTextFile } from "./map-file.ts";

const usage = `counterpoint import <file>... --map <link of a map> [--from <format>] [--dry-run] [--json]

Adds what files hold to a map that lies at a server, beside what is there. Everybody who has the map
open sees it come. The link must be one for editing; its secret may be in ${secretVariable} instead.
With --dry-run nothing is added, and it is told what would be. Exit code 1: a file was not added.

  counterpoint import debate.argdown --map "http://localhost:4321/m/<id>#<secret>"
  counterpoint import "notes/*.txt" --map "https://maps.example.org/m/<id>#<secret>" --dry-run

${formatsHelp}`;

export const importCommand: Command = {
  name: "import",
  summary: "add what files hold to a map of a server",
  usage,
  run: importFiles,
};

/** The format is null where it could not be told. */
type Outcome = Readonly<{ file: string; format: string | null }> &
  (Pick<ImportResponse, "added" | "diagnostics"> | Readonly<{ refused: string }>);

async function importFiles(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      map: { type: "string" },
      from: { type: "string" },
      "dry-run": { type: "boolean" },
      json: { type: "boolean" },
    },
  });
  if (positionals.length === 0) throw new UsageError('"import" needs files to read.');
  if (values.map === undefined) throw new UsageError("Say with --map to which map it is to be added.");
  const { server, id, secret } = readMapAddress(values.map, io.environment);
  const query = values["dry-run"] ? "?dry-run=1" : "";
  const outcomes: Outcome[] = [];
  const files = await expandPatterns(positionals, io.files);
  for (const name of files) {
    const file = nameOf(name);
    let format: string | null = null;
    try {
      const read = await readTextFile(io, name, values.from);
      format = read.format.name;
      const response = await callServer(io, `${server}/api/maps/${id}/import/${format}${query}`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}` },
        body: read.content,
      });
      const { added, diagnostics } = (await response.json()) as ImportResponse;
      for (const found of diagnostics) io.stderr(lineOf(file, found));
      if (!values.json) io.stdout(`${file}: ${told(added, values["dry-run"] ?? false)}\n`);
      outcomes.push({ file, format, added, diagnostics });
    } catch (error) {
      // What is wrong with one file is not wrong with the next.
      if (!(error instanceof CommandError)) throw error;
      if (error instanceof RefusalError)
        for (const found of error.diagnostics) io.stderr(lineOf(file, found));
      io.stderr(error instanceof RefusalError ? `${file}: ${error.message}\n` : `${error.message}\n`);
      outcomes.push({ file, format, refused: error.message });
    }
  }
  if (values.json) io.stdout(`${JSON.stringify({ files: outcomes }, null, 2)}\n`);
  return outcomes.every((outcome) => "added" in outcome) ? 0 : 1;
}

function told(added: number, isTrial: boolean): string {
  const things = added === 1 ? "one thing" : `${added} things`;
  return isTrial ? `would add ${things}.` : `added ${things}.`;
}
