import { boundsOf, type CardBox, jointBox, type LinkLookup, type Rect } from "#shared/diagram/index.ts";
import {
  type ArgumentId,
  type CardId,
  type GroupId,
  getAs,
  type MapRecord,
  type Point,
  type RecordId,
} from "#shared/model/index.ts";
import { KeyedListeners } from "../../session/keyed-listeners.ts";
import type { OpenDoc, OpenRecords } from "../../session/open-session.ts";
import type { FrameChange } from "../../session/record-store.ts";
import { CardSizes } from "./card-sizes.ts";
import { Damage, edgesBetween, type SceneDamage, stretchesOf } from "./damage.ts";
import { GroupPlaces } from "./group-places.ts";
import { InHand } from "./in-hand.ts";
import { LinkPlaces, type PlacedLink, placeLink } from "./link-places.ts";
import { isWithinOneBox, linksOf, toneOf, touchedBy } from "./links.ts";
import { rectsOf, sameBox } from "./places.ts";
import { type Item, rectOfItem, SpatialIndex } from "./spatial-index.ts";

export type { PlacedLink };

/** What is in a stretch of canvas. */
export type InView = Readonly<{ cards: readonly CardId[]; links: readonly string[] }>;

/**
 * Cards that are not to be shown: with the box that stands for them, where one does, at which their links to the
 * outside then end; null where nothing stands for them; undefined for those to be shown again.
 */
export type HiddenCards = ReadonlyMap<CardId, Rect | null | undefined>;

/** The map that is laid out, and how to hear of its changes. */
export type SceneRecords = Pick<OpenRecords, "subscribeAll"> &
  Readonly<{ doc: Pick<OpenDoc, "records" | "get" | "position" | "referrersOf"> }>;

/** The key under which one hears that what a link joins may read differently, though it lies where it lay. */
export function wordsKeyOf(linkKey: string): string {
  return `words:${linkKey}`;
}

/** The key under which one hears that a group came or went. */
export const groupList = "groups";

/**
 * Where everything lies: boxes of cards, lines, and what is in view. Kept up as the document changes and as cards are
 * dragged; an edit or a move costs what hangs on the cards concerned, and a look at the view what is in it.
 */
export class CanvasScene {
  readonly #records: SceneRecords;
  readonly #sizes: CardSizes;
  readonly #links = new LinkPlaces();
  readonly #index = new SpatialIndex();
  /** Where cards are shown while a hand or an animation moves them. */
  readonly #shifted = new Map<CardId, Point>();
  readonly #hidden = new Map<CardId, Rect | null>();
  readonly #listeners = new KeyedListeners<string>();
  readonly #anyListeners = new Set<() => void>();
  readonly #inHand = new InHand();
  readonly #damage = new Damage((key) => this.#inHand.has(key));
  readonly #groups = new GroupPlaces((id) => this.bounds(this.cardsIn(id)));
  readonly #stop: () => void;
  readonly #lookup: LinkLookup;

  constructor(records: SceneRecords) {
    this.#records = records;
    this.#sizes = new CardSizes((source) => getAs(records.doc, "source", source)?.title);
    this.#lookup = {
      argument: (id: ArgumentId) => getAs(records.doc, "argument", id),
      cardBox: (id: CardId) => this.rectOf(id),
    };
    this.#fill();
    this.#stop = records.subscribeAll((change) => this.#follow(change));
  }

  /** How many cards the map has. */
  get cardCount(): number {
    return this.#sizes.count;
  }

  /** How the card is laid out inside; undefined where there is no such card. */
  boxOf(id: CardId): CardBox | undefined {
    return this.#sizes.boxOf(id);
  }

  /** Where the card is shown, or what stands for it, in canvas pixels; undefined where neither is. */
  rectOf(id: CardId): Rect | undefined {
    const hidden = this.#hidden.get(id);
    if (hidden !== undefined) return hidden ?? undefined;
    return this.#ownRectOf(id);
  }

  /** Where the card itself would be shown. */
  #ownRectOf(id: CardId): Rect | undefined {
    const size = this.#sizes.sizeOf(id);
    if (!size) return undefined;
    const [x, y] = this.#shifted.get(id) ?? this.#records.doc.position(id) ?? [0, 0];
    return { x, y, width: size.width, height: size.height };
  }

  /** Where a card is, or the word on a line. */
  placeOf(key: string): Rect | undefined {
    const placed = this.#links.get(key);
    return placed ? jointBox(placed.geometry.label) : this.rectOf(key as CardId);
  }

  linkOf(key: string): PlacedLink | undefined {
    return this.#links.get(key);
  }

  /** The joint of an argument: where its stems meet, where its word stands. */
  jointOf(id: ArgumentId): Point | undefined {
    const geometry = this.#links.get(id)?.geometry;
    return geometry && "joint" in geometry ? geometry.joint : undefined;
  }

  /** All named regions. */
  groups(): Iterable<GroupId> {
    return this.#groups.ids();
  }

  /** The box around a group's cards, or undefined while it has none. */
  groupBounds(id: GroupId): Rect | undefined {
    return this.#groups.boundsOf(id);
  }

  /** The groups whose cards' bounds touch the stretch of canvas, the largest first. */
  groupsInView(view: Rect): readonly GroupId[] {
    return this.#groups.inView(view);
  }

  *cardsIn(id: GroupId): Iterable<CardId> {
    for (const record of this.#records.doc.referrersOf(id)) if (record.type === "card") yield record.id;
  }

  /** The places of cards and links that touch the stretch of canvas, in no order; for who draws thousands of them. */
  itemsIn(view: Rect): readonly Item[] {
    return this.#index.search(view);
  }

  /** The cards and links that touch the stretch of canvas. */
  inView(view: Rect): InView {
    const found = this.itemsIn(view);
    const cards: CardId[] = [];
    const links: string[] = [];
    for (const { id, isCard } of found) {
      if (isCard) cards.push(id as CardId);
      else links.push(id);
    }
    // The tree yields no lasting order; what is drawn should keep its own.
    return { cards: cards.sort(), links: links.sort() };
  }

  /** The box around all that is shown, cards and lines, as the index has it: for who asks at every edit. */
  extent(): Rect | undefined {
    return this.#index.extent();
  }

  /** The box around all cards, or undefined on an empty map. */
  bounds(ids: Iterable<CardId> = this.#sizes.ids()): Rect | undefined {
    return boundsOf(rectsOf(ids, (id) => this.rectOf(id)));
  }

  /** The box around these cards where they would be shown if nothing hid them. */
  boundsIfShown(ids: Iterable<CardId>): Rect | undefined {
    return boundsOf(rectsOf(ids, (id) => this.#ownRectOf(id)));
  }

  isHidden(id: CardId): boolean {
    return this.#hidden.has(id);
  }

  /** Hides cards, or shows them again. Costs what changes by it, and what hangs on that. */
  hide(changes: HiddenCards): void {
    const changed: CardId[] = [];
    for (const [id, box] of changes) {
      if (sameBox(this.#hidden.get(id), box)) continue;
      if (box === undefined) this.#hidden.delete(id);
      else this.#hidden.set(id, box);
      changed.push(id);
    }
    this.#take(changed);
  }

  /** Shows cards elsewhere than the document says, until `settle`. */
  shift(places: Iterable<readonly [CardId, Point]>): void {
    const moved: CardId[] = [];
    const known = this.#shifted.size;
    for (const [id, at] of places) {
      this.#shifted.set(id, at);
      moved.push(id);
    }
    this.#take(moved, this.#shifted.size > known);
  }

  /** Shows cards where the document says again. */
  settle(ids: Iterable<CardId> = [...this.#shifted.keys()]): void {
    const moved: CardId[] = [];
    for (const id of ids) if (this.#shifted.delete(id)) moved.push(id);
    this.#take(moved);
  }

  /**
   * Calls `listener` when the card, link or group of that key looks different, comes or goes; links and groups also
   * when they lie elsewhere.
   */
  subscribe(key: string, listener: () => void): () => void {
    return this.#listeners.subscribe(key, listener);
  }

  /** Calls `listener` when anything was placed anew. */
  subscribeAny(listener: () => void): () => void {
    this.#anyListeners.add(listener);
    return () => this.#anyListeners.delete(listener);
  }

  /** Calls `listener` with what looks different. Very many stretches come as one around them all. */
  onDamage(listener: (damage: SceneDamage) => void): () => void {
    return this.#damage.subscribe(listener);
  }

  /** What is on the move, and so drawn apart from what lies still; nothing where it is too much. */
  get inHand(): Pick<InHand, "has" | "keys"> {
    return this.#inHand;
  }

  dispose(): void {
    this.#stop();
  }

  #follow({ added, changed, removed, moved }: FrameChange): void {
    this.#take([...added, ...changed, ...removed, ...moved]);
  }

  /** Lays out the whole map at once: nobody listens yet, and an index is made of all in a fraction of the time. */
  #fill(): void {
    const { doc } = this.#records;
    const things: (readonly [id: string, rect: Rect, isCard: boolean])[] = [];
    for (const record of doc.records.values()) {
      if (record.type === "group") this.#groups.add(record.id);
      if (record.type !== "card") continue;
      this.#sizes.measure(record);
      const rect = this.#ownRectOf(record.id);
      if (!rect) continue;
      things.push([record.id, rect, true]);
      this.#groups.take(record.id, record.group, undefined, rect);
    }
    for (const record of doc.records.values()) {
      const links = linksOf(record);
      this.#links.renew(record.id, links);
      for (const link of links) {
        const geometry = placeLink(link, this.#lookup);
        if (!geometry) continue;
        this.#links.set({ link, tone: toneOf(link, doc), geometry });
        things.push([link.key, geometry.bounds, false]);
      }
    }
    this.#index.load(things);
    this.#groups.settle();
  }

  /** Lays these records out afresh, and every line that ends at them. */
  #take(ids: readonly RecordId[], mayChangeHand = true): void {
    if (ids.length === 0) return;
    const told = new Set<string>();
    const released = mayChangeHand ? this.#changeHand() : [];
    const seeds = new Set(ids);
    for (const id of ids) {
      const record = this.#records.doc.get(id);
      const before = this.#cardPlace(id);
      this.#placeCard(id, told, false);
      if (record?.type === "group" || this.#groups.has(id as GroupId)) this.#placeGroup(id, record, told);
      const group = record?.type === "card" ? record.group : null;
      this.#groups.take(id as CardId, group, before, this.#cardPlace(id));
      // A renamed source shows on every card that cites it.
      if (record?.type !== "source") continue;
      for (const citing of this.#records.doc.referrersOf(id)) {
        this.#placeCard(citing.id, told, true);
        seeds.add(citing.id);
      }
    }
    for (const id of touchedBy(seeds, this.#records.doc)) this.#placeLinks(id, told);
    for (const [id, before, now] of this.#groups.settle()) {
      told.add(id);
      this.#damage.add(edgesBetween(before, now));
    }
    for (const key of released) this.#damage.add(this.#stretchesAt(key));
    this.#damage.tell();
    for (const key of told) this.#listeners.tell(key);
    for (const listener of this.#anyListeners) listener();
  }

  /** Takes up what hangs on the cards that are shown elsewhere, and yields what is put down again. */
  #changeHand(): readonly string[] {
    const { taken, released } = this.#inHand.hold(
      new Set(this.#shifted.keys()),
      this.#records.doc,
      this.#lookup,
    );
    for (const key of taken) this.#damage.add(this.#stretchesAt(key));
    for (const key of [...taken, ...released]) this.#damage.handOver(key);
    return released;
  }

  /** What the card or line covers now. */
  #stretchesAt(key: string): readonly Rect[] {
    const placed = this.#links.get(key);
    const place = placed ? undefined : this.#cardPlace(key as CardId);
    return placed ? stretchesOf(placed.geometry) : place ? [place] : [];
  }

  /** Tells whoever shows the card only where it looks different, not where it merely lies elsewhere. */
  #placeCard(id: RecordId, told: Set<string>, isStale: boolean): void {
    const card = getAs(this.#records.doc, "card", id);
    if (card) {
      if (isStale || !this.#sizes.knows(card)) {
        this.#sizes.measure(card);
        told.add(id);
        const place = this.#cardPlace(id);
        if (place) this.#damage.addOf(id, [place]);
      }
      const rect = this.#hidden.has(card.id) ? undefined : this.#ownRectOf(card.id);
      if (rect) this.#lay(card.id, rect);
      else this.#takeAway(card.id);
    } else if (this.#sizes.has(id as CardId)) {
      this.#sizes.forget(id as CardId);
      this.#shifted.delete(id as CardId);
      this.#hidden.delete(id as CardId);
      this.#takeAway(id);
      told.add(id);
    }
  }

  /** Where the card is drawn; undefined while it is hidden. */
  #cardPlace(id: RecordId): Rect | undefined {
    const item = this.#index.get(id);
    return item && rectOfItem(item);
  }

  #placeGroup(id: RecordId, record: MapRecord | undefined, told: Set<string>): void {
    if (record?.type === "group") this.#groups.add(record.id);
    else this.#groups.remove(id as GroupId);
    const bounds = this.#groups.boundsOf(id as GroupId);
    // Its name or its colour may be others.
    if (bounds) this.#damage.add([bounds]);
    told.add(id);
    told.add(groupList);
  }

  #placeLinks(id: RecordId, told: Set<string>): void {
    const record: MapRecord | undefined = this.#records.doc.get(id);
    const links = record ? linksOf(record) : [];
    for (const key of this.#links.renew(id, links)) this.#dropLink(key, told);
    for (const link of links) {
      const geometry = isWithinOneBox(link, this.#hidden, this.#lookup)
        ? undefined
        : placeLink(link, this.#lookup);
      if (!geometry) {
        this.#dropLink(link.key, told);
        continue;
      }
      told.add(wordsKeyOf(link.key));
      const tone = toneOf(link, this.#records.doc);
      const known = this.#damage.isHeard ? this.#links.get(link.key) : undefined;
      if (!this.#links.set({ link, tone, geometry })) continue;
      if (known) this.#damageLine(known);
      this.#damageLine({ link, geometry });
      this.#index.put(link.key, geometry.bounds, false);
      told.add(link.key);
    }
  }

  #damageLine({ link, geometry }: Pick<PlacedLink, "link" | "geometry">): void {
    if (this.#damage.isHeard) this.#damage.addOf(link.key, stretchesOf(geometry));
  }

  #dropLink(key: string, told: Set<string>): void {
    const known = this.#links.get(key);
    if (!known) return;
    this.#damageLine(known);
    this.#links.delete(key);
    this.#index.delete(key);
    told.add(key);
  }

  #lay(card: CardId, rect: Rect): void {
    const before = this.#cardPlace(card);
    if (!this.#index.put(card, rect, true)) return;
    this.#damage.addOf(card, before ? [before, rect] : [rect]);
  }

  #takeAway(card: RecordId): void {
    const before = this.#cardPlace(card);
    if (!before) return;
    this.#index.delete(card);
    this.#damage.addOf(card, [before]);
  }
}
