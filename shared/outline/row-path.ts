import type { ArgumentId, CardId } from "#shared/model/ids.ts";
import { argumentsFrom, cardRef, getAs, type MapView } from "#shared/model/map-view.ts";
import { byAge } from "#shared/model/plain-map.ts";
import type { Argument, Ref } from "#shared/model/records.ts";
import { type OutlineRow, type RowLink, rootRow, rowBelow } from "./outline-row.ts";

/** A way up from a card: the link by which it stands below what it speaks to. */
export type WayUp = Readonly<{ link: RowLink; to: Ref }>;

/**
 * All that a card speaks to: first the questions to which it belongs, then, oldest argument first, what it argues for
 * or against. A contradiction gives nobody a place.
 */
export function waysUp(view: MapView, id: CardId): readonly WayUp[] {
  const card = getAs(view, "card", id);
  if (!card) return [];
  const ways: WayUp[] = [];
  const plain = (relation: "answer" | "part" | "raised"): RowLink => ({
    card: id,
    relation,
    via: null,
    together: "alone",
  });
  for (const question of card.answers) ways.push({ link: plain("answer"), to: cardRef(question) });
  if (card.parent) ways.push({ link: plain("part"), to: cardRef(card.parent) });
  if (card.raisedBy) ways.push({ link: plain("raised"), to: card.raisedBy });
  for (const argument of [...argumentsFrom(view, id)].sort(byAge)) {
    ways.push({ link: premiseLink(argument, id), to: argument.target });
  }
  return ways;
}

/**
 * The row where a card is at home: the one place, of all where the outline shows it, at which it is unfolded and
 * looked for. Costs the way up, in rings their size.
 */
export function homeRow(
  view: MapView,
  id: CardId,
  isRoot: (card: CardId) => boolean,
): OutlineRow | undefined {
  const [root, ...others] = pathUp(view, id, isRoot, false) ?? pathUp(view, id, isRoot, true) ?? [];
  return root && others.reduce<OutlineRow>(rowBelow, rootRow(root.card));
}

/** The links from a root down to the card; only where `mayRepeat` says so does a card come twice on the way. */
function pathUp(
  view: MapView,
  from: CardId,
  isRoot: (card: CardId) => boolean,
  mayRepeat: boolean,
): readonly RowLink[] | undefined {
  const seen = new Set<CardId | ArgumentId>();
  const path: RowLink[] = [];
  /** Things on the way and the ways up from each that have not been tried yet. */
  const open: { ways: Iterator<WayUp>; length: number }[] = [];
  let at: Ref | undefined = cardRef(from);
  for (;;) {
    if (at?.type === "card" && isRoot(at.id)) {
      path.push({ card: at.id, relation: "root", via: null, together: "alone" });
      return path.reverse();
    }
    const ways = at && !seen.has(at.id) ? waysFrom(view, at) : [];
    const isFree = mayRepeat || at?.type !== "argument" || !ways.some(({ link }) => isOn(path, link.card));
    if (at && isFree && ways.length > 0) {
      seen.add(at.id);
      open.push({ ways: ways[Symbol.iterator](), length: path.length });
    }
    at = undefined;
    while (!at) {
      const last = open.at(-1);
      if (!last) return undefined;
      path.length = last.length;
      const next = last.ways.next();
      if (next.done) {
        open.pop();
      } else {
        path.push(next.value.link);
        at = next.value.to;
      }
    }
  }
}

function isOn(path: readonly RowLink[], card: CardId): boolean {
  return path.some((link) => link.card === card);
}

/** From a step there is one way: its last premise stands below what the step is about. */
function waysFrom(view: MapView, at: Ref): readonly WayUp[] {
  if (at.type === "card") return waysUp(view, at.id);
  const argument = getAs(view, "argument", at.id);
  const premise = argument?.premises.at(-1);
  return argument && premise ? [{ link: premiseLink(argument, premise), to: argument.target }] : [];
}

/** What a card or a step speaks to. */
export function refsAbove(view: MapView, at: Ref): readonly Ref[] {
  return waysFrom(view, at).map(({ to }) => to);
}

function premiseLink(argument: Argument, card: CardId): RowLink {
  const { id, premises, polarity, target } = argument;
  const isStep = target.type === "argument";
  return {
    card,
    relation: polarity === "support" ? (isStep ? "backing" : "reason") : isStep ? "undercut" : "objection",
    via: id,
    together: premises.length === 1 ? "alone" : premises[0] === card ? "first" : "more",
  };
}

/** What the card of a row speaks to besides what it stands below here. */
export function placesBeside(view: MapView, row: OutlineRow): readonly Ref[] {
  if (row.relation === "conflict") return [];
  const ways = waysUp(view, row.card);
  const here = ways.findIndex(
    ({ link, to }) =>
      link.relation === row.relation && (row.via ? link.via === row.via : to.id === row.parent?.card),
  );
  return ways.filter((_, index) => index !== here).map(({ to }) => to);
}
