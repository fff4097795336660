/** The lines of a map on a slide: connectors, glued to the shapes so that they follow where these are moved. */
import { boundsOf, isLongLink, linkMetrics, type Rect, type RelationTone } from "#shared/diagram/index.ts";
import type { PictureTheme, PictureWords } from "#shared/diagram/picture/index.ts";
import { type Argument, type CardId, type PlainMap, type RecordId, recordsOf } from "#shared/model/index.ts";
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

/** How far a line that goes round a stack keeps from it. */
const bracketPx = 14;
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

  /** Premises that work together stand in a stack: where another is in the way, the line goes round it. */
  #stem({ id, premises }: Argument, premise: CardId, tone: RelationTone): void {
    const [from, to] = [this.#shapes.get(premise)?.box, this.#shapes.get(id)?.box];
    if (!from || !to) return;
    const [start, end] = nearestSites(from, to);
    const [[x1, y1], [x2, y2]] = [siteOf(from, start), siteOf(to, end)];
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const isInTheWay = premises.some((other) => {
      const box = other === premise ? undefined : this.#shapes.get(other)?.box;
      return box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    });
    this.#connector(premise, id, tone, false, isInTheWay ? bracketPx * this.#options.scale : null);
  }

  #connector(
    from: RecordId,
    to: RecordId,
    tone: RelationTone,
    hasArrow: boolean,
    bracket: number | null = null,
  ): void {
    const [start, end] = [this.#shapes.get(from), this.#shapes.get(to)];
    if (!start || !end) return;
    const { dimmed, scale, takeId, theme, words } = this.#options;
    const { line, dash } = theme.relations[tone];
    const [fromSite, toSite] =
      bracket === null ? nearestSites(start.box, end.box) : (["left", "left"] as const);
    this.#connectors.push({
      id: takeId(),
      name: words.relations[tone],
      from: { shape: start, site: fromSite },
      to: { shape: end, site: toSite },
      color: line,
      strokePx: Math.max(0.35, linkMetrics.strokePx * scale),
      dash,
      opacity:
        (isLong(start.box, end.box, scale) ? linkMetrics.long.opacity : 1) *
        (dimmed.has(from) || dimmed.has(to) ? paleShare : 1),
      hasArrow,
      bracketPx: bracket,
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

/** The sites of two boxes between which the line is shortest. */
function nearestSites(from: Rect, to: Rect): readonly [Site, Site] {
  let best: readonly [Site, Site] = ["right", "left"];
  let least = Infinity;
  for (const start of sites)
    for (const end of sites) {
      const [x1, y1] = siteOf(from, start);
      const [x2, y2] = siteOf(to, end);
      const way = Math.hypot(x2 - x1, y2 - y1);
      if (way >= least) continue;
      least = way;
      best = [start, end];
    }
  return best;
}
