import { strengthWord } from "#shared/diagram/picture/strength-text.ts";
import type { Standing } from "#shared/evaluation/index.ts";
import type { StepLayer } from "#shared/model/index.ts";

/** What all arguments of a map come to for one statement. */
export type Weight = Readonly<{
  standing: Standing;
  /** From 0 to 1. */
  strength: number;
  /** However long one computes, its strength goes on swinging. */
  isUnsettled: boolean;
}>;

/** What is said of one card: how it stands, or how strong it is. */
export type Fare =
  | Readonly<{ kind: "standing"; standing: Standing }>
  | Readonly<{ kind: "strength"; value: number; text: string }>;

/** What can be shown on cards; a step, or a person, may also want nothing more. */
export type FareLayer = Exclude<StepLayer, "none">;

/** What is said on that layer of a card that weighs so much; nothing of questions, and of what is no card. */
export function fareOn(layer: FareLayer, weight: Weight | undefined): Fare | undefined {
  if (!weight) return undefined;
  const { standing, strength, isUnsettled } = weight;
  return layer === "standing"
    ? { kind: "standing", standing }
    : { kind: "strength", value: strength, text: strengthWord(strength, isUnsettled) };
}

export function isSameWeight(a: Weight | undefined, b: Weight): boolean {
  return a?.standing === b.standing && a.strength === b.strength && a.isUnsettled === b.isUnsettled;
}
