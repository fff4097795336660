import { isSameData } from "#shared/lib/same-data.ts";
import {
  type ChainMemo,
  chainMemo,
  checkRecordRules,
  type MapRecord,
  type MapView,
  mentionsOf,
  type RecordId,
  resolve,
  type Violation,
} from "#shared/model/index.ts";
import type { Reading } from "./doc-reader.ts";

/** About a millisecond's worth on a slow phone. */
const suspectsPerStep = 32;

/** What became of the shown records. */
export type IndexChange = Readonly<{
  added: ReadonlySet<RecordId>;
  changed: ReadonlySet<RecordId>;
  removed: ReadonlySet<RecordId>;
}>;

/**
 * The records of a document as plain data, kept up as they change: as stored, as shown, and who mentions whom. An
 * update costs what changed and what is connected to it, never the map.
 */
export class RecordIndex {
  readonly #stored = new Map<RecordId, MapRecord>();
  readonly #shown = new Map<RecordId, MapRecord>();
  readonly #referrers = new Map<RecordId, Set<RecordId>>();
  /** Records that may break a rule since they were last looked at. */
  readonly #suspects = new Set<RecordId>();
  readonly #oddities = new Map<RecordId, readonly Violation[]>();

  get shown(): ReadonlyMap<RecordId, MapRecord> {
    return this.#shown;
  }

  /** The records that mention `id`, as shown. */
  *shownReferrers(id: RecordId): Iterable<MapRecord> {
    for (const referrer of this.#referrers.get(id) ?? []) {
      const record = this.#shown.get(referrer);
      if (record) yield record;
    }
  }

  /** Takes in what the records with these ids are now. */
  update(ids: Iterable<RecordId>, read: (id: RecordId) => Reading): IndexChange {
    const toResolve = new Set<RecordId>();
    const reshaped: RecordId[] = [];
    for (const id of ids) {
      const { record: now, oddities } = read(id);
      const before = this.#stored.get(id);
      this.#note(id, oddities);
      if (before && now && isSameData(before, now)) continue;
      this.#store(id, before, now);
      toResolve.add(id);
      if (shapeDiffers(before, now)) reshaped.push(id);
    }
    this.#spread(reshaped, toResolve);
    return this.#show(toResolve);
  }

  /**
   * Looks at suspects a few at a time and lets go of those that break no rule, so that `violations` has little left to
   * look at. The map may change between two steps: what that touches is looked at again.
   */
  *clearSuspects(): Generator<void, void> {
    const view = this.#storedView();
    let memo = chainMemo();
    let looked = 0;
    for (const id of this.#suspects) {
      if (this.#brokenBy(id, view, memo).length === 0) this.#suspects.delete(id);
      looked += 1;
      if (looked % suspectsPerStep !== 0) continue;
      yield;
      memo = chainMemo();
    }
  }

  /** What breaks a rule now. Looks only at what changed since it was last asked, and at what was wrong then. */
  violations(): readonly Violation[] {
    const view = this.#storedView();
    const found = new Map<string, Violation>();
    const memo = chainMemo();
    for (const id of this.#suspects) {
      const broken = this.#brokenBy(id, view, memo);
      if (broken.length === 0) this.#suspects.delete(id);
      for (const violation of broken) found.set(violation.message, violation);
    }
    return [...found.values()];
  }

  #brokenBy(id: RecordId, view: MapView, memo: ChainMemo): readonly Violation[] {
    const record = this.#stored.get(id);
    return record ? [...(this.#oddities.get(id) ?? []), ...checkRecordRules(record, view, memo)] : [];
  }

  #note(id: RecordId, oddities: readonly Violation[]): void {
    this.#suspects.add(id);
    if (oddities.length > 0) this.#oddities.set(id, oddities);
    else this.#oddities.delete(id);
  }

  #store(id: RecordId, before: MapRecord | undefined, now: MapRecord | undefined): void {
    if (now) this.#stored.set(id, now);
    else this.#stored.delete(id);
    if (before) for (const mentioned of mentionsOf(before)) this.#referrers.get(mentioned)?.delete(id);
    if (now) {
      for (const mentioned of mentionsOf(now)) {
        const known = this.#referrers.get(mentioned);
        if (known) known.add(id);
        else this.#referrers.set(mentioned, new Set([id]));
      }
    }
  }

  /** Whatever mentions a record that came, went or changed shape may show differently, and so on along the chains. */
  #spread(reshaped: RecordId[], toResolve: Set<RecordId>): void {
    const seen = new Set<RecordId>(reshaped);
    for (let id = reshaped.pop(); id !== undefined; id = reshaped.pop()) {
      for (const referrer of this.#referrers.get(id) ?? []) {
        toResolve.add(referrer);
        this.#suspects.add(referrer);
        const carriesOn = this.#stored.get(referrer)?.type !== "conflict";
        if (carriesOn && !seen.has(referrer)) {
          seen.add(referrer);
          reshaped.push(referrer);
        }
      }
    }
  }

  #show(ids: ReadonlySet<RecordId>): IndexChange {
    const added = new Set<RecordId>();
    const changed = new Set<RecordId>();
    const removed = new Set<RecordId>();
    const memo = chainMemo();
    for (const id of ids) {
      const before = this.#shown.get(id);
      const stored = this.#stored.get(id);
      const now = stored && resolve(stored, this.#stored, memo);
      if (now && before) {
        if (isSameData(before, now)) continue;
        this.#shown.set(id, Object.freeze(now));
        changed.add(id);
      } else if (now) {
        this.#shown.set(id, Object.freeze(now));
        added.add(id);
      } else if (before) {
        this.#shown.delete(id);
        removed.add(id);
      }
    }
    return { added, changed, removed };
  }

  #storedView(): MapView {
    const stored = this.#stored;
    const referrers = this.#referrers;
    return {
      meta: { title: "", createdAt: 0 },
      get: (id) => stored.get(id),
      has: (id) => stored.has(id),
      *referrersOf(id) {
        for (const referrer of referrers.get(id) ?? []) {
          const record = stored.get(referrer);
          if (record) yield record;
        }
      },
      position: () => undefined,
    };
  }
}

/** Whether what others show of this record may differ: its being there, its type or kind, or where its chain leads. */
function shapeDiffers(before: MapRecord | undefined, now: MapRecord | undefined): boolean {
  if (before?.type !== now?.type) return true;
  if (before?.type === "card" && now?.type === "card")
    return before.kind !== now.kind || before.parent !== now.parent;
  if (before?.type === "argument" && now?.type === "argument") {
    return !isSameData(before.target, now.target) || !isSameData(before.premises, now.premises);
  }
  return false;
}
