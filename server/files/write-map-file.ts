import { tmpdir } from "node:os";
import { drawnFormatNames } from "#shared/formats/drawn/drawing.ts";
import type { ExportOptions } from "#shared/formats/export-options.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { type FormatInfo, loadFormat } from "#shared/formats/registry.ts";
import { assert } from "#shared/lib/assert.ts";
import type { PlainMap } from "#shared/model/index.ts";

/**
 * A map, or the part that the options choose, as a file in a format that can be written. `madeAt`, in milliseconds since
 * 1970, is told by files that tell when they were made; files that pictures need meanwhile lie in `scratch`. Rejects with a `DrawingError` where a picture cannot be had.
 */
export async function writeMapFile(
  map: PlainMap,
  format: FormatInfo,
  options: ExportOptions,
  madeAt: number,
  scratch: string = tmpdir(),
): Promise<Uint8Array> {
  const drawn = drawnFormatNames.find((name) => name === format.name);
  if (drawn !== undefined) {
    // Brings engines and fonts, which all other formats do without.
    const { renderMap } = await import("../pictures/index.ts");
    return renderMap({ map, format: drawn, options, date: options.date, madeAt, scratch });
  }
  const { write } = await loadFormat(format.name);
  assert(write !== undefined, "only formats that can be written are asked for");
  return new TextEncoder().encode(write(partOf(map, options), options.lang));
}
