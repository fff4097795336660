import type { LinkLookup, Rect } from "#shared/diagram/index.ts";
import {
  type ArgumentId,
  type Card,
  type CardId,
  type GroupId,
  getAs,
  type RecordId,
} from "#shared/model/index.ts";
import type { OpenRecords } from "../../session/open-session.ts";
import type { FrameChange } from "../../session/record-store.ts";
import { isFiltering, matches } from "../../state/card-filter.ts";
import type { MapUiState, MapUiStore } from "../../state/map-ui-store.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import { endsOf } from "../scene/links.ts";
import { hiddenByCollapse } from "./collapsed.ts";
import { nearby } from "./nearby.ts";

/** The box that stands for a collapsed group, at the top left of where its cards lie; canvas pixels. */
const groupBox = { width: 248, height: 76 } as const;

type Asked = Pick<MapUiState, "collapsed" | "collapsedGroups" | "focusedOn" | "filter" | "editing">;

/**
 * Keeps out of sight what this person has collapsed, focused away from or filtered out, as the map and the wishes
 * change. A wish costs what it hides or shows; an edit of the map what it changes, and while something is collapsed
 * or focused on also what hangs on that.
 */
export class Visibility {
  readonly #records: OpenRecords;
  readonly #scene: CanvasScene;
  readonly #ui: MapUiStore;
  readonly #lookup: Pick<LinkLookup, "argument">;
  readonly #listeners = new Set<() => void>();
  readonly #stops: readonly (() => void)[];
  #hiddenAt: ReadonlyMap<CardId, CardId> = new Map();
  #counts: ReadonlyMap<CardId, number> = new Map();
  #near: ReadonlySet<CardId> | null = null;
  #groupBoxes: ReadonlyMap<GroupId, Rect> = new Map();
  readonly #apart = new Set<CardId>();
  /** What the cards that were edited spoke to when they last were. */
  readonly #relations = new Map<CardId, string>();

  constructor(records: OpenRecords, scene: CanvasScene, ui: MapUiStore) {
    this.#records = records;
    this.#scene = scene;
    this.#ui = ui;
    this.#lookup = { argument: (id: ArgumentId) => getAs(records.doc, "argument", id) };
    this.#stops = [
      ui.subscribe((now, before) => this.#wish(now, before)),
      records.subscribeAll((change) => this.#follow(change)),
    ];
    this.#refresh(records.doc.records.keys(), ui.getState());
  }

  /** How many cards are out of sight because this one is collapsed. */
  countBelow(id: CardId): number {
    return this.#counts.get(id) ?? 0;
  }

  /** How many cards are in sight and match the filter. */
  get shownCount(): number {
    return this.#scene.cardCount - this.#apart.size;
  }

  /** Where the box stands that is shown in place of a collapsed group. */
  boxOfGroup(id: GroupId): Rect | undefined {
    return this.#groupBoxes.get(id);
  }

  /**
   * Whether the card is in sight but does not match the filter. A line stands back with any card that it joins, unless it
   * is asked for itself.
   */
  isDimmed(key: string): boolean {
    const { filter } = this.#ui.getState();
    if (!filter.isDimming || !isFiltering(filter)) return false;
    const card = getAs(this.#records.doc, "card", key as CardId);
    if (card) return !matches(card, filter);
    const link = this.#scene.linkOf(key)?.link;
    if (!link || filter.among?.has(key as CardId)) return false;
    return endsOf(link, this.#lookup).some((id) => this.isDimmed(id));
  }

  /** Calls `listener` when counts, boxes of groups or what is dimmed may be others. */
  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The cards of the group are moved by hand: where it is collapsed its box goes along. Costs its cards. */
  followGroup(id: GroupId): void {
    const asked = this.#ui.getState();
    if (!asked.collapsedGroups.has(id)) return;
    this.#placeGroups(asked);
    this.#refresh(this.#scene.cardsIn(id), asked);
  }

  /** Undoes whatever hides this card. */
  reveal(id: CardId): void {
    const state = this.#ui.getState();
    const card = getAs(this.#records.doc, "card", id);
    if (!card || !this.#scene.isHidden(id)) return;
    for (let at = this.#hiddenAt.get(id); at; at = this.#hiddenAt.get(id)) state.toggleCollapsed(at);
    if (card.group && state.collapsedGroups.has(card.group)) state.toggleGroupCollapsed(card.group);
    if (this.#near && !this.#near.has(id)) state.leaveFocus();
    if (this.#scene.isHidden(id)) state.chooseFilter({ ...state.filter, isDimming: true });
  }

  /** Undoes whatever hides cards that were just added here, and selects them again: they were let go of as hidden. */
  revealAdded(ids: readonly CardId[]): void {
    // What is done here is hidden in a microtask that was asked for before this one.
    queueMicrotask(() => {
      if (!ids.some((id) => this.#scene.isHidden(id))) return;
      for (const id of ids) this.reveal(id);
      this.#ui.getState().select(ids);
    });
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  #wish(now: Asked, before: Asked): void {
    const touched = new Set<CardId>();
    if (now.collapsed !== before.collapsed) this.#collapse(now, touched);
    if (now.focusedOn !== before.focusedOn) this.#focus(now, touched);
    if (now.filter !== before.filter) addAll(touched, this.#allCards());
    if (now.collapsedGroups !== before.collapsedGroups) {
      for (const id of before.collapsedGroups) addAll(touched, this.#scene.cardsIn(id));
      for (const id of now.collapsedGroups) addAll(touched, this.#scene.cardsIn(id));
      this.#placeGroups(now);
    }
    if (now.editing !== before.editing) addAll(touched, [before.editing, now.editing].filter(isId));
    if (touched.size > 0) this.#refresh(touched, now);
    this.#revealWriting(now);
  }

  #follow({ added, changed, removed, moved }: FrameChange): void {
    const asked = this.#ui.getState();
    const touched = new Set<CardId>([...added, ...changed] as CardId[]);
    const isStructural = added.size + removed.size > 0 || this.#relatesAnew(changed);
    if (isStructural && asked.collapsed.size > 0) this.#collapse(asked, touched);
    if (isStructural && asked.focusedOn) this.#focus(asked, touched);
    if (asked.collapsedGroups.size > 0) {
      const groups = this.#placeGroups(asked);
      for (const id of groups) addAll(touched, this.#scene.cardsIn(id));
      addAll(touched, moved);
    }
    for (const id of removed) {
      this.#apart.delete(id as CardId);
      this.#relations.delete(id as CardId);
    }
    if (this.#isHidingAnything(asked)) this.#refresh(touched, asked);
    this.#revealWriting(asked);
  }

  /** Whoever writes below a collapsed card wants to see what is there. */
  #revealWriting({ editing }: Asked): void {
    const at = editing && this.#hiddenAt.get(editing);
    if (at) this.#ui.getState().toggleCollapsed(at);
  }

  /** Whether any of these records speaks to something else now, as far as is known: words alone relate nothing. */
  #relatesAnew(changed: Iterable<RecordId>): boolean {
    let isAnew = false;
    for (const id of changed) {
      const record = this.#records.doc.get(id);
      if (record?.type === "argument" || record?.type === "conflict") isAnew = true;
      if (record?.type !== "card") continue;
      const relations = [record.parent, record.raisedBy?.id, ...record.answers].join(" ");
      if (this.#relations.get(record.id) !== relations) isAnew = true;
      this.#relations.set(record.id, relations);
    }
    return isAnew;
  }

  #isHidingAnything(asked: Asked): boolean {
    return (
      asked.collapsed.size > 0 ||
      asked.collapsedGroups.size > 0 ||
      asked.focusedOn !== null ||
      isFiltering(asked.filter)
    );
  }

  #collapse({ collapsed }: Asked, touched: Set<CardId>): void {
    const before = this.#hiddenAt;
    this.#hiddenAt = hiddenByCollapse(this.#records.doc, collapsed);
    const counts = new Map<CardId, number>();
    for (const at of this.#hiddenAt.values()) counts.set(at, (counts.get(at) ?? 0) + 1);
    this.#counts = counts;
    addDifference(touched, before, this.#hiddenAt);
  }

  #focus({ focusedOn }: Asked, touched: Set<CardId>): void {
    const before = this.#near;
    const isThere = focusedOn && this.#records.doc.has(focusedOn.card);
    this.#near = isThere ? nearby(this.#records.doc, focusedOn.card, focusedOn.steps) : null;
    if (before && this.#near) addDifference(touched, before, this.#near);
    else if (before !== this.#near) addAll(touched, this.#allCards());
  }

  /** Places the boxes of collapsed groups anew; yields the groups whose box is another than before. */
  #placeGroups({ collapsedGroups }: Asked): readonly GroupId[] {
    const before = this.#groupBoxes;
    const boxes = new Map<GroupId, Rect>();
    for (const id of collapsedGroups) {
      const bounds = this.#scene.boundsIfShown(this.#scene.cardsIn(id));
      const known = before.get(id);
      if (!bounds) continue;
      boxes.set(
        id,
        known?.x === bounds.x && known.y === bounds.y ? known : { ...groupBox, x: bounds.x, y: bounds.y },
      );
    }
    this.#groupBoxes = boxes;
    return [...boxes].filter(([id, box]) => before.get(id) !== box).map(([id]) => id);
  }

  #refresh(ids: Iterable<RecordId>, asked: Asked): void {
    const changes = new Map<CardId, Rect | null | undefined>();
    for (const id of ids) {
      const card = getAs(this.#records.doc, "card", id);
      const standIn = card && this.#standIn(card, asked);
      if (card) changes.set(card.id, standIn);
      const isApart = card && (standIn !== undefined || !this.#isWanted(card, asked));
      if (isApart) this.#apart.add(card.id);
      else this.#apart.delete(id as CardId);
    }
    this.#scene.hide(changes);
    this.#letGoOfHidden(changes);
    for (const listener of this.#listeners) listener();
  }

  /** What is done to a selection must not reach what nobody sees. */
  #letGoOfHidden(changes: ReadonlyMap<CardId, Rect | null | undefined>): void {
    const { selection, select } = this.#ui.getState();
    const kept = [...selection].filter((id) => changes.get(id as CardId) !== null);
    if (kept.length < selection.size) select(kept);
  }

  #isWanted(card: Card, { filter }: Asked): boolean {
    return !isFiltering(filter) || matches(card, filter);
  }

  #standIn(card: Card, asked: Asked): Rect | null | undefined {
    const { editing, collapsedGroups, filter } = asked;
    if (card.id === editing) return undefined;
    if (this.#hiddenAt.has(card.id)) return null;
    if (this.#near && !this.#near.has(card.id)) return null;
    if (!filter.isDimming && !this.#isWanted(card, asked)) return null;
    return card.group && collapsedGroups.has(card.group) ? this.#groupBoxes.get(card.group) : undefined;
  }

  *#allCards(): Iterable<CardId> {
    for (const record of this.#records.doc.records.values()) if (record.type === "card") yield record.id;
  }
}

function isId(id: CardId | null): id is CardId {
  return id !== null;
}

function addAll<T>(set: Set<T>, items: Iterable<T>): void {
  for (const item of items) set.add(item);
}

type Members = Readonly<{ has: (id: CardId) => boolean; keys: () => Iterable<CardId> }>;

function addDifference(set: Set<CardId>, a: Members, b: Members): void {
  for (const id of a.keys()) if (!b.has(id)) set.add(id);
  for (const id of b.keys()) if (!a.has(id)) set.add(id);
}
