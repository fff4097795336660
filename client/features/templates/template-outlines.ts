import type { Translate, WordId } from "../../words/words.ts";

/** The words of a template's cards. */
type CardWord = WordId extends infer Word
  ? Word extends `templates.card.${infer Name}`
    ? Name
    : never
  : never;

/** `*` answers or begins, `+` is a reason, `-` an objection; see docs/spec/outline.md. */
type Sign = "*" | "+" | "-";
/** What is said of a card besides its words: the kind it is, or that it belongs to the step or the card above. */
type Cue = "Q" | "claim" | "evidence" | "linked" | "undercut";
export type Side = "for" | "against";

export type TemplateLine = Readonly<{ depth: number; sign: Sign; cue: Cue; word: CardWord; side?: Side }>;

/** Ways to begin that have cards in them. */
export const templateNames = ["procon", "ibis", "toulmin", "debate"] as const;
export type TemplateName = (typeof templateNames)[number];

const line = (depth: number, sign: Sign, cue: Cue, word: CardWord): TemplateLine => ({
  depth,
  sign,
  cue,
  word,
});

/** A position in a debate, and what is said for it and in reply. */
function caseOf(side: Side, position: CardWord): readonly TemplateLine[] {
  return [
    line(1, "*", "claim", position),
    line(2, "+", "claim", "firstPoint"),
    line(3, "+", "evidence", "evidence"),
    line(3, "-", "claim", "reply"),
    line(2, "+", "claim", "secondPoint"),
  ].map((each) => ({ ...each, side }));
}

/** What stands in each template, line by line, deeper ones speaking to those above. */
export const templateLines: Readonly<Record<TemplateName, readonly TemplateLine[]>> = {
  procon: [
    line(0, "*", "claim", "claim"),
    line(1, "+", "claim", "reason"),
    line(1, "+", "claim", "otherReason"),
    line(1, "-", "claim", "objection"),
    line(1, "-", "claim", "otherObjection"),
  ],
  ibis: [
    line(0, "*", "Q", "question"),
    line(1, "*", "claim", "position"),
    line(2, "+", "claim", "argumentFor"),
    line(2, "-", "claim", "argumentAgainst"),
    line(1, "*", "claim", "otherPosition"),
    line(2, "+", "claim", "argumentFor"),
    line(2, "-", "claim", "argumentAgainst"),
    line(1, "*", "Q", "subQuestion"),
  ],
  toulmin: [
    line(0, "*", "claim", "qualified"),
    line(1, "+", "claim", "grounds"),
    line(1, "+", "linked", "warrant"),
    line(2, "+", "claim", "backing"),
    line(2, "-", "undercut", "rebuttal"),
  ],
  debate: [line(0, "*", "Q", "motion"), ...caseOf("for", "yes"), ...caseOf("against", "no")],
};

const cues: Readonly<Record<Cue, string>> = {
  Q: "Q: ",
  claim: "claim: ",
  evidence: "evidence: ",
  linked: "& claim: ",
  undercut: "undercut: claim: ",
};

/** A template as an outline in the words of a language. */
export function templateOutline(name: TemplateName, t: Translate): string {
  return templateLines[name]
    .map(
      ({ depth, sign, cue, word }) =>
        `${"  ".repeat(depth)}${sign} ${cues[cue]}${t(`templates.card.${word}`)}`,
    )
    .join("\n");
}
