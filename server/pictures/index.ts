/** Maps drawn as files: what the server lends those who draw. */
import { tmpdir } from "node:os";
import { standingsOf, strengthsOf } from "#shared/evaluation/index.ts";
import { drawMap } from "#shared/formats/draw-map.ts";
import { showsLayer } from "#shared/formats/drawn/shows-layer.ts";
import { wordsIn } from "#shared/formats/drawn/words-in.ts";
import { partOf } from "#shared/formats/part-of.ts";
import type { PictureRequest } from "./ports.ts";
import { serverTools } from "./tools.ts";

export type { PictureRequest };

/**
 * Draws here and now, for up to some ten seconds: the caller does it in a thread with a deadline. Rejects with a
 * `DrawingError` whose sentence is for the person who asked, where the file would be too large.
 */
export async function renderMap({
  map,
  format,
  options,
  date,
  madeAt,
  scratch = tmpdir(),
}: PictureRequest): Promise<Uint8Array<ArrayBuffer>> {
  const job = {
    map: partOf(map, options),
    options,
    standings: options.standings ? standingsOf(map).cards : new Map(),
    ...(showsLayer(map, "standing") && { stepStandings: standingsOf(map).cards }),
    ...(showsLayer(map, "strength") && { stepStrengths: strengthsOf(map) }),
    date,
    madeAt,
    // Files tell the language of these words: what the map is written in is not known.
    ...(await wordsIn(options.lang)),
  };
  return drawMap(format, job, serverTools(scratch));
}
