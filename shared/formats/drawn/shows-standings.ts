import { type PlainMap, recordsOf } from "#shared/model/index.ts";

/** Whether some step of a presentation shows how cards stand when all arguments are weighed. */
export function showsStandings(map: PlainMap): boolean {
  return recordsOf(map, "step").some(({ layer }) => layer === "standing");
}
