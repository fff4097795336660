import type { ArgumentId, RecordId } from "./ids.ts";
import { getAs, getStatement, type MapView } from "./map-view.ts";
import type { Argument, Card, MapRecord } from "./records.ts";

/** The records as stored; deleted ones are absent, but what others say of them may still stand. */
export type StoredRecords = Pick<MapView, "get">;

/**
 * What has been found out about chains of targets and of parents. Passes over a whole map share one, so that they
 * follow each chain once; it is worth nothing after the map has changed.
 */
export type ChainMemo = Readonly<{
  grounded: Map<ArgumentId, boolean>;
  dangling: Map<ArgumentId, boolean>;
  ringBreaks: Map<RecordId, RecordId | undefined>;
}>;

/** A memo that knows nothing yet. */
export function chainMemo(): ChainMemo {
  return { grounded: new Map(), dangling: new Map(), ringBreaks: new Map() };
}

/** [I2, I5] Whether following targets from this step ends at a claim or evidence, by steps that have a premise left. */
export function isGrounded(argument: Argument, stored: StoredRecords, memo: ChainMemo): boolean {
  return followTargets(argument, stored, memo.grounded, (at) => {
    if (!at.premises.some((id) => isPremise(at, id, stored))) return false;
    if (at.target.type === "card") return getStatement(stored, at.target.id) !== undefined;
    return getAs(stored, "argument", at.target.id) ? undefined : false;
  });
}

/** Whether the step is hidden because something it needs was deleted: then it breaks no rule until that returns. */
export function isDangling(argument: Argument, stored: StoredRecords, memo: ChainMemo): boolean {
  return followTargets(argument, stored, memo.dangling, (at) => {
    if (!at.premises.some((id) => stored.get(id))) return true;
    const aim = stored.get(at.target.id);
    if (!aim) return true;
    return at.target.type === "argument" && aim.type === "argument" ? undefined : false;
  });
}

/** [I1, I3] A premise is a claim or evidence, and not the card it speaks about. */
export function isPremise(
  argument: Argument,
  id: Argument["premises"][number],
  stored: StoredRecords,
): boolean {
  return id !== argument.target.id && getStatement(stored, id) !== undefined;
}

/** [I5] The argument that must go to open the ring of targets `argument` is on, or undefined where it is on none. */
export function breakOfTargetRing(
  argument: Argument,
  stored: StoredRecords,
  memo: ChainMemo,
): RecordId | undefined {
  return breakOfRing(argument, memo, ({ target }) =>
    target.type === "argument" ? getAs(stored, "argument", target.id) : undefined,
  );
}

/** [I8] The card whose `parent` must go to open the ring that `card` is on, or undefined where it is on none. */
export function breakOfParentRing(card: Card, stored: StoredRecords, memo: ChainMemo): RecordId | undefined {
  return breakOfRing(card, memo, ({ parent }) => (parent ? getAs(stored, "card", parent) : undefined));
}

/** The verdict of the first step along the targets that has one holds for all before it; a ring's is false. */
function followTargets(
  argument: Argument,
  stored: StoredRecords,
  known: Map<ArgumentId, boolean>,
  judge: (at: Argument) => boolean | undefined,
): boolean {
  const seen = new Set<ArgumentId>();
  let verdict: boolean | undefined;
  for (let at: Argument | undefined = argument; at && verdict === undefined; ) {
    verdict = seen.has(at.id) ? false : (known.get(at.id) ?? judge(at));
    seen.add(at.id);
    at = at.target.type === "argument" ? getAs(stored, "argument", at.target.id) : undefined;
  }
  for (const id of seen) known.set(id, verdict ?? false);
  return verdict ?? false;
}

function breakOfRing<Link extends MapRecord>(
  start: Link,
  { ringBreaks }: ChainMemo,
  next: (at: Link) => Link | undefined,
): RecordId | undefined {
  const seen: RecordId[] = [];
  const places = new Map<RecordId, number>();
  let at: Link | undefined = start;
  for (; at && !ringBreaks.has(at.id) && !places.has(at.id); at = next(at)) {
    places.set(at.id, seen.length);
    seen.push(at.id);
  }
  const entry = at && places.get(at.id);
  const ring = entry === undefined ? [] : seen.slice(entry);
  const greatest = ring.reduce<RecordId | undefined>(
    (best, id) => (best && best > id ? best : id),
    undefined,
  );
  seen.forEach((id, place) => {
    ringBreaks.set(id, entry !== undefined && place >= entry ? greatest : undefined);
  });
  return ringBreaks.get(start.id);
}
