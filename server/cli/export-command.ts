import { parseArgs } from "node:util";
import { callServer } from "./call-server.ts";
import { type Command, CommandError, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { explainFault } from "./data-dir.ts";
import { exportFlags, flagsHelp, formatsHelp, givenFlags, readFlags } from "./export-flags.ts";
import { targetFormat } from "./format-of-file.ts";
import { readMapAddress, secretVariable } from "./map-address.ts";
import { lossesSentence, type ToldLoss } from "./told-losses.ts";

const usage = `counterpoint export <link of a map> <out> [--to <format>] [options]

Writes a map that lies at a server as a file. The format is told by the ending of <out>, or named;
"-" is standard output. What the file is without is told on standard error. The secret of the link
may be in ${secretVariable} instead, where other users of the machine cannot see it.

  counterpoint export "http://localhost:4321/m/<id>#<secret>" debate.json
  counterpoint export "https://maps.example.org/m/<id>#<secret>" - --to outline

  --json    tells what was done as JSON on standard output
${flagsHelp}
${formatsHelp}`;

export const exportCommand: Command = {
  name: "export",
  summary: "write a map of a server as a file",
  usage,
  run: exportMap,
};

async function exportMap(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...exportFlags, to: { type: "string" }, json: { type: "boolean" } },
  });
  const [link, out, ...others] = positionals;
  if (link === undefined || out === undefined || others.length > 0)
    throw new UsageError('"export" needs the link of a map and a file to write.');
  if (values.json && out === "-")
    throw new UsageError("--json and the file cannot both go to standard output.");
  const { server, id, secret } = readMapAddress(link, io.environment);
  const format = targetFormat(values.to, out);
  readFlags(format, values);
  const address = `${server}/api/maps/${id}/export/${format.name}`;
  const query = new URLSearchParams(givenFlags(values)).toString();
  const init = { headers: { authorization: `Bearer ${secret}` } };
  const file = await callServer(io, `${address}?${query}`, init);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (out === "-") io.stdout(bytes);
  else
    await io.files.write(out, bytes).catch((error: unknown) => {
      throw new CommandError(`${out} cannot be written: ${explainFault(error)}`);
    });
  const told = await (await callServer(io, `${address}/losses?${query}`, init)).json();
  const losses = lossesIn(told);
  io.stderr(lossesSentence(out === "-" ? "The file" : out, losses));
  if (values.json) io.stdout(`${JSON.stringify({ out, to: format.name, losses }, null, 2)}\n`);
  return 0;
}

function lossesIn(told: unknown): readonly ToldLoss[] {
  if (typeof told !== "object" || told === null || !("losses" in told) || !Array.isArray(told.losses))
    return [];
  return told.losses.filter(
    (loss: unknown) =>
      typeof loss === "object" &&
      loss !== null &&
      "feature" in loss &&
      typeof loss.feature === "string" &&
      "count" in loss &&
      typeof loss.count === "number" &&
      (!("characters" in loss) || typeof loss.characters === "string"),
  );
}
