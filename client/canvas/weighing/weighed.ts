import { type PictureStrengths, strengthText } from "#shared/diagram/picture/strength-text.ts";
import type { Standing } from "#shared/evaluation/index.ts";
import type { CardId, StepLayer } from "#shared/model/index.ts";

/** What all arguments of a map come to for its statements. */
export type Weighed = Readonly<{
  standings: ReadonlyMap<CardId, Standing>;
  strengths: PictureStrengths;
}>;

/** What is said of one card: how it stands, or how strong it is. */
export type Fare =
  | Readonly<{ kind: "standing"; standing: Standing }>
  | Readonly<{ kind: "strength"; value: number; text: string }>;

/** What can be shown on cards; a step may also show nothing more. */
export type FareLayer = Exclude<StepLayer, "none">;

/** Before anything was weighed. */
export const nothingWeighed: Weighed = {
  standings: new Map(),
  strengths: { cards: new Map(), unsettled: new Set() },
};

/** What is said of a card on that layer; undefined of questions, and of what is no card. */
export function fareIn(weighed: Weighed, layer: FareLayer, id: CardId): Fare | undefined {
  if (layer === "standing") {
    const standing = weighed.standings.get(id);
    return standing && { kind: "standing", standing };
  }
  const text = strengthText(weighed.strengths, id);
  return text === undefined
    ? undefined
    : { kind: "strength", value: weighed.strengths.cards.get(id) ?? 0, text };
}
