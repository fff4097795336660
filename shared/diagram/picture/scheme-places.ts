import type { TextStyle } from "../card-metrics.ts";
import { jointBox } from "../link-metrics.ts";
import type { Rect } from "../rect.ts";
import { measureText } from "../text/measure-text.ts";
import { wrapText } from "../text/wrap-text.ts";
import { type Obstacles, obstaclesOf } from "./obstacles.ts";
import type { PictureOptions } from "./picture-options.ts";
import type { MapScene } from "./scene.ts";

/** Where the kind of inference of an argument stands, and whether no line crosses it there. */
export type SchemePlace = Readonly<{
  box: Rect;
  lines: readonly string[];
  words: string;
  isClear: boolean;
}>;

/** The type that kinds of inference are set in. */
export const schemeStyle: TextStyle = { weight: 400, sizePx: 10, lineHeightPx: 12 };

/** Under the word a little wider than it; beside it as wide as what is left over a card. */
const widthPx = { below: 104, beside: 148 } as const;
const offPx = 3;
/** At a side, past the letter of a note. */
const besidePx = 8;
const padPx = 2;
const reachPx = 14;

/** A place for each kind of inference, by the argument's id. O(map). */
export function schemePlaces(
  scene: MapScene,
  { withSchemes, words }: PictureOptions,
): ReadonlyMap<string, SchemePlace> {
  const places = new Map<string, SchemePlace>();
  if (!withSchemes) return places;
  const obstacles = obstaclesOf(scene);
  for (const { key, record, geometry } of scene.links) {
    if (record?.type !== "argument" || record.scheme === "none") continue;
    places.set(key, placeOf(jointBox(geometry.label), words.schemes[record.scheme], obstacles));
  }
  return places;
}

/**
 * Under the word, over it or at a side: rather off the lines than on one, and never on a card, a word or an arrowhead as
 * long as there is a choice.
 */
function placeOf(chip: Rect, words: string, { taken, lines }: Obstacles): SchemePlace {
  const set = (room: number) => {
    const broken = wrapText(words, schemeStyle, room);
    const width = Math.max(...broken.map((line) => measureText(line, schemeStyle))) + 2 * padPx;
    return { broken, width, height: broken.length * schemeStyle.lineHeightPx };
  };
  const [narrow, wide] = [set(widthPx.below), set(widthPx.beside)];
  const [centre, middle] = [chip.x + chip.width / 2, chip.y + chip.height / 2];
  const choices = [
    { ...narrow, x: centre - narrow.width / 2, y: chip.y + chip.height + offPx },
    { ...narrow, x: centre - narrow.width / 2, y: chip.y - offPx - narrow.height },
    { ...wide, x: chip.x + chip.width + besidePx, y: middle - wide.height / 2 },
    { ...wide, x: chip.x - besidePx - wide.width, y: middle - wide.height / 2 },
  ] as const;
  const free = choices.filter((choice) => taken.isFree(withReach(choice, chip)));
  const best = free.find((choice) => lines().areOff(choice));
  const { x, y, width, height, broken } = best ?? free[0] ?? choices[0];
  const box = { x, y, width, height };
  taken.add(box);
  return { box, lines: broken, words, isClear: best !== undefined };
}

/** Words beside a chip stay off the next one, or they would be taken for its. */
function withReach(place: Rect, chip: Rect): Rect {
  const { x, y, width, height } = place;
  if (x >= chip.x + chip.width) return { x, y, width: width + reachPx, height };
  return x + width <= chip.x ? { x: x - reachPx, y, width: width + reachPx, height } : place;
}
