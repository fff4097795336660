import { boundsOf, type Rect } from "#shared/diagram/index.ts";
import { type CardId, type Command, type GroupId, getAs, type Point, plan } from "#shared/model/index.ts";
import { faultText } from "../../words/fault-words.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { regionOf } from "../layers/region.ts";
import { type Beside, besidePremise, besideReachPx } from "./beside-premise.ts";
import { type Regrouping, regroupingAt, type StartRegion } from "./drop-group.ts";
import type { DragHintStore, DropHint } from "./drop-hints.ts";
import { type Snap, snap } from "./snap.ts";

/** Cards fall into line with what is at most so far away, in canvas pixels; */
const nearPx = 400;
/** when that takes at most so many pixels of the screen; */
const snapPx = 6;
/** and so many cards at once are moved freely. */
const maxSnapped = 100;
/** How long a card is held beside a premise before a drop there links, so that no plain move does. */
const holdMs = 400;
const nowhere: Rect = { x: 0, y: 0, width: 0, height: 0 };

type Start = Readonly<{ at: ReadonlyMap<CardId, Rect>; bounds: Rect; regions: readonly StartRegion[] }>;
type Places = readonly (readonly [CardId, Point])[];

/** The hand over the canvas: where it is, and whether it wants to place freely (Alt). */
export type Hand = Readonly<{ pointer: Point | null; isFree: boolean }>;

/**
 * One or more cards in a hand: they fall into line with what lies near, join and leave regions, and are linked with the
 * premise beside which they are held. While it lasts only the scene and the others' screens show it; the drop is one
 * command. A move costs the cards moved and what lies near.
 */
export class CardDrag {
  readonly #tools: CanvasTools;
  readonly #hints: DragHintStore;
  #start: Start | null = null;
  #moving: ReadonlyMap<CardId, Point> = new Map();
  #regrouping: Regrouping | null = null;
  #beside: Beside | null = null;
  #isHeldBeside = false;
  #timer: number | undefined;
  #snap: Snap | null = null;

  constructor(tools: CanvasTools, hints: DragHintStore) {
    this.#tools = tools;
    this.#hints = hints;
  }

  /** Where the cards in the hand are now. */
  get moving(): ReadonlyMap<CardId, Point> {
    return this.#moving;
  }

  /** The hand has brought cards there; selected ones that are not among them come along. */
  follow(told: Places, hand: Hand): void {
    const [first] = told;
    if (!first) return;
    this.#start ??= this.#begin(told);
    const from = this.#start.at.get(first[0]);
    if (!from) return;
    const { dx, dy } = this.#intoLine(first[1][0] - from.x, first[1][1] - from.y, hand);
    const places = new Map<CardId, Point>();
    for (const [id, { x, y }] of this.#start.at) places.set(id, [Math.round(x + dx), Math.round(y + dy)]);
    this.#moving = places;
    this.#look(hand);
    const { scene, session } = this.#tools;
    scene.shift(places);
    session.presence.drag({ ids: [...places.keys()], dx: Math.round(dx), dy: Math.round(dy) });
    this.#show();
  }

  drop(): void {
    const moved = [...this.#moving.keys()];
    const commands = this.#dropCommands();
    this.#end();
    if (moved.length === 0) return;
    const { actions, scene, session } = this.#tools;
    actions.arrange.drop(commands);
    scene.settle(moved);
    session.presence.drag(null);
  }

  /** Puts the cards back where the document has them; without a drag nothing happens. */
  giveUp(): void {
    if (!this.#start) return;
    const moved = [...this.#moving.keys()];
    this.#end();
    const { scene, session } = this.#tools;
    scene.settle(moved);
    session.presence.drag(null);
  }

  /** What somebody has deleted in the meantime is left aside: the rest is dropped all the same. */
  #dropCommands(): readonly Command[] {
    const { doc } = this.#tools.session;
    const places = [...this.#moving].filter(([id]) => getAs(doc, "card", id));
    if (places.length === 0) return [];
    const wanted = this.#isHeldBeside ? this.#beside : null;
    const linked = wanted && this.#canLink(wanted.link) ? wanted : null;
    const commands: Command[] = [
      { type: "moveCards", to: linked ? places.map(([id]) => [id, linked.place]) : places },
    ];
    const { cards = [], group = null } = this.#regrouping ?? {};
    const regrouped = cards.filter((id) => getAs(doc, "card", id));
    const isGroupThere = group === null || getAs(doc, "group", group) !== undefined;
    if (linked) commands.push(linked.link);
    else if (regrouped.length > 0 && isGroupThere)
      commands.push({ type: "assignGroup", cards: regrouped, group });
    return commands;
  }

  /** Whether somebody has not made it impossible meanwhile: the move is not to be refused along with it, and why is told. */
  #canLink(link: Command): boolean {
    const { session, tell, t } = this.#tools;
    const planned = plan(session.doc, link);
    if (!planned.ok) tell(t("link.notMade", { why: faultText(t, planned.error) }));
    return planned.ok;
  }

  #end(): void {
    window.clearTimeout(this.#timer);
    this.#start = null;
    this.#moving = new Map();
    this.#regrouping = null;
    this.#beside = null;
    this.#isHeldBeside = false;
    this.#hints.clear();
  }

  #begin(told: Places): Start {
    const { ui, session, scene } = this.#tools;
    const ids = new Set(told.map(([id]) => id));
    const { selection } = ui.getState();
    const [first] = ids;
    if (first !== undefined && selection.has(first)) {
      for (const key of selection) if (getAs(session.doc, "card", key as CardId)) ids.add(key as CardId);
    }
    const at = new Map<CardId, Rect>();
    for (const id of ids) {
      const point = session.doc.position(id) ?? [0, 0];
      const box = scene.boxOf(id);
      if (box) at.set(id, { x: point[0], y: point[1], width: box.width, height: box.height });
    }
    const bounds = boundsOf(at.values()) ?? nowhere;
    return { at, bounds, regions: [...this.#regions(ids)] };
  }

  /** All regions, looked at once: while cards are moved, theirs move with them. */
  *#regions(ids: ReadonlySet<CardId>): Iterable<StartRegion> {
    const { scene } = this.#tools;
    for (const id of scene.groups()) {
      const bounds = scene.groupBounds(id);
      if (!bounds) continue;
      const members = [...scene.cardsIn(id)];
      const held = members.filter((member) => ids.has(member));
      yield { id, box: regionOf(bounds), held, isWhole: held.length === members.length };
    }
  }

  #intoLine(dx: number, dy: number, { isFree }: Hand): Readonly<{ dx: number; dy: number }> {
    this.#snap = null;
    if (!this.#start || isFree || this.#start.at.size > maxSnapped) return { dx, dy };
    const { x, y, width, height } = this.#start.bounds;
    const moved = { x: x + dx, y: y + dy, width, height };
    const near = this.#near(moved, nearPx).map(([, rect]) => rect);
    const found = snap(moved, near, snapPx / this.#tools.view.get().zoom);
    this.#snap = found;
    return { dx: dx + found.dx, dy: dy + found.dy };
  }

  /** What a drop here would do, now that the cards have moved. */
  #look({ pointer }: Hand): void {
    const held = this.#held();
    this.#regrouping = this.#start && pointer ? regroupingAt(this.#start.regions, pointer, held) : null;
    const [only, ...others] = held;
    const beside =
      only && others.length === 0
        ? besidePremise(this.#tools.session.doc, only[0], only[1], this.#near(only[1], besideReachPx))
        : null;
    if (beside?.premise === this.#beside?.premise && beside?.place[0] === this.#beside?.place[0]) return;
    this.#beside = beside;
    this.#isHeldBeside = false;
    window.clearTimeout(this.#timer);
    if (!beside) return;
    this.#timer = window.setTimeout(() => {
      this.#isHeldBeside = true;
      this.#show();
    }, holdMs);
  }

  #show(): void {
    this.#hints.set({ snap: this.#snap, drop: this.#dropHint() });
  }

  #dropHint(): DropHint | null {
    const [only] = this.#held();
    if (this.#isHeldBeside && this.#beside && only) {
      const [x, y] = this.#beside.place;
      return { kind: "together", box: { ...only[1], x, y }, title: "" };
    }
    if (!this.#regrouping) return null;
    const { kind, region } = this.#regrouping;
    return { kind, box: region.box, title: this.#titleOf(region.id) };
  }

  #titleOf(id: GroupId): string {
    const { session, t } = this.#tools;
    return getAs(session.doc, "group", id)?.title || t("group.untitled");
  }

  #held(): readonly (readonly [CardId, Rect])[] {
    return [...(this.#start?.at ?? [])].map(([id, rect]) => {
      const [x, y] = this.#moving.get(id) ?? [rect.x, rect.y];
      return [id, { ...rect, x, y }];
    });
  }

  #near({ x, y, width, height }: Rect, reach: number): readonly (readonly [CardId, Rect])[] {
    const { scene } = this.#tools;
    const around = { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach };
    return scene.inView(around).cards.flatMap((id): readonly (readonly [CardId, Rect])[] => {
      const rect = this.#start?.at.has(id) ? undefined : scene.rectOf(id);
      return rect ? [[id, rect]] : [];
    });
  }
}
