import type { Peer } from "../../../session/presence.ts";
import type { Mark } from "./picture.ts";

/** Who is at which card: whoever writes there before whoever has only selected it. */
export function marksOf(people: readonly Peer[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { selection, user } of people) for (const id of selection) marks.set(id, user);
  for (const { editing, user } of people) if (editing) marks.set(editing, user);
  return marks;
}

type Keyed = Pick<ReadonlyMap<string, unknown>, "has" | "keys">;

/** The keys that only one of the two has, or has otherwise. */
export function differing(a: Keyed, b: Keyed): readonly string[] {
  const found: string[] = [];
  for (const key of a.keys()) if (!b.has(key) || valueAt(a, key) !== valueAt(b, key)) found.push(key);
  for (const key of b.keys()) if (!a.has(key)) found.push(key);
  return found;
}

function valueAt(keyed: Keyed, key: string): unknown {
  return keyed instanceof Map ? keyed.get(key) : undefined;
}
