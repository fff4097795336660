import type { Rect } from "#shared/diagram/index.ts";
import type { Diagnostic } from "#shared/formats/diagnostic.ts";
import { type FormatName, guessFormat, loadFormat } from "#shared/formats/registry.ts";
import { mapBounds, withPlaces } from "#shared/layout/index.ts";
import { type CreateId, emptyMap, type PlainMap, withFreshIds } from "#shared/model/index.ts";
import { packPlainMap, unpackPlainMap } from "../../canvas/packed-map.ts";

/** A file to be looked into; where no format is given, it is guessed. */
export type FileToRead = Readonly<{
  fileName: string;
  text: string;
  format: FormatName | null;
  now: number;
  author: string;
}>;

/** What a file came to: with its cards at places among themselves, and ids that nothing else has. */
export type FileRead = Readonly<{
  /** Null: it is nothing that can be read. */
  format: FormatName | null;
  map: PlainMap;
  /** Around all cards; null where there are none. */
  bounds: Rect | null;
  findings: readonly Diagnostic[];
}>;

/** Reads a file and lays it out, which takes seconds of large ones: for a worker. */
export async function readFile(file: FileToRead, createId: CreateId): Promise<FileRead> {
  const { text, now, author } = file;
  const format = file.format ?? guessFormat(file.fileName, text) ?? null;
  const read = format && (await loadFormat(format)).read;
  if (!read)
    return { format: null, map: emptyMap({ title: "", createdAt: now }), bounds: null, findings: [] };
  const { map, diagnostics } = read(text, { createId, now, author });
  const placed = withPlaces(withFreshIds(map, createId, () => true));
  return { format, map: placed, bounds: mapBounds(placed) ?? null, findings: diagnostics };
}

type Packed = Omit<FileRead, "map"> & Readonly<{ map: string }>;

/** As one text, for the page's thread. */
export function packFileRead(read: FileRead): string {
  const packed: Packed = { ...read, map: packPlainMap(read.map) };
  return JSON.stringify(packed);
}

/** Reads what `packFileRead` wrote. */
export function unpackFileRead(text: string): FileRead {
  const packed: Packed = JSON.parse(text);
  return { ...packed, map: unpackPlainMap(packed.map) };
}
