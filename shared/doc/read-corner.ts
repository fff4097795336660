import * as Y from "yjs";
import {
  type Argument,
  type CardId,
  type Conflict,
  idPattern,
  type MapRecord,
  type PlainMap,
  type Point,
  type RecordId,
  type RecordType,
  resolveMap,
  type SourceId,
} from "#shared/model/index.ts";
import { birthKey, metaRoot, positionsRoot, rootNames } from "./doc-layout.ts";
import { isDeleted, readMeta, readPosition, readRecord } from "./doc-reader.ts";

/** How much of a corner is read: a stretch of canvas in canvas pixels, and of what lies in it so many at most. */
type CornerSize = Readonly<{ width: number; height: number; maxCards: number; maxLinks: number }>;

/** What stands at a map's top left corner. */
type Corner = Readonly<{
  /** How many cards the whole map has. */
  cardCount: number;
  /** The least x and the least y of all cards. */
  at: Point;
  /** How far from there the last card to the right, and the last one down, begin. */
  span: Point;
  /** The cards nearest to the corner, all that joins only them, and the sources they cite. */
  map: PlainMap;
}>;

type Placed = readonly [id: CardId, at: Point];

/**
 * Reads the top left corner of a map straight from a document, without reading all of it: a few milliseconds for ten
 * thousand cards. Undefined while there are no cards.
 */
export function readCorner(ydoc: Y.Doc, size: CornerSize): Corner | undefined {
  const places = new Map<CardId, Point>();
  const positions = ydoc.getMap(positionsRoot);
  const [least, most] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ] as [[number, number], [number, number]];
  forEachLive(ydoc, "card", (id) => {
    const at = readPosition(positions, id as CardId) ?? ([0, 0] as const);
    places.set(id as CardId, at);
    for (const axis of [0, 1] as const) {
      least[axis] = Math.min(least[axis], at[axis]);
      most[axis] = Math.max(most[axis], at[axis]);
    }
  });
  if (places.size === 0) return undefined;
  const chosen = nearest(places, least, size);
  const records = new Map<RecordId, MapRecord>();
  const sources = new Set<SourceId>();
  for (const [id] of chosen) {
    const card = take(ydoc, records, "card", id);
    for (const { source } of card?.type === "card" ? card.citations : []) sources.add(source);
  }
  for (const id of sources) take(ydoc, records, "source", id);
  takeLinks(ydoc, records, places, size.maxLinks);
  const map = { meta: readMeta(ydoc.getMap(metaRoot)), records, positions: new Map(chosen) };
  return {
    cardCount: places.size,
    at: least,
    span: [most[0] - least[0], most[1] - least[1]],
    map: resolveMap(map),
  };
}

/** The cards in the stretch, those nearest to the corner first, near being a matter of the stretch's shape. */
function nearest(
  places: ReadonlyMap<CardId, Point>,
  [left, top]: Point,
  { width, height, maxCards }: CornerSize,
): readonly Placed[] {
  const far = ([x, y]: Point): number => Math.max((x - left) / width, (y - top) / height);
  return [...places]
    .filter(([, at]) => far(at) < 1)
    .sort(([a, here], [b, there]) => far(here) - far(there) || (a < b ? -1 : 1))
    .slice(0, maxCards);
}

/** Arguments and conflicts all of whose ends are among the records taken; arguments about those arguments as well. */
function takeLinks(
  ydoc: Y.Doc,
  records: Map<RecordId, MapRecord>,
  live: ReadonlyMap<CardId, Point>,
  maxLinks: number,
): void {
  const isOutside = (id: CardId): boolean => live.has(id) && !records.has(id);
  const aboutSteps: Argument[] = [];
  let left = maxLinks;
  const takeIn = (link: Argument | Conflict): void => {
    if (left <= 0) return;
    left -= 1;
    records.set(link.id, link);
  };
  forEachLive(ydoc, "argument", (id, stored) => {
    // Most end elsewhere, and reading all of each would cost the most here.
    const target = stored.get("target") as Argument["target"] | undefined;
    const isAboutStep = target?.type === "argument";
    if (!isAboutStep && !records.has(target?.id as CardId)) return;
    const argument = readRecord("argument", id, stored).record;
    if (argument?.type !== "argument" || argument.premises.some(isOutside)) return;
    if (isAboutStep) aboutSteps.push(argument);
    else takeIn(argument);
  });
  // One chain longer with every round; longer ones than this are not worth waiting for.
  for (let round = 0; round < 3; round++)
    for (const argument of aboutSteps) if (records.has(argument.target.id)) takeIn(argument);
  forEachLive(ydoc, "conflict", (id, stored) => {
    const conflict = readRecord("conflict", id, stored).record;
    if (conflict?.type === "conflict" && conflict.members.every((member) => records.has(member)))
      takeIn(conflict);
  });
}

function take(
  ydoc: Y.Doc,
  records: Map<RecordId, MapRecord>,
  type: RecordType,
  id: RecordId,
): MapRecord | undefined {
  const { record } = readRecord(type, id, ydoc.getMap(rootNames[type]).get(id));
  if (record) records.set(id, record);
  return record;
}

function forEachLive(
  ydoc: Y.Doc,
  type: RecordType,
  call: (id: string, stored: Y.Map<unknown>) => void,
): void {
  ydoc.getMap(rootNames[type]).forEach((stored, id) => {
    const isLive =
      stored instanceof Y.Map && stored.has(birthKey) && !isDeleted(stored) && idPattern.test(id);
    if (isLive) call(id, stored);
  });
}
