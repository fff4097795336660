import { standingsOf, strengthsOf } from "#shared/evaluation/index.ts";
import type { DrawingJob } from "#shared/formats/drawn/drawing.ts";
import { showsLayer } from "#shared/formats/drawn/shows-layer.ts";
import { wordsIn } from "#shared/formats/drawn/words-in.ts";
import type { ExportOptions } from "#shared/formats/export-options.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { unpackPlainMap } from "../canvas/packed-map.ts";

/** What the page sends to a thread to be drawn. */
export type MapToDraw = Readonly<{
  /** The whole map, packed: `options` choose a part of it, and what stands is worked out from all of it. */
  map: string;
  options: ExportOptions;
  /** In milliseconds since 1970, for files that tell when they were made. */
  madeAt: number;
}>;

/** What is drawn, and in whose words; takes seconds of large maps. Rejects where words cannot be fetched. */
export async function drawingJobOf({ map, options, madeAt }: MapToDraw): Promise<DrawingJob> {
  const whole = unpackPlainMap(map);
  return {
    map: partOf(whole, options),
    options,
    standings: options.standings ? standingsOf(whole).cards : new Map(),
    ...(showsLayer(whole, "standing") && { stepStandings: standingsOf(whole).cards }),
    ...(showsLayer(whole, "strength") && { stepStrengths: strengthsOf(whole) }),
    date: options.date,
    madeAt,
    ...(await wordsIn(options.lang)),
  };
}
