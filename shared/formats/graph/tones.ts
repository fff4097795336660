import type { RelationTone } from "#shared/diagram/index.ts";
import type { Argument } from "#shared/model/index.ts";
import type { Relation } from "./relation-words.ts";

/** In which of the theme's colours and dashes a line is drawn. */
export const toneOf: Readonly<Record<Relation, RelationTone>> = {
  support: "support",
  oppose: "oppose",
  backing: "backing",
  undercut: "undercut",
  contrary: "conflict",
  contradictory: "conflict",
  answer: "answer",
  part: "part",
  raise: "part",
};

/** How an argument speaks to what it is about. */
export function relationOf({ polarity, target }: Argument): Relation {
  if (target.type === "card") return polarity;
  return polarity === "support" ? "backing" : "undercut";
}
