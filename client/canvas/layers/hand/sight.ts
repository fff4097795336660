import { jointBox, type Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import type { PlacedLink } from "../../scene/canvas-scene.ts";
import { drawBlocks } from "../bitmap/draw-blocks.ts";
import { drawCards } from "../bitmap/draw-cards.ts";
import { drawChips, hasWord, lookOf } from "../bitmap/draw-links.ts";
import { cardReachPx } from "../bitmap/draw-marks.ts";
import { levelAt } from "../bitmap/level.ts";
import type { Brush, Picture } from "../bitmap/picture.ts";

/** Something to be drawn small and by itself, as the bitmap draws it. */
export type Sight = Readonly<{
  place: Rect;
  /** How far around its place something may be drawn, in canvas pixels. */
  reachPx: number;
  /** On what its look depends. */
  shown: readonly unknown[];
  draw: (brush: Brush) => void;
}>;

/** Room for the ring around a word that is selected, and for one that is larger than its place; canvas pixels. */
const wordReachPx = 24;

/** The card as it is drawn from there; nothing where its element hides it. */
export function sightOfCard(picture: Picture, id: CardId, zoom: number): Sight | undefined {
  const { scene, doc } = picture;
  const place = scene.rectOf(id);
  if (!place || scene.isHidden(id) || picture.isCovered(id)) return undefined;
  const level = levelAt(zoom, picture.levels);
  return {
    place,
    reachPx: cardReachPx,
    shown: [
      picture,
      level,
      doc.get(id),
      scene.boxOf(id),
      picture.isSelected(id),
      picture.isMarked(id),
      picture.isDimmed(id),
      picture.markAt(id),
      picture.countBelow(id),
    ],
    draw: (brush) => {
      if (level === "block") drawBlocks(brush, picture, [{ ...edgesOf(place), id, isCard: true }]);
      else drawCards(brush, picture, [id], level);
    },
  };
}

/** The word on a line as it is drawn from there; nothing where there is none, or its element hides it. */
export function sightOfWord(
  picture: Picture,
  key: string,
  placed: PlacedLink,
  zoom: number,
): Sight | undefined {
  const level = levelAt(zoom, picture.levels);
  if (!hasWord(placed.tone, level)) return undefined;
  const { tone, isSelected, isFaint, isDimmed } = lookOf(picture, key, placed);
  // The words of long lines are seen through their elements.
  if (picture.isCovered(key) && !isFaint) return undefined;
  return {
    place: jointBox(placed.geometry.label),
    reachPx: wordReachPx,
    shown: [picture, level, tone, isSelected, isFaint, isDimmed],
    draw: (brush) => drawChips(brush, picture, [key], level),
  };
}

function edgesOf({ x, y, width, height }: Rect) {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height };
}
