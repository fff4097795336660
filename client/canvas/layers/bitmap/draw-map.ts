import type { Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import type { Levels } from "../../view/levels.ts";
import { regionReachPx } from "../region.ts";
import { drawBlocks } from "./draw-blocks.ts";
import { drawCards } from "./draw-cards.ts";
import { drawGroups } from "./draw-groups.ts";
import { drawChips, drawLinks, isFaint } from "./draw-links.ts";
import { cardReachPx } from "./draw-marks.ts";
import { drawGroupNames, drawQuestionNames, minZoomForQuestions, nameReachPx } from "./draw-names.ts";
import { levelAt } from "./level.ts";
import type { Brush, Picture } from "./picture.ts";

/**
 * Draws all of the map that touches a stretch of canvas, but for what is in hand; where asked (`isBare`) without what
 * elements cover. Costs what is in it.
 */
export function drawMap(brush: Brush, picture: Picture, stretch: Rect, isBare: boolean): void {
  const { context, zoom } = brush;
  const { scene } = picture;
  const groups = scene.groupsInView(grown(stretch, regionReachPx + 24 / zoom));
  drawGroups(brush, picture, groups);
  const find = (reach: number) =>
    scene.itemsIn(grown(stretch, reach)).filter(({ id }) => !scene.inHand.has(id));
  const found = find(Math.max(cardReachPx, 3 / zoom));
  const links = found.filter(({ isCard }) => !isCard).map(({ id }) => id);
  const cards = found.filter(({ isCard }) => isCard);
  const level = levelAt(zoom, picture.levels);
  context.textBaseline = "alphabetic";
  // Without kerning and ligatures, as the lines were measured.
  context.fontKerning = "none";
  drawLinks(brush, picture, links);
  if (level === "block") {
    drawBlocks(brush, picture, cards);
    if (zoom >= minZoomForQuestions) drawQuestionNames(brush, picture, find(nameReachPx));
  } else {
    const isSeen = (key: string) => !isBare || !picture.isCovered(key);
    // The words of long lines are seen through their elements.
    const words = links.filter((key) => isSeen(key) || isFaint(picture, key));
    drawChips(brush, picture, words.sort(), level);
    // The index yields no lasting order; cards that overlap should keep theirs.
    const ids = cards.flatMap(({ id }) => (isSeen(id) ? (id as CardId) : [])).sort();
    drawCards(brush, picture, ids, level);
  }
  // Nearer, the names of regions are elements.
  if (zoom < picture.levels.readable) drawGroupNames(brush, picture, groups);
}

/** How far from a card that looks different something else may, too; canvas pixels. */
export function damageReachAt(zoom: number, levels: Levels): number {
  const hasNames = levelAt(zoom, levels) === "block" && zoom >= minZoomForQuestions;
  return hasNames ? nameReachPx : Math.max(cardReachPx, regionReachPx);
}

/** Lines this small are a fog over what they join. */
const minZoomForLines = 0.02;

/** Draws the map as small as it comes: blocks, regions without names, and lines while they can be told apart. */
export function drawOverview(brush: Brush, picture: Picture, stretch: Rect): void {
  const { context, zoom } = brush;
  context.fillStyle = picture.theme.background;
  context.fillRect(stretch.x, stretch.y, stretch.width, stretch.height);
  drawGroups(brush, picture, picture.scene.groupsInView(grown(stretch, regionReachPx)));
  const found = picture.scene.itemsIn(grown(stretch, 3 / zoom));
  if (zoom >= minZoomForLines) {
    const links = found.filter(({ isCard }) => !isCard).map(({ id }) => id);
    drawLinks(brush, picture, links);
  }
  drawBlocks(
    brush,
    picture,
    found.filter(({ isCard }) => isCard),
  );
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
