/** The lines of a map on a slide: connectors, glued to the shapes so that they follow where these are moved. */
import { boundsOf, isLongLink, linkMetrics, type Rect, type RelationTone } from "#shared/diagram/index.ts";
import type { PictureTheme, PictureWords } from "#shared/diagram/picture/index.ts";
import { type Argument, type CardId, type PlainMap, type RecordId, recordsOf } from "#shared/model/index.ts";
import { overlap } from "../drawn/drawn-items.ts";
import { relationOf, toneOf } from "../graph/index.ts";
import { type Emphasis, paleShare } from "./emphasis.ts";
import { type Site, type SlideConnector, type SlideShape, siteOf } from "./shapes.ts";

export type ConnectOptions = Readonly<{
  theme: PictureTheme;
  words: PictureWords;
  dimmed: Emphasis["dimmed"];
  /** Pixels of the slide in one of the map. */
  scale: number;
  /** Ids that nothing else on the slide has. */
  takeId: () => number;
}>;

/** From which side of a shape to which of the other; straight, or so far out round the left of what is between. */
type Way = Readonly<{ sites: readonly [Site, Site]; bracketPx: number | null }>;

/** How far a line that goes round a stack keeps from it. */
const bracketPx = 14;
/** A line that begins or ends on an edge has so much of its way in common with the box, for want of precision. */
const touch = 1e-9;
const sites: readonly Site[] = ["top", "left", "bottom", "right"];

/** The lines between the shapes of cards and the chips of arguments and conflicts. */
export function mapConnectors(
  map: PlainMap,
  shapes: ReadonlyMap<RecordId, SlideShape>,
  options: ConnectOptions,
): readonly SlideConnector[] {
  return new MapConnectors(shapes, options).connect(map);
}

class MapConnectors {
  readonly #shapes: ReadonlyMap<RecordId, SlideShape>;
  readonly #options: ConnectOptions;
  readonly #connectors: SlideConnector[] = [];

  constructor(shapes: ReadonlyMap<RecordId, SlideShape>, options: ConnectOptions) {
    this.#shapes = shapes;
    this.#options = options;
  }

  connect(map: PlainMap): readonly SlideConnector[] {
    for (const argument of recordsOf(map, "argument")) {
      const tone = toneOf[relationOf(argument)];
      for (const premise of argument.premises) this.#stem(argument, premise, tone);
      this.#connector(argument.id, argument.target.id, tone, true);
    }
    for (const { id, members } of recordsOf(map, "conflict"))
      for (const member of members) this.#connector(id, member, "conflict", true);
    for (const card of recordsOf(map, "card")) {
      for (const question of card.answers) this.#connector(card.id, question, "answer", true);
      if (card.parent) this.#connector(card.id, card.parent, "part", true);
    }
    return this.#connectors;
  }

  /** Premises that work together stand in a row or a stack: where no line passes them by, it goes round them. */
  #stem({ id, premises }: Argument, premise: CardId, tone: RelationTone): void {
    const [from, to] = [this.#shapes.get(premise)?.box, this.#shapes.get(id)?.box];
    if (!from || !to) return;
    // What the word lies on is on every way to it.
    const boxes = [to, ...premises.flatMap((other) => this.#shapes.get(other)?.box ?? [])].filter(
      (box) => box === to || !overlap(box, to),
    );
    const clear = waysBetween(from, to).find((way) => !boxes.some((box) => runsThrough(from, to, way, box)));
    this.#connector(premise, id, tone, false, clear ?? this.#round());
  }

  #round(): Way {
    return { sites: ["left", "left"], bracketPx: bracketPx * this.#options.scale };
  }

  #connector(from: RecordId, to: RecordId, tone: RelationTone, hasArrow: boolean, chosen?: Way): void {
    const [start, end] = [this.#shapes.get(from), this.#shapes.get(to)];
    if (!start || !end) return;
    const way = chosen ?? waysBetween(start.box, end.box)[0] ?? this.#round();
    const { dimmed, scale, takeId, theme, words } = this.#options;
    const { line, dash } = theme.relations[tone];
    this.#connectors.push({
      id: takeId(),
      name: words.relations[tone],
      from: { shape: start, site: way.sites[0] },
      to: { shape: end, site: way.sites[1] },
      color: line,
      strokePx: Math.max(0.35, linkMetrics.strokePx * scale),
      dash,
      opacity:
        (isLong(start.box, end.box, scale) ? linkMetrics.long.opacity : 1) *
        (dimmed.has(from) || dimmed.has(to) ? paleShare : 1),
      hasArrow,
      bracketPx: way.bracketPx,
    });
  }
}

/** Faint, as on the canvas: many that run far across the map hide what lies between. */
function isLong(from: Rect, to: Rect, scale: number): boolean {
  const bounds = boundsOf([from, to]);
  return (
    bounds !== undefined &&
    isLongLink({ bounds: { ...bounds, width: bounds.width / scale, height: bounds.height / scale } })
  );
}

/** All straight ways from a site of one box to a site of the other, the shortest first. */
function waysBetween(from: Rect, to: Rect): readonly Way[] {
  return sites
    .flatMap((start) => sites.map((end): Way => ({ sites: [start, end], bracketPx: null })))
    .map((way) => ({ way, length: lengthOf(from, to, way) }))
    .sort((a, b) => a.length - b.length)
    .map(({ way }) => way);
}

function lengthOf(from: Rect, to: Rect, { sites: [start, end] }: Way): number {
  const [x1, y1] = siteOf(from, start);
  const [x2, y2] = siteOf(to, end);
  return Math.hypot(x2 - x1, y2 - y1);
}

/** Whether the line has more in common with the box than a point on its edge. */
function runsThrough(from: Rect, to: Rect, { sites: [start, end] }: Way, box: Rect): boolean {
  const [x1, y1] = siteOf(from, start);
  const [x2, y2] = siteOf(to, end);
  // Between which parts of the way it is within the box, side by side (Liang and Barsky).
  let [first, last] = [0, 1];
  for (const [at, way, least, size] of [
    [x1, x2 - x1, box.x, box.width],
    [y1, y2 - y1, box.y, box.height],
  ] as const) {
    if (way === 0) {
      if (at <= least || at >= least + size) return false;
      continue;
    }
    const [one, other] = [(least - at) / way, (least + size - at) / way];
    first = Math.max(first, Math.min(one, other));
    last = Math.min(last, Math.max(one, other));
  }
  return last - first > touch;
}
