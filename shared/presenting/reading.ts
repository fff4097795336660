import {
  type Argument,
  type ArgumentId,
  argumentRef,
  argumentsFrom,
  argumentsTo,
  type Card,
  type CardId,
  type ConflictId,
  cardRef,
  getAs,
  type MapRecord,
  type MapView,
  type RecordId,
  type Ref,
} from "#shared/model/index.ts";
import { linksTo, type RowRelation } from "#shared/outline/index.ts";

/** What of a map is read, in the order in which it was revealed; an argument is read only if it is in it itself. */
export type Readable = Readonly<{
  visible: ReadonlySet<RecordId>;
  /** What has come with the last sub-step. */
  fresh: ReadonlySet<RecordId>;
}>;

/** A card in one of the places where it is read. */
export type ReadingRow = Readonly<{
  /** The same for the same card in the same place. */
  key: string;
  card: CardId;
  /** What it is to the row above it that lies less deep. */
  relation: RowRelation;
  /** The argument or contradiction by which it stands here. */
  via: ArgumentId | ConflictId | null;
  /** Among premises that only work together: the first of them that is in view, or one that follows it. */
  together: "alone" | "first" | "more";
  /** 0 at the top, and never more than one deeper than the row before. */
  depth: number;
  isFresh: boolean;
  /** It stands further up already, with all that speaks to it. */
  isRepeated: boolean;
}>;

type Link = ReturnType<typeof linksTo>[number];
/** A row that is still to be read; `completes` is the argument whose last premise in view it is. */
type Ahead = Readonly<{ link: Link; under: string; depth: number; completes: ArgumentId | null }>;

/**
 * A part of a map to be read one line after another: what is held, what speaks for it and against it, and what is said
 * of a step right after its premises. Each card is read in full once, and mentioned where it serves again; so it costs
 * the cards in view and what refers to them.
 */
export function readingOf(view: MapView, { visible, fresh }: Readable): readonly ReadingRow[] {
  const part = partOf(view, visible);
  const rows: ReadingRow[] = [];
  const read = new Set<CardId>();
  const told = new Set<RecordId>();

  function take({ link, under, depth, completes }: Ahead): readonly Ahead[] {
    const { card, relation, via, together } = link;
    const isRepeated = read.has(card);
    const isFresh = fresh.has(card) || (via !== null && fresh.has(via));
    rows.push({
      key: `${under}>${via ?? relation}:${card}`,
      card,
      relation,
      via,
      together,
      depth,
      isFresh,
      isRepeated,
    });
    const targets: Ref[] = [];
    if (!isRepeated && relation !== "conflict") {
      read.add(card);
      targets.push(cardRef(card));
    }
    if (completes && !told.has(completes)) {
      told.add(completes);
      targets.push(argumentRef(completes));
    }
    return targets.flatMap((target) => linksBelow(target, depth + 1));
  }

  function linksBelow(target: Ref, depth: number): readonly Ahead[] {
    const links = part.linksTo(target).filter(({ relation, via }) => {
      // Said once, at the first of the two.
      if (relation !== "conflict" || via === null) return true;
      const isNew = !told.has(via);
      told.add(via);
      return isNew;
    });
    return links.map((link, at): Ahead => {
      const completes = link.relation !== "conflict" && links[at + 1]?.via !== link.via ? link.via : null;
      return { link, under: target.id, depth, completes: completes as ArgumentId | null };
    });
  }

  function readFrom(card: CardId): void {
    const link: Link = { card, relation: "root", via: null, together: "alone" };
    // Not by recursion: a chain can be as long as the map.
    const ahead: Ahead[] = [{ link, under: "", depth: 0, completes: null }];
    for (let next = ahead.pop(); next; next = ahead.pop()) ahead.push(...take(next).toReversed());
  }

  for (const id of part.cards) if (part.above(id) === undefined) readFrom(id);
  // Cards that argue in a ring have no top: one of the ring's own stands for it.
  for (const id of part.cards) if (!read.has(id)) readFrom(part.inRingAbove(id));
  return rows;
}

type Part = Readonly<{
  cards: readonly CardId[];
  /** What speaks to a card or a step, as far as it is in view. */
  linksTo: (target: Ref) => readonly Link[];
  /** A card in view below which this one is read. */
  above: (card: CardId) => CardId | undefined;
  inRingAbove: (card: CardId) => CardId;
}>;

function partOf(view: MapView, visible: ReadonlySet<RecordId>): Part {
  const cards = [...visible].filter((id) => view.get(id)?.type === "card") as CardId[];

  /** Whether an argument is read: with it a premise and what it speaks to are in view. */
  function isRead(argument: Argument | undefined, passed: ReadonlySet<RecordId> = new Set()): boolean {
    if (!argument || !visible.has(argument.id) || passed.has(argument.id)) return false;
    if (!argument.premises.some((id) => visible.has(id))) return false;
    const { type, id } = argument.target;
    if (type === "card") return visible.has(id);
    return isRead(getAs(view, "argument", id), new Set([...passed, argument.id]));
  }

  function above(id: CardId): CardId | undefined {
    const card = getAs(view, "card", id);
    if (!card) return undefined;
    for (const ref of refsOf(card)) {
      const found = whereRead(ref);
      if (found) return found;
    }
    for (const argument of argumentsFrom(view, id)) {
      const found = isRead(argument) ? whereRead(argument.target) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  /** The row below which stands what speaks to a card or a step. */
  function whereRead({ type, id }: Ref): CardId | undefined {
    if (type === "card") return visible.has(id) ? id : undefined;
    const argument = getAs(view, "argument", id);
    return isRead(argument) ? argument?.premises.findLast((premise) => visible.has(premise)) : undefined;
  }

  function inRingAbove(from: CardId): CardId {
    const passed = new Set<CardId>();
    let at = from;
    for (;;) {
      if (passed.has(at)) return at;
      passed.add(at);
      at = above(at) ?? at;
    }
  }

  return {
    cards,
    above,
    inRingAbove,
    linksTo: (target) => {
      const links = linksTo(view, target).filter(
        ({ card, relation, via }) =>
          visible.has(card) && (via === null || relation === "conflict" || visible.has(via)),
      );
      return links.map((link, at) =>
        link.together === "alone" ? link : { ...link, together: togetherAt(links, at) },
      );
    },
  };
}

/** Of premises that belong together some may not be in view yet. */
function togetherAt(links: readonly Link[], at: number): Link["together"] {
  const via = links[at]?.via;
  if (links[at - 1]?.via === via) return "more";
  return links[at + 1]?.via === via ? "first" : "alone";
}

function refsOf({ answers, parent, raisedBy }: Card): readonly Ref[] {
  return [...answers.map(cardRef), ...(parent ? [cardRef(parent)] : []), ...(raisedBy ? [raisedBy] : [])];
}

/** A part of a map, and how many of its cards were left out of it. */
export type PartToRead = Readonly<{ visible: ReadonlySet<RecordId>; more: number }>;

/**
 * What is read where a whole map is in view: what it is `about` with the arguments among that, or, where it is about
 * nothing, the first `maxCards` cards. O(map) in the second case.
 */
export function partToRead(
  view: MapView,
  about: readonly (CardId | ArgumentId)[],
  all: Iterable<MapRecord>,
  maxCards: number,
): PartToRead {
  const cards: CardId[] = [];
  let more = 0;
  if (about.length > 0) {
    for (const id of about) {
      const record = view.get(id);
      if (record?.type === "card") cards.push(record.id);
      else if (record?.type === "argument") cards.push(...cardsOf(record));
    }
  } else {
    for (const { type, id } of all) {
      if (type !== "card") continue;
      if (cards.length < maxCards) cards.push(id as CardId);
      else more += 1;
    }
  }
  return { visible: withArguments(view, cards), more };
}

function cardsOf({ premises, target }: Argument): readonly CardId[] {
  return target.type === "card" ? [target.id, ...premises] : premises;
}

/** The cards with the arguments between them, also those about the steps of such arguments. */
function withArguments(view: MapView, cards: readonly CardId[]): ReadonlySet<RecordId> {
  const visible = new Set<RecordId>(cards);
  const targets: Ref[] = [...visible].map((id) => cardRef(id as CardId));
  for (const target of targets) {
    for (const argument of argumentsTo(view, target)) {
      if (visible.has(argument.id) || !argument.premises.some((id) => visible.has(id))) continue;
      visible.add(argument.id);
      targets.push(argumentRef(argument.id));
    }
  }
  return visible;
}
