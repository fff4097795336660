import {
  type Argument,
  type ArgumentId,
  argumentRef,
  argumentsTo,
  byAge,
  bySiblingOrder,
  type Card,
  type CardId,
  cardRef,
  getAs,
  type MapView,
  type Ref,
} from "#shared/model/index.ts";

/** What a part of a path is about: what is said to a card, in the order in which one argues. */
export type PathKind =
  | "start"
  | "answers"
  | "reasons"
  | "objections"
  | "replies"
  | "parts"
  | "raised"
  | "summary";

/** Whether reasons come before what speaks to them, or after. */
export type PathOrder = "top-down" | "deepest-first";

/** What is revealed at once: an argument with its premises, or a card that speaks to another by itself. */
export type PathUnit = CardId | Argument;

/** Units of one kind about one card, in the branch that one answer, question or claim makes. */
export type PathGroup = Readonly<{
  kind: PathKind;
  head: CardId;
  about: CardId;
  units: readonly PathUnit[];
}>;

type Task = Readonly<{ card: CardId }> | PathGroup;

/**
 * All that can be reached below a card, argument by argument, each argument once: answers, then for each of them the
 * reasons, the objections to them and what is replied, then parts of the question and questions that came up. Circles
 * end where they close. Costs what it yields, and never recurs into itself: chains may be as long as the map.
 */
export function* pathGroups(view: MapView, start: CardId, order: PathOrder): Iterable<PathGroup> {
  const walk = new Walk(view, order);
  const tasks: Task[] = [{ card: start }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if (!("card" in task)) {
      yield task;
      continue;
    }
    const { groups, next } = walk.branch(task.card);
    yield* groups;
    tasks.push(...next.toReversed());
  }
}

/** A group of arguments. */
type Arguing = PathGroup & Readonly<{ units: readonly Argument[] }>;

type Branch = Readonly<{ groups: readonly PathGroup[]; next: readonly Task[] }>;

class Walk {
  readonly #view: MapView;
  readonly #order: PathOrder;
  /** Arguments that a group has already. */
  readonly #told = new Set<ArgumentId>();
  readonly #opened = new Set<CardId>();

  constructor(view: MapView, order: PathOrder) {
    this.#view = view;
    this.#order = order;
  }

  /** What is argued about one card, and the cards that speak to what was touched by themselves. */
  branch(head: CardId): Branch {
    if (this.#opened.has(head)) return { groups: [], next: [] };
    const touched = new Set<CardId>();
    const steps: Argument[] = [];
    const reasons = this.#reasons(head, touched, steps);
    const objections = this.#objections(head, touched, steps);
    const replies = this.#replies(head, objections, touched, steps);
    const fresh = [...touched].filter((id) => !this.#opened.has(id));
    for (const id of fresh) this.#opened.add(id);
    const refs: readonly Ref[] = [...fresh.map(cardRef), ...steps.map(({ id }) => argumentRef(id))];
    return {
      groups: [...(this.#order === "top-down" ? reasons : reasons.toReversed()), ...objections, ...replies],
      next: refs.flatMap((ref) => this.#spokenTo(ref, head)),
    };
  }

  /** Reasons for the card, reasons for those, and so on; what backs a step comes with the step. */
  #reasons(head: CardId, touched: Set<CardId>, steps: Argument[]): readonly PathGroup[] {
    const groups: PathGroup[] = [];
    const cards: CardId[] = [head];
    for (let card = cards.pop(); card; card = cards.pop()) {
      if (touched.has(card)) continue;
      touched.add(card);
      const units = this.#withBacking(this.#tell(cardRef(card), "support"));
      if (units.length > 0) groups.push({ kind: "reasons", head, about: card, units });
      steps.push(...units);
      const next = units.flatMap(({ premises }) => this.#there(premises));
      // From the end of the stack; told backwards later, they must stand in it the other way round.
      cards.push(...(this.#order === "top-down" ? next.toReversed() : next));
    }
    return groups;
  }

  #withBacking(units: readonly Argument[]): readonly Argument[] {
    const all = [...units];
    // What is added is looked at in its turn.
    for (const { id } of all) all.push(...this.#tell(argumentRef(id), "support"));
    return all;
  }

  /** Objections to what has been touched so far, and to the steps between. */
  #objections(head: CardId, touched: ReadonlySet<CardId>, steps: readonly Argument[]): readonly Arguing[] {
    const against = new Map<CardId, Argument[]>();
    const add = (about: CardId, units: readonly Argument[]) => {
      if (units.length > 0) against.set(about, [...(against.get(about) ?? []), ...units]);
    };
    for (const card of touched) add(card, this.#tell(cardRef(card), "oppose"));
    for (const step of steps) {
      add(conclusionOf(this.#view, step) ?? firstOf(step), this.#tell(argumentRef(step.id), "oppose"));
    }
    return [...against].map(([about, units]) => ({ kind: "objections", head, about, units }));
  }

  /** Whatever is said to objections, to what is said to them, and so on. */
  #replies(
    head: CardId,
    objections: readonly Arguing[],
    touched: Set<CardId>,
    steps: Argument[],
  ): readonly PathGroup[] {
    const groups: PathGroup[] = [];
    const queue = objections.flatMap(({ units }) => units);
    for (const objection of queue) {
      steps.push(objection);
      const about = this.#there(objection.premises);
      const units = [
        ...this.#tell(argumentRef(objection.id), "oppose"),
        ...about.flatMap((card) => (touched.has(card) ? [] : this.#tell(cardRef(card), "oppose"))),
        ...this.#tell(argumentRef(objection.id), "support"),
        ...about.flatMap((card) => (touched.has(card) ? [] : this.#tell(cardRef(card), "support"))),
      ];
      for (const card of about) touched.add(card);
      if (units.length === 0) continue;
      groups.push({ kind: "replies", head, about: firstOf(objection), units });
      queue.push(...units);
    }
    return groups;
  }

  /** The arguments of that kind about a card or a step that no group has yet, and the cards they come from. */
  #tell(target: Ref, polarity: Argument["polarity"]): readonly Argument[] {
    const found = [...argumentsTo(this.#view, target)]
      .filter(
        (argument) =>
          argument.polarity === polarity &&
          !this.#told.has(argument.id) &&
          this.#there(argument.premises).length > 0,
      )
      .map((argument) => ({ argument, card: getAs(this.#view, "card", firstOf(argument)) }))
      .sort(
        (a, b) => (a.card && b.card ? bySiblingOrder(a.card, b.card) : 0) || byAge(a.argument, b.argument),
      )
      .map(({ argument }) => argument);
    for (const { id } of found) this.#told.add(id);
    return found;
  }

  /** Cards that speak to a card or step by themselves: first all of a kind, then what is argued about each. */
  #spokenTo(ref: Ref, head: CardId): readonly Task[] {
    const answers: Card[] = [];
    const parts: Card[] = [];
    const raised: Card[] = [];
    for (const record of this.#view.referrersOf(ref.id)) {
      if (record.type !== "card") continue;
      if (record.answers.some((id) => id === ref.id)) answers.push(record);
      else if (record.parent === ref.id) parts.push(record);
      else if (record.raisedBy?.id === ref.id) raised.push(record);
    }
    const about = ref.type === "card" ? ref.id : head;
    const kinds = [
      ["answers", answers],
      ["parts", parts],
      ["raised", raised],
    ] as const;
    return kinds.flatMap(([kind, cards]): readonly Task[] => {
      if (cards.length === 0) return [];
      const units = cards.sort(bySiblingOrder).map(({ id }) => id);
      return [{ kind, head, about, units }, ...units.map((card): Task => ({ card }))];
    });
  }

  #there(ids: readonly CardId[]): readonly CardId[] {
    return ids.filter((id) => getAs(this.#view, "card", id));
  }
}

function firstOf({ premises }: Argument): CardId {
  const [first] = premises;
  return first as CardId;
}

/** The card at which the steps that an argument is about end; undefined where they run in a ring. */
export function conclusionOf(view: Pick<MapView, "get">, argument: Argument): CardId | undefined {
  const seen = new Set<ArgumentId>();
  let at: Argument | undefined = argument;
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    if (at.target.type === "card") return at.target.id;
    at = getAs(view, "argument", at.target.id);
  }
  return undefined;
}
