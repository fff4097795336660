import type { ArgumentId, CardId, ConflictId, PlainMap } from "#shared/model/index.ts";
import { relationsOf, rivalIn } from "./relations.ts";
import { type Force, isGiven, type Standing, type Standings } from "./standings.ts";

/** A step that has a part in how something stands, and where it is not in force what keeps it from that. */
export type Ground = Readonly<{
  step: ArgumentId;
  force: Force;
  /** Premises that do not stand, or may not, and objections to the step that hold, or may. */
  because: readonly (CardId | ArgumentId)[];
}>;

/** Why a statement stands as it does. */
export type Explanation = Readonly<{
  standing: Standing;
  /** Whether it needs no reason: evidence, what is granted, and in a lenient map everything. */
  isGiven: boolean;
  reasons: readonly Ground[];
  objections: readonly Ground[];
  /** The conflicts that count, each with the claim on its other side. */
  conflicts: readonly Readonly<{ conflict: ConflictId; rival: CardId }>[];
}>;

/**
 * [E7] The arguments and conflicts that decide how each statement stands. Index once (O(map)), then ask (O(what bears
 * on the card)); undefined for questions and what is not there.
 */
export function explainerOf(map: PlainMap, standings: Standings): (id: CardId) => Explanation | undefined {
  const relations = relationsOf(map);
  const forceOf = (id: ArgumentId) => standings.steps.get(id) ?? "open";
  const premiseForce = (id: CardId): Force => forces[standings.cards.get(id) ?? "undecided"];

  const groundOf = (id: ArgumentId, premises: readonly CardId[]): Ground => {
    const force = forceOf(id);
    const blame = premises.filter((premise) => premiseForce(premise) === force);
    const attack = force === "out" ? "in" : "open";
    const undercuts = relations
      .on(id)
      .filter((other) => other.polarity === "oppose" && forceOf(other.id) === attack)
      .map((other) => other.id);
    return { step: id, force, because: force === "in" ? [] : [...blame, ...undercuts] };
  };

  return (id) => {
    const card = map.records.get(id);
    const standing = standings.cards.get(id);
    if (card?.type !== "card" || !standing) return undefined;
    const grounds = (polarity: "support" | "oppose", counts: (force: Force) => boolean) =>
      relations
        .on(id)
        .filter((step) => step.polarity === polarity && counts(forceOf(step.id)))
        .map((step) => groundOf(step.id, step.premises));
    const conflicts = (counts: (force: Force) => boolean) =>
      relations.between(id).flatMap((conflict) => {
        const rival = rivalIn(conflict, id);
        return counts(premiseForce(rival)) ? [{ conflict: conflict.id, rival }] : [];
      });
    const given = isGiven(card, standings.policy);
    const said = { standing, isGiven: given };
    switch (standing) {
      case "stands":
        return {
          ...said,
          reasons: grounds("support", (force) => force === "in").slice(0, 1),
          objections: grounds("oppose", () => true),
          conflicts: [],
        };
      case "contested":
        return {
          ...said,
          reasons: grounds("support", (force) => force === "in"),
          objections: grounds("oppose", (force) => force === "in"),
          conflicts: conflicts((force) => force !== "out"),
        };
      case "undecided":
        return {
          ...said,
          reasons: grounds("support", (force) => force !== "out"),
          objections: grounds("oppose", (force) => force !== "out"),
          conflicts: [],
        };
      case "refuted":
        return {
          ...said,
          reasons: grounds("support", () => true),
          objections: grounds("oppose", (force) => force === "in"),
          conflicts: conflicts((force) => force === "in"),
        };
      case "unsupported":
        return { ...said, reasons: grounds("support", () => true), objections: [], conflicts: [] };
    }
  };
}

const forces: Readonly<Record<Standing, Force>> = {
  stands: "in",
  contested: "open",
  undecided: "open",
  refuted: "out",
  unsupported: "out",
};
