import type { ConflictType, Polarity } from "#shared/model/index.ts";

/** What a line between two things says. `against step` and `for step` are about the step that an argument makes. */
export type Relation = Polarity | "undercut" | "backing" | ConflictType | "answer" | "part" | "raise";

/** The words on a line, as the canvas says them where it does. */
export const relationWords: Readonly<Record<Relation, string>> = {
  support: "because",
  oppose: "but",
  undercut: "but",
  backing: "because",
  contrary: "conflicts",
  contradictory: "contradicts",
  answer: "answers",
  part: "part of",
  raise: "raised by",
};

/** Words that others write on their lines, by what stands in them; the first that fits counts. */
const spoken: readonly (readonly [RegExp, Relation])[] = [
  [/^undercut|undermines? (?:the )?(?:step|inference)|质疑|反驳推理|^unterläuft/iu, "undercut"],
  [/^back(?:s|ed|ing)?\b|支撑/iu, "backing"],
  [/^contradictor|^contradict|exactly one|^widerspr/iu, "contradictory"],
  [
    /^conflict|^contrar|^excludes?\b|^incompatible|^inconsistent|not both|mutually exclusive|矛盾|冲突|互斥|^unvereinbar/iu,
    "contrary",
  ],
  [/^answer|^responds|回答|^beantwortet|^antwort/iu, "answer"],
  [/^(?:sub-?question|part)\b|子问题|^teil/iu, "part"],
  [/^(?:raise[sd]?|asks|prompts)\b|引出|提出/iu, "raise"],
  [
    /^(?:(?:but|however|con|cons|against|minus|aber|gegen|yet)\b|attack|oppos|object|rebut|refut|counter|undermin|weaken|den(?:y|ies)|disprov|disagree|doubt|criti[cq]|challeng|contra|defeat|widerleg)|does not support|反对|反驳|攻击|但|削弱|否定|^[-−–✗×❌]$/iu,
    "oppose",
  ],
  [
    /^(?:(?:because|since|as|for|pro|pros|plus|hence|therefore|thus|so|then|weil|denn|daher)\b|support|reason|impl(?:y|ies)|entail|justif|evidence|prove|confirm|strengthen|favou?r|agree|leads? to|cause|show|explain|warrant|stütz|belegt|begründ)|支持|因为|理由|证明|所以|因此|赞成|加强|^[+✓✔∴⇒→]$/iu,
    "support",
  ],
];

/** Longer labels are sentences about something else. */
const maxWordsChars = 60;

/** What the words on a line say of it; undefined where they do not say. */
export function relationIn(words: string): Relation | undefined {
  const said = words.trim();
  if (said === "" || said.length > maxWordsChars) return undefined;
  return spoken.find(([pattern]) => pattern.test(said))?.[1];
}
