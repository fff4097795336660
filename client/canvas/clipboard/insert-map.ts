import type { Rect } from "#shared/diagram/index.ts";
import { type Card, type CardId, type PlainMap, type Point, recordsOf } from "#shared/model/index.ts";
import { faultText } from "../../words/fault-words.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { flight } from "../view/flight.ts";
import { viewWith } from "../view/frame-view.ts";
import { type Block, blockOf, boundsMovedBy, movedBy, moveTo } from "./paste-place.ts";

const flightMs = 160;
/** Between a map and what is put beside it, in canvas pixels. */
const gapPx = 120;

/**
 * Adds all records of a map whose ids are fresh, as one step of undo: as one block around `at` or the middle of the
 * view, on a free place, selected and in view. Gives the number of cards added; what was refused is told.
 */
export function insertMap(desk: CanvasTools, map: PlainMap, at?: Point): number {
  return insertBlock(desk, blockOf(map), at);
}

/** Adds a block as `insertMap` adds a map; what speaks to a card in sight goes beside that card. */
export function insertBlock(desk: CanvasTools, block: Block, at?: Point, target?: Card): number {
  const { map, bounds } = placedFor(desk, block, at, target);
  const { session, tell, t } = desk;
  const result = session.apply({ type: "insert", map });
  if (!result.ok) {
    tell(faultText(t, result.error));
    return 0;
  }
  const ids = recordsOf(map, "card").map(({ id }) => id);
  showAdded(desk, ids, bounds);
  return ids.length;
}

/** The block on a free place around `at` or the middle of the view, or beside the card in sight to which it speaks. */
export function placedFor(desk: CanvasTools, block: Block, at?: Point, target?: Card): Block {
  const move = moveFor(desk, block, at, target);
  return { ...block, map: movedBy(block.map, move), bounds: boundsMovedBy(block.bounds, move) };
}

/** How far it is moved for that. */
export function moveFor(desk: CanvasTools, block: Omit<Block, "map">, at?: Point, target?: Card): Point {
  const beside = target && block.target ? desk.scene.rectOf(target.id) : undefined;
  const place: Point = beside ? [beside.x, beside.y] : (at ?? middleOf(desk));
  const free = beside ? block : { ...block, target: null };
  return moveTo(free, place, occupiedIn(desk));
}

/** Where a block lies to the right of all that is there, so that neither is in the other's way. O(map). */
export function besideAll({ scene }: CanvasTools, { bounds }: Pick<Block, "bounds">): Point | undefined {
  const there = scene.bounds();
  if (!there || !bounds) return undefined;
  return [there.x + there.width + gapPx + bounds.width / 2, there.y + bounds.height / 2];
}

/** Selects cards that were just added and brings them into view. */
export function showAdded(
  { ui, view, visibility }: CanvasTools,
  ids: readonly CardId[],
  bounds: Rect | null,
) {
  const [first] = ids;
  if (first !== undefined && ids.length === 1) ui.getState().focus(first);
  else ui.getState().select(ids);
  visibility.revealAdded(ids);
  const now = view.get();
  const next = bounds ? viewWith(bounds, now, view.screen()) : now;
  if (next !== now) view.moveTo(next, flight(flightMs));
}

function occupiedIn({ scene }: CanvasTools): (box: Rect) => boolean {
  return (box) => scene.inView(box).cards.length > 0;
}

function middleOf({ view }: CanvasTools): Point {
  const { x, y, width, height } = view.seen();
  return [x + width / 2, y + height / 2];
}
