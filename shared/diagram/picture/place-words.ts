import type { Point } from "#shared/model/records.ts";
import { argumentGeometry } from "../argument-geometry.ts";
import { pointOnCurve } from "../curve.ts";
import { jointBox, linkMetrics } from "../link-metrics.ts";
import type { Rect } from "../rect.ts";
import { grantedBox } from "./granted-box.ts";
import { Occupied } from "./occupied.ts";
import type { MapScene, SceneLink } from "./scene.ts";

/** Steps that a word may go along its line, and stems of an argument that are tried. */
const steps = 24;
const maxStems = 4;

/**
 * Lines with their words where they can be read: on a screen a word that a card hides is found by pointing at its line, in a
 * picture it is lost. So it goes along the line to where there is room, and lines that end at it follow. O(links).
 */
export function placeWords({ cards, links }: Pick<MapScene, "cards" | "links">): readonly SceneLink[] {
  const room: Room = { cards: new Occupied(), words: new Occupied() };
  const rects = new Map<string, Rect>();
  for (const { card, rect } of cards) {
    room.cards.add(rect);
    if (card.granted) room.cards.add(grantedBox(rect));
    rects.set(card.id, rect);
  }
  const byKey = new Map(links.map((link) => [link.key, link]));
  const about = new Map<string, SceneLink[]>();
  for (const link of links) {
    if (!byKey.has(link.to)) continue;
    const known = about.get(link.to);
    if (known) known.push(link);
    else about.set(link.to, [link]);
  }
  const placed = new Map<string, SceneLink>();
  // Level by level, what is about a step after the step; rings of steps are never reached and stay.
  let level = links.filter(({ to }) => !byKey.has(to));
  while (level.length > 0) {
    for (const link of placeLevel(level, room)) placed.set(link.key, link);
    level = level.flatMap((link) => {
      const step = placed.get(link.key);
      const hasMoved = step !== undefined && step.geometry.label !== link.geometry.label;
      return (about.get(link.key) ?? []).map((other) => (hasMoved ? follow(other, step, rects) : other));
    });
  }
  return links.map((link) => placed.get(link.key) ?? link);
}

type Room = Readonly<{ cards: Occupied; words: Occupied }>;

/** Where cards stand close, the edge of a word may touch their empty edges. */
const edgePx = 3;

function hasRoomAt(point: Point, { cards, words }: Room): boolean {
  const box = jointBox(point);
  const core = {
    x: box.x + edgePx,
    y: box.y + edgePx,
    width: box.width - 2 * edgePx,
    height: box.height - 2 * edgePx,
  };
  return words.isFree(box) && cards.isFree(core);
}

/** Words that have room stay; the others find theirs among them. */
function placeLevel(links: readonly SceneLink[], room: Room): readonly SceneLink[] {
  const crowded: SceneLink[] = [];
  const staying = links.filter((link) => {
    const { label } = link.geometry;
    const isFree = hasRoomAt(label, room);
    if (isFree) room.words.add(jointBox(label));
    else crowded.push(link);
    return isFree;
  });
  const moved = crowded.map((link) => {
    const label = wordPoints(link).find((point) => hasRoomAt(point, room));
    room.words.add(jointBox(label ?? link.geometry.label));
    return label ? { ...link, geometry: { ...link.geometry, label } } : link;
  });
  return [...staying, ...moved];
}

/** An argument about a step whose word stands elsewhere now ends there. */
function follow(link: SceneLink, step: SceneLink, rects: ReadonlyMap<string, Rect>): SceneLink {
  const [first, ...others] = link.from.flatMap((id) => rects.get(id) ?? []);
  if (!first) return link;
  return {
    ...link,
    geometry: argumentGeometry([first, ...others], { type: "joint", at: step.geometry.label }),
  };
}

/** Where it stands, then along the line, what is nearer first; on the line rather than beside it. */
function wordPoints({ geometry }: SceneLink): readonly Point[] {
  const { label } = geometry;
  const points = [...alongLine(geometry)];
  return [
    label,
    ...points,
    ...points.flatMap(([x, y]): Point[] => [
      [x - asidePx, y],
      [x + asidePx, y],
    ]),
  ];
}

/** So far to the side, a word still touches its line. */
const asidePx = linkMetrics.chip.widthPx / 2 - 8;

function* alongLine(geometry: SceneLink["geometry"]): Iterable<Point> {
  if (!("stems" in geometry)) {
    for (let step = 1; step < steps / 2; step += 1) {
      yield pointOnCurve(geometry.path, 0.5 - step / steps);
      yield pointOnCurve(geometry.path, 0.5 + step / steps);
    }
    return;
  }
  for (let step = 1; step < steps; step += 1) yield pointOnCurve(geometry.arrow, (0.9 * step) / steps);
  for (const stem of geometry.stems.slice(0, maxStems))
    for (let step = 1; step < steps; step += 1) yield pointOnCurve(stem, 1 - step / steps);
}
