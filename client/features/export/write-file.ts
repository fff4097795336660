import type { ExportOptions } from "#shared/formats/export-options.ts";
import type { Loss } from "#shared/formats/features.ts";
import { lossesOfFile } from "#shared/formats/losses-of-file.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { type FormatName, infoOf, loadFormat } from "#shared/formats/registry.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";

/** What is to be written. */
export type FileToWrite = Readonly<{
  format: FormatName;
  /** The whole map, packed: `options` choose a part of it. */
  map: string;
  options: ExportOptions;
  /** In milliseconds since 1970, for files that tell when they were made. */
  madeAt: number;
}>;

/** What a map comes to in a format. */
export type FileWritten = Readonly<{
  /** The file; null where it is drawn and not written. */
  text: string | null;
  losses: readonly Loss[];
}>;

/** What the thread that writes answers; `fault` is why there is nothing, as the engine says it. */
export type WriterAnswer = FileWritten | Readonly<{ fault: string }>;

/** Writes a text, and says what will be missing from any file. Takes seconds of large maps: for a worker. */
export async function writeFile({ format, map, options }: FileToWrite): Promise<FileWritten> {
  const { write } = await loadFormat(format);
  const part = partOf(unpackPlainMap(map), options);
  const text = infoOf(format).isDrawn ? null : (write?.(part, options.lang) ?? null);
  return { text, losses: await lossesOfFile(part, format, options, text ?? undefined) };
}
