import * as Y from "yjs";

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];
type Store = Y.Doc["store"];
/** Where a list begins or ends there is no neighbour. */
type Neighbour = Y.ID | null;

/** As many things as may have been put in one place by people who did not know of each other, before it looks odd. */
const maxBetween = 1_000;

/** What can be said of an update before it is read: `unclear` ones have to be tried on a copy. */
export type Verdict = "harmless" | "unclear" | "forged";

/**
 * Known to do no harm is what adds things in order, and what only waits for something that is missing. Forged is what
 * leans on itself or its author's later things, or claims a known id and leans on something missing.
 */
export function judge(structs: readonly Struct[], store: Store): Verdict {
  const isKnown = ({ client, clock }: Y.ID): boolean => clock < Y.getState(store, client);
  for (const struct of structs) {
    const ground = leansOn(struct);
    if (ground.some(({ client, clock }) => client === struct.id.client && clock >= struct.id.clock))
      return "forged";
    if (isKnown(struct.id) && !ground.every(isKnown)) return "forged";
  }
  const waiting = waitingIn(store);
  const isApart = structs.every(({ id }) => !waiting.concerned.has(id.client));
  if (isApart && isPlainAddition(structs, store)) return "harmless";
  const onlyWaits = structs.every(
    ({ id }) => id.clock >= (waiting.ends.get(id.client) ?? Y.getState(store, id.client) + 1),
  );
  return onlyWaits ? "harmless" : "unclear";
}

type Waiting = Readonly<{
  /** Those whose things wait, and for whose things something waits. */
  concerned: ReadonlySet<number>;
  /** The first id of each author that nothing waiting claims. */
  ends: ReadonlyMap<number, number>;
}>;

const nothingWaits: Waiting = { concerned: new Set(), ends: new Map() };
/** What waits is decoded once, not for every update that comes meanwhile. */
const decoded = new WeakMap<Uint8Array, Waiting>();

function waitingIn({ pendingStructs }: Store): Waiting {
  if (pendingStructs === null) return nothingWaits;
  const { update, missing } = pendingStructs;
  const seen = decoded.get(update);
  if (seen) return seen;
  const ends = new Map<number, number>();
  for (const { id, length } of Y.decodeUpdateV2(update).structs)
    ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length));
  const waiting = { concerned: new Set([...ends.keys(), ...missing.keys()]), ends };
  decoded.set(update, waiting);
  return waiting;
}

/**
 * Whether an update is what Yjs writes for somebody who adds to what the document holds: every new thing claims an id that
 * follows its author's last, and lies between two neighbours that are in this order in one list. Whatever is so written
 * comes to the same order wherever and whenever it is read.
 */
function isPlainAddition(structs: readonly Struct[], store: Store): boolean {
  const added = new Added();
  for (const struct of structs) {
    if (struct instanceof Y.Skip || !added.take(struct, store)) return false;
  }
  return structs.every((struct) => !added.has(struct.id) || isInPlace(struct, added, store));
}

/** What an update brings, by id. */
class Added {
  readonly #byClient = new Map<number, Struct[]>();

  /** `false` where the id leaves a gap, or is in part known or claimed already. What is known is passed over. */
  take(struct: Struct, store: Store): boolean {
    const { client, clock } = struct.id;
    const known = Y.getState(store, client);
    if (clock + struct.length <= known) return true;
    const others = this.#byClient.get(client) ?? [];
    const last = others.at(-1);
    if (clock !== (last === undefined ? known : last.id.clock + last.length)) return false;
    others.push(struct);
    this.#byClient.set(client, others);
    return true;
  }

  has(id: Y.ID): boolean {
    return this.find(id) !== undefined;
  }

  find({ client, clock }: Y.ID): Struct | undefined {
    const structs = this.#byClient.get(client) ?? [];
    const [first] = structs;
    if (first === undefined || clock < first.id.clock) return undefined;
    let low = 0;
    let high = structs.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle;
      else high = middle - 1;
    }
    const found = structs[low];
    return found !== undefined && clock < found.id.clock + found.length ? found : undefined;
  }
}

function isInPlace(struct: Struct, added: Added, store: Store): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const { origin: left, rightOrigin: right, id } = struct;
  if (!leansOn(struct).every((other) => isThere(other, added, store))) return false;
  if (left === null && right === null) return hasParent(struct, added, store);
  const leftAdded = left && added.find(left);
  if (left && leftAdded) return isSame(right, rightOf(left, leftAdded));
  const rightAdded = right && added.find(right);
  if (right && rightAdded) return isSame(left, leftOf(right, rightAdded));
  return isGap(left, right, id.client, store);
}

/** What has to be there before a thing can come in. */
function leansOn(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  return [struct.origin, struct.rightOrigin, struct.parent as unknown].filter((id) => id instanceof Y.ID);
}

/** Whether a thing is known, or added by the same update. */
function isThere(other: Y.ID, added: Added, store: Store): boolean {
  return other.clock < Y.getState(store, other.client) || added.has(other);
}

function hasParent(item: Y.Item, added: Added, store: Store): boolean {
  const parent = item.parent as unknown;
  if (!(parent instanceof Y.ID)) return true;
  const holder = added.find(parent) ?? Y.getItem(store, parent);
  return holder instanceof Y.GC || (holder instanceof Y.Item && holder.content instanceof Y.ContentType);
}

/** What stood to the right of `id` when its author wrote it. */
function rightOf(id: Y.ID, struct: Struct): Neighbour {
  if (id.clock + 1 < struct.id.clock + struct.length) return Y.createID(id.client, id.clock + 1);
  return struct instanceof Y.Item ? struct.rightOrigin : null;
}

function leftOf(id: Y.ID, struct: Struct): Neighbour {
  if (id.clock > struct.id.clock) return Y.createID(id.client, id.clock - 1);
  return struct instanceof Y.Item ? struct.origin : null;
}

function isSame(one: Neighbour, other: Neighbour): boolean {
  return one === other || Y.compareIDs(one, other);
}

/**
 * Whether `left` and `right`, both known, are in this order in one list, and whether between them is only what the author
 * need not have known: nothing of his own.
 */
function isGap(left: Neighbour, right: Neighbour, author: number, store: Store): boolean {
  const from = left && Y.getItem(store, left);
  const to = right && Y.getItem(store, right);
  if (from instanceof Y.GC || to instanceof Y.GC) return true;
  if (left && from && left.clock + 1 < from.id.clock + from.length) {
    const next = Y.createID(left.client, left.clock + 1);
    if (isSame(next, right)) return true;
    if (author === left.client) return false;
  }
  if (right && to && right.clock > to.id.clock && author === right.client) return false;
  const step = (item: Y.Item): Y.Item | null => (from ? item.right : item.left);
  const end = from ? to : null;
  let between = from ? from.right : (to?.left ?? null);
  for (let count = 0; count < maxBetween; count++) {
    if (between === end) return true;
    if (between === null || between.id.client === author) return false;
    between = step(between);
  }
  return false;
}
