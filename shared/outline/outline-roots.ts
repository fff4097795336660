import type { ArgumentId, CardId, RecordId } from "#shared/model/ids.ts";
import { argumentRef, argumentsTo, cardRef, getAs, type MapView } from "#shared/model/map-view.ts";
import { byAge } from "#shared/model/plain-map.ts";
import type { Argument, Card, MapRecord, Ref } from "#shared/model/records.ts";
import { refsAbove } from "./row-path.ts";
import { SortedCards } from "./sorted-cards.ts";

type NodeId = CardId | ArgumentId;

/**
 * The cards with which the outline begins: those that speak to nothing, and of every ring that nothing leads out of
 * its oldest. Told what changed, it costs that and what leads up from it, rings their size.
 */
export class OutlineRoots {
  readonly #view: MapView;
  readonly #roots = new SortedCards();
  /** The premises of each argument when it was last looked at. */
  readonly #premises = new Map<RecordId, readonly CardId[]>();
  /** Of each thing in a ring: the card that stands for the ring. */
  readonly #rings = new Map<NodeId, CardId>();
  readonly #ringMembers = new Map<CardId, readonly Ref[]>();
  #ids: readonly CardId[] | undefined;

  /** O(map). */
  constructor(view: MapView, records: Iterable<MapRecord>) {
    this.#view = view;
    const cards: Card[] = [];
    const below = new Map<RecordId, RecordId[]>();
    const speakers = new Set<RecordId>();
    const speak = (id: RecordId, target: RecordId): void => {
      speakers.add(id);
      const known = below.get(target);
      if (known) known.push(id);
      else below.set(target, [id]);
    };
    for (const record of records) {
      if (record.type === "card") {
        cards.push(record);
        for (const question of record.answers) speak(record.id, question);
        if (record.parent) speak(record.id, record.parent);
        if (record.raisedBy) speak(record.id, record.raisedBy.id);
      } else if (record.type === "argument") {
        this.#premises.set(record.id, record.premises);
        speak(record.id, record.target.id);
        for (const premise of record.premises) speak(premise, record.target.id);
      }
    }
    const free = cards.filter(({ id }) => !speakers.has(id));
    this.#roots.fill(free);
    const reached = new Set<RecordId>(free.map(({ id }) => id));
    for (const id of reached) for (const next of below.get(id) ?? []) reached.add(next);
    for (const { id } of cards) if (!reached.has(id)) this.#open(id);
  }

  /** The roots as siblings stand; the same list while it has not changed. */
  ids(): readonly CardId[] {
    this.#ids ??= this.#roots.ids();
    return this.#ids;
  }

  has(id: CardId): boolean {
    return this.#roots.has(id);
  }

  /** The premises of an argument when the roots were last told of it. */
  premisesOf(id: RecordId): readonly CardId[] {
    return this.#premises.get(id) ?? [];
  }

  /** Takes note of records that came, changed or went. Returns whether the list is another one. */
  update(ids: Iterable<RecordId>): boolean {
    const cards = this.#cardsTouchedBy(ids);
    let isChanged = false;
    for (const id of cards) isChanged = this.#closeRing(id, cards) || isChanged;
    for (const id of cards) {
      const card = getAs(this.#view, "card", id);
      const isNew = card && this.#isFree(id) ? this.#roots.put(card) : this.#roots.delete(id);
      isChanged = isNew || isChanged;
    }
    for (const id of cards) {
      if (!this.#roots.has(id) && getAs(this.#view, "card", id)) isChanged = this.#open(id) || isChanged;
    }
    if (isChanged) this.#ids = undefined;
    return isChanged;
  }

  /** The cards whose way up may have changed; those of rings that were touched among them. */
  #cardsTouchedBy(ids: Iterable<RecordId>): Set<CardId> {
    const cards = new Set<CardId>();
    for (const id of ids) {
      const record = this.#view.get(id);
      if (record?.type === "card" || this.#roots.has(id as CardId)) cards.add(id as CardId);
      const ring = this.#rings.get(id as NodeId);
      if (ring) cards.add(ring);
      for (const premise of this.premisesOf(id)) cards.add(premise);
      if (record?.type === "argument") {
        this.#premises.set(id, record.premises);
        for (const speaker of this.#speakersOf(record)) cards.add(speaker);
      } else {
        this.#premises.delete(id);
      }
    }
    return cards;
  }

  /** The premises of an argument, and all that speaks about its step. */
  #speakersOf(argument: Argument): readonly CardId[] {
    const speakers = [...argument.premises];
    for (const other of argumentsTo(this.#view, argumentRef(argument.id))) speakers.push(...other.premises);
    for (const record of this.#view.referrersOf(argument.id)) {
      if (record.type === "card" && record.raisedBy?.id === argument.id) speakers.push(record.id);
    }
    return speakers;
  }

  #isFree(id: CardId): boolean {
    return refsAbove(this.#view, cardRef(id)).length === 0;
  }

  /** Forgets the ring that the card is in; its members are looked at anew. */
  #closeRing(id: CardId, cards: Set<CardId>): boolean {
    const ring = this.#rings.get(id);
    if (!ring) return false;
    for (const member of this.#ringMembers.get(ring) ?? []) {
      this.#rings.delete(member.id);
      if (member.type === "card") cards.add(member.id);
    }
    this.#ringMembers.delete(ring);
    return this.#roots.delete(ring);
  }

  /** Where nothing leads from the card up to a root, it hangs on a ring: that is opened at its oldest card. */
  #open(id: CardId): boolean {
    const closure = this.#closureUp(cardRef(id));
    if (!closure) return false;
    const members = this.#lastRing(closure);
    const oldest = members
      .flatMap((member) => (member.type === "card" ? (getAs(this.#view, "card", member.id) ?? []) : []))
      .sort(byAge)[0];
    if (!oldest) return false;
    for (const member of members) this.#rings.set(member.id, oldest.id);
    this.#ringMembers.set(oldest.id, members);
    return this.#roots.put(oldest);
  }

  /** All that lies above, or undefined where a root does. */
  #closureUp(from: Ref): ReadonlyMap<RecordId, Ref> | undefined {
    const found = new Map<RecordId, Ref>([[from.id, from]]);
    const open = [from];
    for (let at = open.pop(); at; at = open.pop()) {
      if (at.type === "card" && this.#roots.has(at.id)) return undefined;
      for (const above of refsAbove(this.#view, at)) {
        if (found.has(above.id)) continue;
        found.set(above.id, above);
        open.push(above);
      }
    }
    return found;
  }

  /** A ring that nothing leads out of: whatever lies above one of its members has that member above it as well. */
  #lastRing(closure: ReadonlyMap<RecordId, Ref>): readonly Ref[] {
    let members = closure;
    for (;;) {
      const [start] = members.values();
      if (!start) return [];
      const below = this.#leadingTo(start, members);
      const outside = [...members.values()].find(({ id }) => !below.has(id));
      if (!outside) return [...members.values()];
      members = this.#closureUp(outside) ?? new Map();
    }
  }

  #leadingTo(goal: Ref, among: ReadonlyMap<RecordId, Ref>): ReadonlySet<RecordId> {
    const from = new Map<RecordId, RecordId[]>();
    for (const at of among.values()) {
      for (const { id } of refsAbove(this.#view, at)) from.set(id, [...(from.get(id) ?? []), at.id]);
    }
    const found = new Set<RecordId>([goal.id]);
    for (const id of found) for (const before of from.get(id) ?? []) found.add(before);
    return found;
  }
}
