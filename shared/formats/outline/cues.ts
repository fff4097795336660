import type { CardKind, Polarity } from "#shared/model/index.ts";

/** How an item speaks to what it stands under: to the card, or to the step that the card makes. */
export type Bearing = Readonly<{ polarity: Polarity; isAboutStep: boolean }>;

/** What the first words of an item say about it, and what is left of it without them. */
export type Cues = Readonly<{
  text: string;
  /** Works together with the item before it. */
  isLinked: boolean;
  bearing: Bearing | null;
  kind: CardKind | null;
  /** Names a card that stands elsewhere in the outline. */
  isReference: boolean;
}>;

type Cue<Meaning> = readonly [pattern: RegExp, meaning: Meaning];

const bearing = (polarity: Polarity, isAboutStep = false): Bearing => ({ polarity, isAboutStep });

const linkedCue = /^(?:&|(?:and|together) with\b[:：,]?|(?:并且|连同)[:：])\s*/iu;

/** Words that need their colon first, then those that may do without. */
const bearingCues: readonly Cue<Bearing>[] = [
  [/^(?:undercuts?\s*[:：]|(?:质疑这一步|反驳推理)\s*[:：]|~(?=\s))\s*/iu, bearing("oppose", true)],
  [/^(?:backing\s*[:：]|(?:支撑这一步|支持推理)\s*[:：])\s*/iu, bearing("support", true)],
  [/^(?:pro|for|supports?|because|reason|weil|支持|赞成|理由|正方|因为)\s*[:：]\s*/iu, bearing("support")],
  [/^(?:con|against|opposes?|objection|but|aber|反对|反对理由|反方|但是)\s*[:：]\s*/iu, bearing("oppose")],
  [/^(?:because|weil)\s+(?=\S)|^因为[，,]?\s*(?=\S)|^\+\s+(?=\S)/iu, bearing("support")],
  [/^(?:but|aber),?\s+(?=\S)|^however,\s+(?=\S)|^但是?[，,]?\s*(?=\S)/iu, bearing("oppose")],
];

const kindCues: readonly Cue<CardKind>[] = [
  [/^(?:q|question|问题?|议题)\s*[:：]\s*/iu, "question"],
  [/^(?:claim|answer|主张|论点|回?答)\s*[:：]\s*/iu, "claim"],
  [/^(?:evidence|source|证据|来源)\s*[:：]\s*/iu, "evidence"],
];

const referenceCue = /^(?:see|见)\s*[:：]\s*(?=\S)/iu;

/** Reads the words that begin an item. Whether it speaks to anything is the caller's to know: `mayBear`. */
export function readCues(words: string, mayBear: boolean): Cues {
  let text = words;
  const take = (pattern: RegExp): boolean => {
    const [cue] = pattern.exec(text) ?? [];
    if (cue === undefined) return false;
    const rest = text.slice(cue.length);
    // "Because it is" begins a sentence, so what is left of it does, too.
    text = /^\p{Lu}/u.test(cue) && /\s$/u.test(cue) && !/[:：]/u.test(cue) ? capitalised(rest) : rest;
    return true;
  };
  const takeFirst = <Meaning>(cues: readonly Cue<Meaning>[]): Meaning | null =>
    cues.find(([pattern]) => take(pattern))?.[1] ?? null;
  const isLinked = mayBear && take(linkedCue);
  const said = mayBear ? takeFirst(bearingCues) : null;
  const kind = takeFirst(kindCues);
  const isReference = kind === null && take(referenceCue);
  return { text, isLinked, bearing: said, kind, isReference };
}

/** A heading over reasons, objections or evidence that is no card of its own. */
export type Label = Readonly<{ polarity: Polarity | null; kind: CardKind | null }>;

const labels: readonly Cue<Label>[] = [
  [
    /^(?:pros?|for|reasons?|because|advantages|benefits|strengths|arguments (?:for|in favou?r)|in favou?r|supporting arguments|支持|支持理由|理由|优点|好处|正方|赞成)$/iu,
    { polarity: "support", kind: null },
  ],
  [
    /^(?:cons?|against|objections?|but|disadvantages|drawbacks|weaknesses|arguments against|counter-?arguments|反对|反对理由|缺点|坏处|反方)$/iu,
    { polarity: "oppose", kind: null },
  ],
  [/^(?:evidence|sources|证据|来源)$/iu, { polarity: null, kind: "evidence" }],
];

/** Reads an item as a heading over its children; undefined where it says something itself. */
export function readLabel(words: string): Label | undefined {
  const name = words.replace(/\s*[:：]\s*$/u, "").trim();
  return labels.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether a text without a cue reads as a question. */
export function isAsked(words: string): boolean {
  return /[?？]\s*$/u.test(words);
}

function capitalised(words: string): string {
  const [first = ""] = words;
  return first.toLocaleUpperCase("en") + words.slice(first.length);
}
