import type { PlainMap, RecordId } from "#shared/model/index.ts";

/** `error` breaks what the model asks for; `warning` is likely a fault; `hint` is worth a look. All are advice. */
export type LintSeverity = "error" | "warning" | "hint";

/**
 * Every rule by its code, in the order in which findings are told; docs/spec/evaluation.md, "Map health". The sentence is
 * what to read where there is no translation: {0}, {1}, {2} are what the ids name, {count} is a number.
 */
export const lintRules = {
  LINT_EVIDENCE_UNSOURCED: {
    severity: "error",
    sentence: "The evidence {0} cites no source: add one, or make it a claim.",
  },
  LINT_PREMISES_CONFLICT: {
    severity: "error",
    sentence: "{0} rests on {1} and {2}, which contradict each other: take one of them out.",
  },
  LINT_CLAIM_UNSUPPORTED: {
    severity: "warning",
    sentence: "Nothing supports {0}: give a reason, or take it for granted.",
  },
  LINT_CARD_ALONE: { severity: "warning", sentence: "{0} is connected with nothing." },
  LINT_CLAIM_IS_QUESTION: {
    severity: "warning",
    sentence: "{0} reads like a question: make it one, or say what is held.",
  },
  LINT_CLAIM_REASONS: {
    severity: "warning",
    sentence: "{0} gives a reason inside its own text: make the reason a card.",
  },
  LINT_CIRCULAR: {
    severity: "warning",
    sentence: "{0} supports itself in a circle of {count} cards, which establishes none of them.",
  },
  LINT_SUPPORT_CONFLICTED: {
    severity: "warning",
    sentence: "{0} is supported by both {1} and {2}, which contradict each other.",
  },
  LINT_CONFLICT_COMMON_GROUND: {
    severity: "warning",
    sentence: "{0} supports both {1} and {2}, which contradict each other.",
  },
  LINT_PREMISE_BOTH_WAYS: {
    severity: "warning",
    sentence: "{0} is given both for and against {1}.",
  },
  LINT_PASSAGE_TWICE: {
    severity: "warning",
    sentence: "Two reasons for {0} cite the same passage: {1} and {2}.",
  },
  LINT_ARGUMENT_REPEATED: {
    severity: "hint",
    sentence: "{0} is said twice: one of the two arguments can go.",
  },
  LINT_CLAIM_REPEATED: { severity: "hint", sentence: "{0} says nearly what {1} says." },
  LINT_OBJECTION_UNANSWERED: { severity: "hint", sentence: "Nobody has answered {0}." },
  LINT_PREMISE_REFUTED: {
    severity: "hint",
    sentence: "{0} fails as a whole, since its premise {1} is refuted.",
  },
  LINT_ONE_SIDED: {
    severity: "hint",
    sentence:
      "{0} has been looked at from one side only: its arguments ({count}) are all for it, or all against it.",
  },
  LINT_FOUNDATION_WEAK: {
    severity: "hint",
    sentence: "All that supports {0} ends in cards that nobody has rated or granted.",
  },
  LINT_SOURCE_SINGLE: { severity: "hint", sentence: "All evidence for {0} comes from one source: {1}." },
  LINT_QUESTION_UNANSWERED: { severity: "hint", sentence: "Nothing answers the question {0}." },
  LINT_ANSWER_SINGLE: { severity: "hint", sentence: "The question {0} has one answer only." },
  LINT_CLAIM_COMPOUND: { severity: "hint", sentence: "{0} says more than one thing: make it several cards." },
  LINT_CLAIM_FRAGMENT: { severity: "hint", sentence: "{0} is no whole sentence." },
  LINT_CLAIM_LEANS: {
    severity: "hint",
    sentence: "{0} cannot be understood alone: say what its first word means.",
  },
  LINT_TEXT_LONG: {
    severity: "hint",
    sentence: "{0} is long ({count} words): shorten it, or give it a title.",
  },
  LINT_QUOTE_LONG: { severity: "hint", sentence: "{0} quotes {count} words: quote what matters." },
  LINT_STEP_CROWDED: {
    severity: "hint",
    sentence: "The step {0} of the presentation shows {count} cards: few can read more than 30 at once.",
  },
} as const;

/** Stable and searchable; also the key of its translation. */
export type LintCode = keyof typeof lintRules;

/** What could be better about a map, and where. */
export type Finding = Readonly<{
  code: LintCode;
  severity: LintSeverity;
  /** What it is about, in the order in which the sentence names it. */
  ids: readonly RecordId[];
  count: number | null;
  /** In English. */
  message: string;
}>;

/** A finding before it is put into words. */
export type Remark = Readonly<{ code: LintCode; ids: readonly RecordId[]; count?: number }>;

/** The finding in words. Names are put in at once, so that no name is taken for a place to put one. */
export function findingOf({ code, ids, count }: Remark, map: PlainMap): Finding {
  const { severity, sentence } = lintRules[code];
  const message = sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    if (name === "count") return String(count ?? 0);
    const id = ids[Number(name)];
    return id === undefined ? place : nameOf(id, map);
  });
  return {
    code,
    severity,
    ids,
    count: count ?? null,
    message: message.charAt(0).toUpperCase() + message.slice(1),
  };
}

const maxNameChars = 60;

function nameOf(id: RecordId, map: PlainMap): string {
  const record = map.records.get(id);
  switch (record?.type) {
    case "card":
      return quoted(record.title || record.text);
    case "argument": {
      const [first] = record.premises;
      return `${record.polarity === "support" ? "the reason" : "the objection"} ${first ? nameOf(first, map) : id}`;
    }
    case "source":
    case "step":
    case "presentation":
    case "group":
      return quoted(record.title);
    default:
      return quoted(id);
  }
}

function quoted(text: string): string {
  const line = text
    .slice(0, 4 * maxNameChars)
    .replace(/\s+/g, " ")
    .trim();
  const signs = [...line];
  return `“${signs.length > maxNameChars ? `${signs.slice(0, maxNameChars).join("").trimEnd()}…` : line}”`;
}
