import {
  type Argument,
  type ArgumentId,
  type Card,
  type CardId,
  type Conflict,
  getStatement,
  type PlainMap,
  recordsOf,
} from "#shared/model/index.ts";

/** What bears on what in a map, found once: statements, and the arguments and conflicts that have all their ends. */
export type Relations = Readonly<{
  map: PlainMap;
  statements: readonly Card[];
  /** Arguments with a target that is there; premises that are gone or are questions left out. */
  arguments: readonly Argument[];
  conflicts: readonly Conflict[];
  /** For and against a statement or a step, oldest first. */
  on: (id: CardId | ArgumentId) => readonly Argument[];
  /** The arguments in which a statement is a premise, oldest first. */
  from: (id: CardId) => readonly Argument[];
  /** The conflicts a statement is in, oldest first. */
  between: (id: CardId) => readonly Conflict[];
}>;

/** O(map), and each look-up afterwards O(1). */
export function relationsOf(map: PlainMap): Relations {
  const stored = map.records;
  const on = new Map<CardId | ArgumentId, Argument[]>();
  const from = new Map<CardId, Argument[]>();
  const between = new Map<CardId, Conflict[]>();
  const whole: Argument[] = [];
  for (const argument of recordsOf(map, "argument")) {
    const aim = map.records.get(argument.target.id);
    const isAim =
      argument.target.type === "argument"
        ? aim?.type === "argument"
        : aim?.type === "card" && aim.kind !== "question";
    const premises = argument.premises.filter((id) => getStatement(stored, id));
    if (!isAim || premises.length === 0) continue;
    const shown = premises.length === argument.premises.length ? argument : { ...argument, premises };
    whole.push(shown);
    listed(on, argument.target.id).push(shown);
    for (const id of new Set(premises)) listed(from, id).push(shown);
  }
  const conflicts = recordsOf(map, "conflict").filter(
    ({ members: [a, b] }) => a !== b && getStatement(stored, a) && getStatement(stored, b),
  );
  for (const conflict of conflicts) for (const id of conflict.members) listed(between, id).push(conflict);
  return {
    map,
    statements: recordsOf(map, "card").filter(({ kind }) => kind !== "question"),
    arguments: whole,
    conflicts,
    on: (id) => on.get(id) ?? [],
    from: (id) => from.get(id) ?? [],
    between: (id) => between.get(id) ?? [],
  };
}

/** The other member of a conflict. */
export function rivalIn({ members: [a, b] }: Conflict, id: CardId): CardId {
  return a === id ? b : a;
}

function listed<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const known = lists.get(key);
  if (known) return known;
  const made: Item[] = [];
  lists.set(key, made);
  return made;
}
