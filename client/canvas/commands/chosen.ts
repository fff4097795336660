import {
  type Argument,
  type ArgumentId,
  argumentsFrom,
  type Card,
  type CardId,
  type Conflict,
  type GroupId,
  getAs,
  getStatement,
  type RecordId,
} from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { currentKey } from "./current.ts";

type Tools = Pick<CanvasTools, "ui" | "session">;
type Doc = CanvasTools["session"]["doc"];

/** Whether so many cards are selected; looks no further than it must. */
export function hasCards({ ui, session: { doc } }: Tools, atLeast = 1): boolean {
  let count = 0;
  for (const key of ui.getState().selection) {
    if (getAs(doc, "card", key as RecordId)) count += 1;
    if (count >= atLeast) return true;
  }
  return false;
}

/** The argument whose step the keyboard is at. */
export function chosenStep(tools: Tools): Argument | undefined {
  return getAs(tools.session.doc, "argument", currentKey(tools) as ArgumentId);
}

/** The contradiction that the keyboard is at. */
export function chosenConflict(tools: Tools): Conflict | undefined {
  return getAs(tools.session.doc, "conflict", currentKey(tools) as RecordId);
}

/** The one argument that the card which the keyboard is at belongs to as a premise, and that card. */
export function chosenPremise(tools: Tools): Readonly<{ argument: Argument; card: CardId }> | undefined {
  const card = getAs(tools.session.doc, "card", currentKey(tools) as RecordId);
  if (!card || tools.ui.getState().selection.size > 1) return undefined;
  const [argument, ...others] = argumentsFrom(tools.session.doc, card.id);
  return argument && others.length === 0 ? { argument, card: card.id } : undefined;
}

/** The group that all selected cards are in, if there is one. */
export function commonGroup(cards: readonly Card[]): GroupId | null {
  const [first] = cards;
  return first && cards.every(({ group }) => group === first.group) ? first.group : null;
}

/** Where cards without a group are selected along with those of one group: that group. */
export function groupToJoin(cards: readonly Card[]): GroupId | null {
  const groups = new Set(cards.flatMap(({ group }) => group ?? []));
  const [only = null] = groups;
  return groups.size === 1 && cards.some(({ group }) => group === null) ? only : null;
}

/** Two statements and nothing else. */
export function chosenPair({ ui, session: { doc } }: Tools): readonly [CardId, CardId] | undefined {
  const { selection } = ui.getState();
  if (selection.size !== 2) return undefined;
  const [a, b] = [...selection].flatMap((key) => getStatement(doc, key as CardId) ?? []);
  return a && b ? [a.id, b.id] : undefined;
}

/** Two steps to one target with one polarity, chosen by their joints or by a premise of each. */
export function linkableArguments(
  keys: readonly string[],
  doc: Doc,
): readonly [Argument, Argument] | undefined {
  if (keys.length !== 2) return undefined;
  const [ones, others] = keys.map((key): readonly Argument[] => {
    const argument = getAs(doc, "argument", key as RecordId);
    return argument ? [argument] : [...argumentsFrom(doc, key as CardId)];
  });
  for (const one of ones ?? []) {
    for (const other of others ?? []) {
      const isSameAim = one.target.id === other.target.id && one.polarity === other.polarity;
      if (one.id !== other.id && isSameAim) return [one, other];
    }
  }
  return undefined;
}
