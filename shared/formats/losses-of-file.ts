import { type PlainMap, recordsOf, viewOf } from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";
import { type ExportOptions, unnamedPresentation } from "./export-options.ts";
import { type Feature, type Loss, lossesOf } from "./features.ts";
import { type FormatName, loadFormat } from "./registry.ts";

/**
 * What a file of this map, or of the part that is exported, will be missing: what the format has no place for, what the
 * options leave out, and what programs that show it will cut. `text` is the file where it is written already.
 */
export async function lossesOfFile(
  map: PlainMap,
  name: FormatName,
  options: ExportOptions,
  text?: string,
): Promise<readonly Loss[]> {
  const { cannotCarry, beyond, undrawn, write } = await loadFormat(name);
  const chosen = withStepsOf(map, options.presentation);
  const isHandout = name === "pdf" && options.presentation !== null && showsSteps(chosen);
  const never = isHandout ? handoutCannotCarry(cannotCarry) : cannotCarry;
  const hasSteps = isHandout || name === "pptx";
  const unsaid = hasSteps && !options.notes ? (["stepNotes"] as const) : [];
  const unseen = hasSteps ? (["hiddenSteps"] as const) : [];
  const asked = hasSteps ? chosen : map;
  const lost = lossesOf(asked, [...never, ...leftOut(name, options), ...unsaid, ...unseen]);
  return [...lost, ...(undrawn?.(asked, options) ?? []), ...(beyond?.(text ?? write?.(map) ?? "") ?? [])];
}

/** The map with no other steps than those of the presentation that was chosen. */
function withStepsOf(map: PlainMap, chosen: ExportOptions["presentation"]): PlainMap {
  if (chosen === null) return map;
  const wanted = chosen === unnamedPresentation ? null : chosen;
  const records = [...map.records].filter(
    ([, record]) => record.type !== "step" || record.presentation === wanted,
  );
  return { ...map, records: new Map(records) };
}

/** Without any step to show there is no handout, and a PDF is of the map. */
function showsSteps(map: PlainMap): boolean {
  return playable(viewOf(map), recordsOf(map, "step")).length > 0;
}

/** A handout is made of nothing but steps: cards as a projector shows them, and no lists. */
function handoutCannotCarry(cannotCarry: readonly Feature[]): readonly Feature[] {
  const others = cannotCarry.filter((feature) => feature !== "presentation" && feature !== "longQuotations");
  return [...others, "quotations", ...inListOfSources, "argumentNotes", "conflictNotes"];
}

/** What pictures have only in the list of sources below them. */
const inListOfSources: readonly Feature[] = [
  "uncitedSources",
  "sourceAddresses",
  "sourceOrigins",
  "sourceDetails",
];

/** What is not in a file because it was chosen so. */
function leftOut(
  name: FormatName,
  { theme, title, sources, notes, schemes }: ExportOptions,
): readonly Feature[] {
  const isPicture = name === "svg" || name === "png" || name === "pdf";
  // Pages and slides name the source where it is cited, and keep its note for the list.
  const fromSources = isPicture ? inListOfSources : (["uncitedSources", "sourceDetails"] as const);
  if (!isPicture && name !== "html" && name !== "pptx") return [];
  return [
    ...(sources ? [] : fromSources),
    ...(notes ? [] : (["argumentNotes", "conflictNotes"] as const)),
    ...(schemes ? [] : (["schemes"] as const)),
    ...(theme === "print" ? (["colors"] as const) : []),
    // SVG, PDF and pages tell the title besides; the dots of a picture do not.
    ...(title || name !== "png" ? [] : (["mapTitle"] as const)),
  ];
}
