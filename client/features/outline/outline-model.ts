import { type Card, type CardId, getAs, type RecordId, type Ref } from "#shared/model/index.ts";
import {
  homeRow,
  OutlineRoots,
  type OutlineRow,
  placesBeside,
  rootRow,
  rowsBelow,
  targetsOf,
} from "#shared/outline/index.ts";
import type { OpenDoc, OpenRecords } from "../../session/open-session.ts";
import type { FrameChange } from "../../session/record-store.ts";
import {
  gatherOpen,
  haveSamePlace,
  isNode,
  isSame,
  isSameSet,
  type OutlineItem,
  type OutlineNode,
  type ShownOutline,
  sameItems,
  sameRefs,
} from "./outline-items.ts";

/** So many rows are open at first, whole levels at a time. */
const firstRows = 400;
/** So many rows are shown below one, and so many more each time one asks. */
const rowsAtOnce = 200;
/** Rows hear of new words for their names after a pause: while somebody types, only the text itself is drawn anew. */
const labelAfterMs = 400;

type Entry = {
  row: OutlineRow;
  card: Card;
  isOpen: boolean;
  below: readonly OutlineRow[];
  elsewhere: readonly Ref[];
  node: OutlineNode | undefined;
};

/**
 * The rows of the outline that are shown. Rows below a closed one are not even computed; a change of a record costs
 * the rows that show it, their siblings and the way up to the root.
 */
export class OutlineModel {
  readonly #doc: OpenDoc;
  readonly #roots: OutlineRoots;
  readonly #entries = new Map<string, Entry>();
  /** The rows that show a card, or stand by an argument or conflict. */
  readonly #showing = new Map<RecordId, Set<string>>();
  /** What this person opened and closed: by card where it is at home, elsewhere by row. */
  readonly #choices = new Map<string, boolean>();
  readonly #limits = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #unnamed = new Set<string>();
  readonly #stop: () => void;
  readonly #openDepth: number;
  #timer: number | undefined;
  #shown: ShownOutline = { items: [], open: new Set() };

  constructor(records: OpenRecords) {
    this.#doc = records.doc;
    this.#roots = new OutlineRoots(this.#doc, this.#doc.records.values());
    this.#openDepth = this.#firstDepth();
    this.#show(new Set());
    this.#stop = records.subscribeAll((change) => this.#follow(change));
  }

  readonly shown = (): ShownOutline => this.#shown;

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get rootIds(): readonly CardId[] {
    return this.#roots.ids();
  }

  rowOf(key: string): OutlineRow | undefined {
    return this.#entries.get(key)?.row;
  }

  isOpen(key: string): boolean {
    return this.#shown.open.has(key);
  }

  /** The row of a card that is shown, that at home if it is among them. */
  rowShowing(card: CardId): OutlineRow | undefined {
    const home = this.#homeOf(card);
    if (home && this.#entries.has(home.key)) return home;
    const [key] = this.#showing.get(card) ?? [];
    return key === undefined ? undefined : this.rowOf(key);
  }

  /** All rows shown, from top to bottom. */
  rowsShown(): readonly OutlineRow[] {
    const rows: OutlineRow[] = [];
    const gather = (items: readonly OutlineItem[]): void => {
      for (const item of items) {
        if (!isNode(item)) continue;
        rows.push(item.row);
        gather(item.items);
      }
    };
    gather(this.#shown.items);
    return rows;
  }

  /** What stands below a row, shown or not. */
  below(row: OutlineRow): readonly OutlineRow[] {
    return rowsBelow(this.#doc, row);
  }

  /** Opens exactly these of the rows shown. */
  openExactly(keys: ReadonlySet<string>): void {
    const changed = new Set<string>();
    for (const [key, entry] of this.#entries) {
      if (entry.isOpen === keys.has(key)) continue;
      this.#choose(entry, keys.has(key));
      changed.add(key);
    }
    this.#show(changed);
  }

  /** Names the rows whose text has changed without waiting: one of them is going to be read. */
  nameNow(): void {
    if (this.#unnamed.size > 0) this.#show(new Set());
  }

  /** Has the row open as soon as what comes below it is there. */
  willOpen(row: OutlineRow): void {
    const entry = this.#entries.get(row.key);
    if (entry) this.#choose(entry, true);
    else this.#choices.set(this.#choiceKey(row), true);
  }

  /** Shows more of the rows that stand below this one, or at the top. */
  showMore(parentKey: string): void {
    this.#limits.set(parentKey, this.#limitOf(parentKey) + rowsAtOnce);
    this.#show(new Set([parentKey]));
  }

  /** Opens what leads to the card, and gives its row; of a card that has just come, the row comes a moment later. */
  reveal(card: CardId): OutlineRow | undefined {
    const home = this.#homeOf(card);
    if (!home) return undefined;
    const changed = new Set<string>();
    for (let row: OutlineRow | null = home; row; row = row.parent) {
      const { key, parent }: OutlineRow = row;
      const siblings = parent ? rowsBelow(this.#doc, parent).map((at) => at.key) : this.#roots.ids();
      const index = siblings.indexOf(key as CardId);
      const parentKey = parent?.key ?? "";
      if (index >= this.#limitOf(parentKey)) {
        this.#limits.set(parentKey, Math.ceil((index + 1) / rowsAtOnce) * rowsAtOnce);
        changed.add(parentKey);
      }
      if (!parent) continue;
      const entry = this.#entries.get(parent.key);
      if (!entry?.isOpen) {
        this.#choices.set(this.#choiceKey(parent), true);
        if (entry) entry.isOpen = true;
        changed.add(parent.key);
      }
    }
    if (changed.size > 0) this.#show(changed);
    return this.rowOf(home.key) ?? home;
  }

  dispose(): void {
    this.#stop();
    window.clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #follow({ added, changed, removed }: FrameChange): void {
    const stale = new Set<string>();
    for (const id of changed) if (!this.#hasMoved(id)) this.#renameSoon(id);
    const moved = [...added, ...removed, ...[...changed].filter((id) => this.#hasMoved(id))];
    if (moved.length === 0) return;
    // Who speaks elsewhere now, or no longer, says so in each of its rows.
    const speakers = moved.flatMap((id) => this.#roots.premisesOf(id));
    this.#roots.update(moved);
    speakers.push(...moved.flatMap((id) => this.#roots.premisesOf(id)));
    for (const id of speakers) for (const key of this.#showing.get(id) ?? []) stale.add(key);
    for (const id of moved) {
      for (const key of this.#showing.get(id) ?? []) {
        stale.add(key);
        stale.add(this.#entries.get(key)?.row.parent?.key ?? "");
      }
      for (const target of targetsOf(this.#doc, id)) {
        for (const key of this.#showing.get(target) ?? []) stale.add(key);
      }
    }
    this.#show(stale);
  }

  /** Whether more than words changed: what the card speaks to, its kind, or its place among its siblings. */
  #hasMoved(id: RecordId): boolean {
    const card = getAs(this.#doc, "card", id);
    const [key] = this.#showing.get(id) ?? [];
    const before = key === undefined ? undefined : this.#entries.get(key)?.card;
    return !card || !before || !haveSamePlace(card, before);
  }

  #renameSoon(id: RecordId): void {
    for (const key of this.#showing.get(id) ?? []) {
      this.#unnamed.add(key);
      const entry = this.#entries.get(key);
      const card = getAs(this.#doc, "card", id);
      if (entry && card) entry.card = card;
    }
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#show(new Set()), labelAfterMs);
  }

  /** Builds anew what is stale and what leads to it, and tells if anything came out otherwise. */
  #show(stale: ReadonlySet<string>): void {
    const onTheWay = new Set<string>();
    for (const key of [...stale, ...this.#unnamed]) {
      for (let row = this.rowOf(key); row && !onTheWay.has(row.key); row = row.parent ?? undefined) {
        onTheWay.add(row.key);
      }
    }
    this.#unnamed.clear();
    const build = (row: OutlineRow): OutlineNode | undefined => {
      const known = this.#entries.get(row.key);
      if (known?.node && known.row === row && !onTheWay.has(row.key)) return known.node;
      const entry = this.#enter(row);
      if (!entry) return undefined;
      if (entry !== known || stale.has(row.key)) {
        entry.below = this.#keep(rowsBelow(this.#doc, row));
        entry.elsewhere = sameRefs(placesBeside(this.#doc, row), entry.elsewhere);
      }
      const items = entry.isOpen ? this.#items(row.key, entry.below, entry.node?.items ?? [], build) : [];
      const node = {
        id: row.key,
        row,
        card: entry.card,
        elsewhere: entry.elsewhere,
        canOpen: entry.below.length > 0,
        items: sameItems(items, entry.node?.items ?? []),
      };
      if (entry.node && !isSame(entry.node, node)) this.#leave(entry.node.items, node.items);
      entry.node = entry.node && isSame(entry.node, node) ? entry.node : node;
      return entry.node;
    };
    const roots = this.#roots.ids();
    const first = this.#keep(roots.slice(0, this.#limitOf("")).map(rootRow));
    const before = this.#shown.items;
    const items = sameItems(this.#items("", first, before, build, roots.length), before);
    if (items !== before) this.#leave(before, items);
    const open = new Set<string>();
    gatherOpen(items, open);
    if (items === before && isSameSet(open, this.#shown.open)) return;
    this.#shown = { items, open: isSameSet(open, this.#shown.open) ? this.#shown.open : open };
    for (const listener of this.#listeners) listener();
  }

  #items(
    parentKey: string,
    rows: readonly OutlineRow[],
    before: readonly OutlineItem[],
    build: (row: OutlineRow) => OutlineNode | undefined,
    count = rows.length,
  ): readonly OutlineItem[] {
    const limit = this.#limitOf(parentKey);
    const items: OutlineItem[] = rows.slice(0, limit).flatMap((row) => build(row) ?? []);
    if (count > limit) {
      const more = { id: `${parentKey}/more`, parentKey, count: count - limit };
      const known = before.at(-1);
      items.push(known && !isNode(known) && known.count === more.count ? known : more);
    }
    return items;
  }

  /** The same row objects as before where they say the same. */
  #keep(rows: readonly OutlineRow[]): readonly OutlineRow[] {
    return rows.map((row) => {
      const known = this.rowOf(row.key);
      return known && known.parent === row.parent && known.together === row.together ? known : row;
    });
  }

  #enter(row: OutlineRow): Entry | undefined {
    const card = getAs(this.#doc, "card", row.card);
    if (!card) return undefined;
    const known = this.#entries.get(row.key);
    if (known && known.row === row) {
      known.card = card;
      return known;
    }
    const isOpen = known?.isOpen ?? this.#isOpenAtFirst(row);
    const entry: Entry = { row, card, isOpen, below: [], elsewhere: [], node: known?.node };
    this.#entries.set(row.key, entry);
    for (const id of row.via ? [row.card, row.via] : [row.card]) {
      const keys = this.#showing.get(id) ?? new Set();
      this.#showing.set(id, keys.add(row.key));
    }
    return entry;
  }

  /** Forgets the rows that are no longer shown. */
  #leave(before: readonly OutlineItem[], after: readonly OutlineItem[]): void {
    const kept = new Set(after.map(({ id }) => id));
    for (const item of before) {
      if (kept.has(item.id) || !isNode(item)) continue;
      this.#leave(item.items, []);
      const { row } = item;
      this.#entries.delete(row.key);
      for (const id of row.via ? [row.card, row.via] : [row.card]) {
        const keys = this.#showing.get(id);
        keys?.delete(row.key);
        if (keys?.size === 0) this.#showing.delete(id);
      }
    }
  }

  #choose(entry: Entry, isOpen: boolean): void {
    entry.isOpen = isOpen;
    this.#choices.set(this.#choiceKey(entry.row), isOpen);
  }

  #isOpenAtFirst(row: OutlineRow): boolean {
    const chosen = this.#choices.get(this.#choiceKey(row));
    return chosen ?? (row.depth < this.#openDepth && this.#isHome(row));
  }

  #choiceKey(row: OutlineRow): string {
    return this.#isHome(row) ? row.card : row.key;
  }

  #isHome(row: OutlineRow): boolean {
    return this.#homeOf(row.card)?.key === row.key;
  }

  #homeOf(card: CardId): OutlineRow | undefined {
    return homeRow(this.#doc, card, (id) => this.#roots.has(id));
  }

  #limitOf(parentKey: string): number {
    return this.#limits.get(parentKey) ?? rowsAtOnce;
  }

  /** How many whole levels can be open without showing more than one takes in at first. */
  #firstDepth(): number {
    let level = this.#roots.ids().slice(0, rowsAtOnce).map(rootRow);
    let count = level.length;
    for (let depth = 0; level.length > 0; depth += 1) {
      const next: OutlineRow[] = [];
      for (const row of level) {
        if (this.#isHome(row)) next.push(...rowsBelow(this.#doc, row).slice(0, rowsAtOnce));
        if (count + next.length > firstRows) return depth;
      }
      count += next.length;
      level = next;
    }
    return Number.POSITIVE_INFINITY;
  }
}
