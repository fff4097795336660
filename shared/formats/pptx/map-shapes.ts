/** A map as shapes and connectors that can be moved and written on. */
import {
  boundsOf,
  cardBox,
  cardMetrics,
  geometryOf,
  linkMetrics,
  type Rect,
  type RelationTone,
} from "#shared/diagram/index.ts";
import type {
  PictureStanding,
  PictureStrengths,
  PictureTheme,
  PictureWords,
} from "#shared/diagram/picture/index.ts";
import { strengthText } from "#shared/diagram/picture/strength-text.ts";
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
import { relationOf, toneOf } from "../graph/index.ts";
import { cardParagraphs } from "./card-paragraphs.ts";
import { type Emphasis, emphasise } from "./emphasis.ts";
import { mapConnectors } from "./map-connectors.ts";
import type { SlideConnector, SlideShape } from "./shapes.ts";

/** What lies behind, the lines on it, and what the lines lead to; in this order. */
export type Drawn = Readonly<{
  backdrop: readonly SlideShape[];
  connectors: readonly SlideConnector[];
  shapes: readonly SlideShape[];
}>;
export type DrawOptions = Emphasis &
  Readonly<{
    theme: PictureTheme;
    words: PictureWords;
    standings: ReadonlyMap<CardId, PictureStanding>;
    /** Null where they are not to be told. */
    strengths: PictureStrengths | null;
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
      const { theme, words, standings, strengths } = this.#options;
      const standing = standings.get(card.id);
      const strength = strengths ? strengthText(strengths, card.id) : undefined;
      const colors = card.color === null ? theme.cards[card.kind] : theme.tints[card.color];
      this.#shapes.set(card.id, {
        ...this.#blank(words.kinds[card.kind], this.#placed(card.id)),
        fill: colors.surface,
        stroke: colors.border,
        paragraphs: cardParagraphs(card, box, { theme, words, standing, strength, scale: this.#scale }),
      });
    }
    this.#addJoints();
    const connectors = this.#connectors();
    const shapes = [...this.#shapes].map(([id, shape]) =>
      emphasise(shape, id, this.#options, this.#options.theme),
    );
    return { backdrop: groupShapes, connectors, shapes };
  }

  #connectors(): readonly SlideConnector[] {
    const { theme, words, dimmed } = this.#options;
    const takeId = () => this.#nextId++;
    return mapConnectors(this.#map, this.#shapes, { theme, words, dimmed, scale: this.#scale, takeId });
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
      if (at) this.#addJoint(argument.id, toneOf[relationOf(argument)], at);
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

  /** The box, moved a little to either side, or else up or down, where it would cover what stands on a card. */
  #besideCards(box: Rect): Rect {
    if (this.#cards.length > maxCardsLookedAt) return box;
    const isClear = (at: Rect) => !this.#cards.some((card) => overlap(card, at));
    for (let by = 0; by <= maxShiftPx; by += shiftStepPx)
      for (const x of [box.x + by, box.x - by]) if (isClear({ ...box, x })) return { ...box, x };
    // Between premises above and below, the words of an argument fall on what it is about.
    for (let by = shiftStepPx; by <= maxShiftPx; by += shiftStepPx)
      for (const y of [box.y + by, box.y - by]) if (isClear({ ...box, y })) return { ...box, y };
    return box;
  }
}
