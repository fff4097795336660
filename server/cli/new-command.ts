import { parseArgs } from "node:util";
import type { CreateMapResponse } from "#shared/protocol/api.ts";
import { linkNames } from "#shared/protocol/roles.ts";
import { callServer, RefusalError } from "./call-server.ts";
import { type Command, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { formatsHelp } from "./export-flags.ts";
import { lineOf } from "./findings.ts";
import { nameOf, readTextFile } from "./map-file.ts";

const defaultServer = "http://localhost:4321";

const usage = `counterpoint new [<file>] [--title <title>] [--server <url>] [--from <format>] [--json]

Makes a map at a server, empty or from a file, and prints its links: whoever has one can open the map
in that role. They cannot be had again without the owner's. The server is ${defaultServer} unless
--server or PUBLIC_URL names another.

  counterpoint new --title "Open or closed?"
  counterpoint new debate.argdown --server https://maps.example.org --json

${formatsHelp}`;

export const newCommand: Command = {
  name: "new",
  summary: "make a map at a server and print its links",
  usage,
  run: makeMap,
};

async function makeMap(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      title: { type: "string" },
      server: { type: "string" },
      from: { type: "string" },
      json: { type: "boolean" },
    },
  });
  if (positionals.length > 1) throw new UsageError('"new" takes one file at most.');
  const server = values.server ?? (io.environment["PUBLIC_URL"] || defaultServer);
  if (!URL.canParse(server))
    throw new UsageError(`"${server}" is no address, such as https://maps.example.org.`);
  const [name] = positionals;
  const file = name === undefined ? undefined : await readTextFile(io, name, values.from);
  const request = {
    title: values.title,
    ...(file === undefined ? {} : { format: file.format.name, content: file.content }),
  };
  try {
    const response = await callServer(io, new URL("/api/maps", server).href, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    const made = (await response.json()) as CreateMapResponse;
    for (const found of made.diagnostics) io.stderr(lineOf(nameOf(name ?? "-"), found));
    io.stdout(
      values.json
        ? `${JSON.stringify({ id: made.id, links: made.links }, null, 2)}\n`
        : linkNames.map((link) => `${link.padEnd(8)} ${made.links[link]}\n`).join(""),
    );
    return 0;
  } catch (error) {
    if (error instanceof RefusalError)
      for (const found of error.diagnostics) io.stderr(lineOf(nameOf(name ?? "-"), found));
    throw error;
  }
}
