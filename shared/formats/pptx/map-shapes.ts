/** A map as shapes and connectors that can be moved and written on. */
import {
  boundsOf,
  cardBox,
  cardMetrics,
  geometryOf,
  isLongLink,
  linkMetrics,
  type Rect,
  type RelationTone,
} from "#shared/diagram/index.ts";
import { mixColors } from "#shared/diagram/picture/fade-color.ts";
import type { PictureStanding, PictureTheme, PictureWords } from "#shared/diagram/picture/index.ts";
import { measureText } from "#shared/diagram/text/measure-text.ts";
import {
  type Argument,
  type Card,
  type CardId,
  getAs,
  type PlainMap,
  type Point,
  type RecordId,
  recordsOf,
  viewOf,
} from "#shared/model/index.ts";
import { overlap } from "../drawn/drawn-items.ts";
import { cardParagraphs } from "./card-paragraphs.ts";
import { type Site, type SlideConnector, type SlideShape, siteOf } from "./shapes.ts";

/** What lies behind, the lines on it, and what the lines lead to; in this order. */
export type Drawn = Readonly<{
  backdrop: readonly SlideShape[];
  connectors: readonly SlideConnector[];
  shapes: readonly SlideShape[];
}>;
export type DrawOptions = Readonly<{
  theme: PictureTheme;
  words: PictureWords;
  standings: ReadonlyMap<CardId, PictureStanding>;
  /** What stands back, and what stands out by a heavier edge or line. */
  dimmed: ReadonlySet<RecordId>;
  emphasised: ReadonlySet<RecordId>;
  area: Rect;
  maxScale: number;
}>;

const groupPadding = { sidePx: 20, topPx: 44 } as const;
const groupTitlePx = 14;
const jointFontPx = 12;
const jointPaddingPx = 9;
/** Chips are moved aside by this much at most, in maps that are small enough to be read on a slide. */
const maxShiftPx = 64;
const shiftStepPx = 4;
const maxCardsLookedAt = 200;
/** How many times as thick the edge of what stands out is. */
const emphasisStrokes = 4;
/** How much is left of the colours of what stands back. */
const paleShare = 0.35;
/** How far a line that goes round a stack keeps from it. */
const bracketPx = 14;

/** The map, which has a place for each card, in the middle of `area`. */
export function mapShapes(map: PlainMap, options: DrawOptions): Drawn {
  return new MapDrawing(map, options).draw();
}

class MapDrawing {
  readonly #map: PlainMap;
  readonly #view: ReturnType<typeof viewOf>;
  readonly #options: DrawOptions;
  readonly #boxes = new Map<RecordId, Rect>();
  readonly #shapes = new Map<RecordId, SlideShape>();
  readonly #connectors: SlideConnector[] = [];
  #cards: readonly Rect[] = [];
  #scale = 1;
  #origin: readonly [number, number] = [0, 0];
  /** 1 is the slide itself, 2 its title. */
  #nextId = 3;

  constructor(map: PlainMap, options: DrawOptions) {
    this.#map = map;
    this.#view = viewOf(map);
    this.#options = options;
  }

  draw(): Drawn {
    const cards = recordsOf(this.#map, "card");
    const measured = cards.flatMap((card) => {
      const at = this.#map.positions.get(card.id);
      return at ? [{ card, at, box: cardBox(card, (id) => getAs(this.#view, "source", id)?.title) }] : [];
    });
    for (const { card, at, box } of measured)
      this.#boxes.set(card.id, { x: at[0], y: at[1], width: box.width, height: box.height });
    this.#cards = [...this.#boxes.values()];
    const groups = this.#groupBoxes(cards);
    this.#fit([...this.#boxes.values(), ...groups.values()]);
    const groupShapes = [...groups].map(([id, box]) => this.#groupShape(id, box));
    for (const { card, box } of measured) {
      const { theme, words, standings } = this.#options;
      const standing = standings.get(card.id);
      const colors = card.color === null ? theme.cards[card.kind] : theme.tints[card.color];
      this.#shapes.set(card.id, {
        ...this.#blank(words.kinds[card.kind], this.#placed(card.id)),
        fill: colors.surface,
        stroke: colors.border,
        paragraphs: cardParagraphs(card, box, { theme, words, standing, scale: this.#scale }),
      });
    }
    this.#addJoints();
    this.#connect(cards);
    const shapes = [...this.#shapes].map(([id, shape]) => this.#accented(id, shape));
    return { backdrop: groupShapes, connectors: this.#connectors, shapes };
  }

  #accented(id: RecordId, shape: SlideShape): SlideShape {
    const { dimmed, emphasised, theme } = this.#options;
    const strokePx = emphasised.has(id) ? emphasisStrokes * shape.strokePx : shape.strokePx;
    if (!dimmed.has(id)) return { ...shape, strokePx };
    const paled = (color: string) => mixColors(color, theme.background, paleShare);
    return {
      ...shape,
      strokePx,
      fill: shape.fill && paled(shape.fill),
      stroke: shape.stroke && paled(shape.stroke),
      paragraphs: shape.paragraphs.map((each) => ({
        ...each,
        runs: each.runs.map((run) => ({ ...run, color: paled(run.color) })),
      })),
    };
  }

  #fit(boxes: readonly Rect[]): void {
    const { area, maxScale } = this.#options;
    const bounds = boundsOf(boxes) ?? { x: 0, y: 0, width: 1, height: 1 };
    this.#scale = Math.min(maxScale, area.width / bounds.width, area.height / bounds.height);
    this.#origin = [
      area.x + (area.width - bounds.width * this.#scale) / 2 - bounds.x * this.#scale,
      area.y + (area.height - bounds.height * this.#scale) / 2 - bounds.y * this.#scale,
    ];
  }

  #toSlide({ x, y, width, height }: Rect): Rect {
    const scale = this.#scale;
    return {
      x: this.#origin[0] + x * scale,
      y: this.#origin[1] + y * scale,
      width: width * scale,
      height: height * scale,
    };
  }

  #placed(id: RecordId): Rect {
    return this.#toSlide(this.#boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 });
  }

  #blank(name: string, box: Rect): SlideShape {
    const id = this.#nextId++;
    return {
      id,
      name: `${name} ${id}`,
      box,
      shape: "roundRect",
      radiusPx: cardMetrics.radiusPx * this.#scale,
      fill: null,
      stroke: null,
      strokePx: Math.max(0.25, this.#scale),
      dash: [],
      paragraphs: [],
      align: "left",
      anchor: "top",
      insetPx: cardMetrics.paddingPx * this.#scale,
    };
  }

  #groupBoxes(cards: readonly Card[]): ReadonlyMap<RecordId, Rect> {
    const members = new Map<RecordId, Rect[]>(recordsOf(this.#map, "group").map(({ id }) => [id, []]));
    for (const { id, group } of cards) {
      const box = this.#boxes.get(id);
      if (group && box) members.get(group)?.push(box);
    }
    const boxes = new Map<RecordId, Rect>();
    for (const [id, inside] of members) {
      const around = boundsOf(inside);
      if (!around) continue;
      const { sidePx, topPx } = groupPadding;
      boxes.set(id, {
        x: around.x - sidePx,
        y: around.y - topPx,
        width: around.width + 2 * sidePx,
        height: around.height + topPx + sidePx,
      });
    }
    return boxes;
  }

  #groupShape(id: RecordId, box: Rect): SlideShape {
    const { theme, words } = this.#options;
    const group = getAs(this.#view, "group", id);
    const tint = group?.color ? theme.tints[group.color] : undefined;
    const title = group?.title || words.untitledGroup;
    return {
      ...this.#blank(title, this.#toSlide(box)),
      fill: tint?.surface ?? null,
      stroke: tint?.border ?? theme.panelBorder,
      paragraphs: [
        {
          sizePx: groupTitlePx * this.#scale,
          lineHeightPx: groupTitlePx * 1.4 * this.#scale,
          spaceBeforePx: 0,
          runs: [{ text: title, color: theme.textMuted, isBold: true, isItalic: false }],
        },
      ],
    };
  }

  /** The chips with the words of arguments and conflicts: what their lines are glued to. */
  #addJoints(): void {
    const lookup = {
      argument: (id: Argument["id"]) => getAs(this.#view, "argument", id),
      cardBox: (id: Card["id"]) => this.#boxes.get(id),
    };
    for (const argument of recordsOf(this.#map, "argument")) {
      const at = geometryOf(argument.id, lookup)?.label;
      if (at) this.#addJoint(argument.id, toneOf(argument), at);
    }
    for (const { id, members } of recordsOf(this.#map, "conflict")) {
      const [a, b] = members.map((member) => this.#boxes.get(member));
      if (!a || !b) continue;
      const at = [a.x + a.width / 2 + b.x + b.width / 2, a.y + a.height / 2 + b.y + b.height / 2] as const;
      this.#addJoint(id, "conflict", [at[0] / 2, at[1] / 2]);
    }
  }

  #addJoint(id: RecordId, tone: RelationTone, [x, y]: Point): void {
    const { theme, words } = this.#options;
    const { surface, text, line } = theme.relations[tone];
    const word = words.relations[tone];
    // No wider than its word: a chip may stand between cards that are near each other.
    const width = measureText(word, { weight: 600, sizePx: jointFontPx }) + 2 * jointPaddingPx;
    const height = linkMetrics.chip.heightPx;
    const box = this.#besideCards({ x: x - width / 2, y: y - height / 2, width, height });
    this.#shapes.set(id, {
      ...this.#blank(word, this.#toSlide(box)),
      radiusPx: box.height * this.#scale,
      fill: surface,
      stroke: line,
      align: "center",
      anchor: "middle",
      insetPx: 0,
      paragraphs: [
        {
          sizePx: jointFontPx * this.#scale,
          lineHeightPx: 16 * this.#scale,
          spaceBeforePx: 0,
          runs: [{ text: word, color: text, isBold: true, isItalic: false }],
        },
      ],
    });
    this.#boxes.set(id, box);
  }

  /** The box, moved a little to either side where it would cover what stands on a card. */
  #besideCards(box: Rect): Rect {
    if (this.#cards.length > maxCardsLookedAt) return box;
    const isClear = (at: Rect) => !this.#cards.some((card) => overlap(card, at));
    for (let by = 0; by <= maxShiftPx; by += shiftStepPx)
      for (const x of [box.x + by, box.x - by]) if (isClear({ ...box, x })) return { ...box, x };
    return box;
  }

  #connect(cards: readonly Card[]): void {
    for (const argument of recordsOf(this.#map, "argument")) {
      const tone = toneOf(argument);
      for (const premise of argument.premises) this.#stem(argument, premise, tone);
      this.#connector(argument.id, argument.target.id, tone, true);
    }
    for (const { id, members } of recordsOf(this.#map, "conflict"))
      for (const member of members) this.#connector(id, member, "conflict", true);
    for (const card of cards) {
      for (const question of card.answers) this.#connector(card.id, question, "answer", true);
      if (card.parent) this.#connector(card.id, card.parent, "part", true);
    }
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
    this.#connector(premise, id, tone, false, isInTheWay ? bracketPx * this.#scale : null);
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
    const { dimmed, theme } = this.#options;
    const { line, dash } = theme.relations[tone];
    const [fromSite, toSite] =
      bracket === null ? nearestSites(start.box, end.box) : (["left", "left"] as const);
    this.#connectors.push({
      id: this.#nextId++,
      name: this.#options.words.relations[tone],
      from: { shape: start, site: fromSite },
      to: { shape: end, site: toSite },
      color: line,
      strokePx: Math.max(0.35, linkMetrics.strokePx * this.#scale),
      dash,
      opacity:
        (isLong(start.box, end.box, this.#scale) ? linkMetrics.long.opacity : 1) *
        (dimmed.has(from) || dimmed.has(to) ? paleShare : 1),
      hasArrow,
      bracketPx: bracket,
    });
  }
}

function toneOf({ polarity, target }: Argument): RelationTone {
  if (target.type === "card") return polarity;
  return polarity === "support" ? "backing" : "undercut";
}

/** Faint, as on the canvas: many that run far across the map hide what lies between. */
function isLong(from: Rect, to: Rect, scale: number): boolean {
  const bounds = boundsOf([from, to]);
  return (
    bounds !== undefined &&
    isLongLink({ bounds: { ...bounds, width: bounds.width / scale, height: bounds.height / scale } })
  );
}

const sites: readonly Site[] = ["top", "left", "bottom", "right"];

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
