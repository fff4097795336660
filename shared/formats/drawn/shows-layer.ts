import { type PlainMap, recordsOf, type StepLayer } from "#shared/model/index.ts";

/** Whether some step of a presentation shows that on its cards: how they stand, or how strong they are. */
export function showsLayer(map: PlainMap, wanted: StepLayer): boolean {
  return recordsOf(map, "step").some(({ layer }) => layer === wanted);
}
