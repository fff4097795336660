import type { ExportOptions } from "#shared/formats/export-options.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { type FormatInfo, loadFormat } from "#shared/formats/registry.ts";
import { assert } from "#shared/lib/assert.ts";
import type { PlainMap } from "#shared/model/index.ts";

/** A map, or the part that the options choose, as a file in a format that can be written. */
export async function writeMapFile(
  map: PlainMap,
  format: FormatInfo,
  options: ExportOptions,
): Promise<Uint8Array> {
  const { write } = await loadFormat(format.name);
  assert(write !== undefined, "only formats that can be written are asked for");
  return new TextEncoder().encode(write(partOf(map, options)));
}
