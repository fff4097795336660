import { nanoid } from "nanoid";
import type { Diagnostic } from "#shared/formats/diagnostic.ts";
import { type FormatInfo, guessFormat, infoOf, loadFormat } from "#shared/formats/registry.ts";
import { unreadSigns } from "#shared/formats/unread-signs.ts";
import { assert } from "#shared/lib/assert.ts";
import { createIdSource, type PlainMap } from "#shared/model/index.ts";
import { decodeText } from "../files/index.ts";
import { CommandError, type CommandIo } from "./command.ts";
import { explainFault } from "./data-dir.ts";
import { namedFormat } from "./format-of-file.ts";

/** A file that was read as a map. */
export type MapFile = Readonly<{
  name: string;
  format: FormatInfo;
  map: PlainMap;
  diagnostics: readonly Diagnostic[];
}>;

/** What a file holds, and in what format it is: the one named with `--from`, or the one it looks like. */
export async function readTextFile(
  io: CommandIo,
  name: string,
  from: string | undefined,
): Promise<Readonly<{ content: string; format: FormatInfo }>> {
  const named = from === undefined ? undefined : namedFormat(from, "canRead", "--from");
  const content = decodeText(await bytesOf(io, name));
  if (named !== undefined) return { content, format: named };
  const guessed = guessFormat(name === "-" ? "" : name, content);
  if (guessed === undefined)
    throw new CommandError(`${nameOf(name)}: the format cannot be told. Say it with --from.`);
  return { content, format: infoOf(guessed) };
}

/** Reads a file as a map; `-` is the standard input. */
export async function readMapFile(io: CommandIo, name: string, from: string | undefined): Promise<MapFile> {
  const { content, format } = await readTextFile(io, name, from);
  const { read } = await loadFormat(format.name);
  assert(read !== undefined, "a format that cannot be read was found by its name");
  const { map, diagnostics } = read(content, { createId: createIdSource(nanoid), now: io.now(), author: "" });
  return { name: nameOf(name), format, map, diagnostics: [...unreadSigns(content), ...diagnostics] };
}

/** Whether nothing could be read. */
export function isUnread({ diagnostics }: Pick<MapFile, "diagnostics">): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** How a file is called in messages. */
export function nameOf(name: string): string {
  return name === "-" ? "standard input" : name;
}

async function bytesOf(io: CommandIo, name: string): Promise<Uint8Array> {
  if (name === "-") return io.readInput();
  return io.files.read(name).catch((error: unknown) => {
    throw new CommandError(`${name} cannot be read: ${explainFault(error)}`);
  });
}
