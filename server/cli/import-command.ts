import { parseArgs } from "node:util";
import type { ImportResponse } from "#shared/protocol/api.ts";
import { callServer, RefusalError } from "./call-server.ts";
import { type Command, type CommandIo, type ExitCode, UsageError } from "./command.ts";
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

type Outcome = Readonly<{ file: string; format: string }> &
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
  for (const name of await expandPatterns(positionals, io.files)) {
    const { content, format } = await readTextFile(io, name, values.from);
    const file = { file: nameOf(name), format: format.name };
    try {
      const response = await callServer(io, `${server}/api/maps/${id}/import/${format.name}${query}`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}` },
        body: content,
      });
      const { added, diagnostics } = (await response.json()) as ImportResponse;
      for (const found of diagnostics) io.stderr(lineOf(file.file, found));
      if (!values.json) io.stdout(`${file.file}: ${told(added, values["dry-run"] ?? false)}\n`);
      outcomes.push({ ...file, added, diagnostics });
    } catch (error) {
      // What is wrong with one file is not wrong with the next.
      if (!(error instanceof RefusalError)) throw error;
      for (const found of error.diagnostics) io.stderr(lineOf(file.file, found));
      io.stderr(`${file.file}: ${error.message}\n`);
      outcomes.push({ ...file, refused: error.message });
    }
  }
  if (values.json) io.stdout(`${JSON.stringify({ files: outcomes }, null, 2)}\n`);
  return outcomes.every((outcome) => "added" in outcome) ? 0 : 1;
}

function told(added: number, isTrial: boolean): string {
  const things = added === 1 ? "one thing" : `${added} things`;
  return isTrial ? `would add ${things}.` : `added ${things}.`;
}
