import type { OrderKey } from "#shared/lib/order-key.ts";
import type {
  ArgumentId,
  CardId,
  CitationId,
  ConflictId,
  GroupId,
  PresentationId,
  SourceId,
  StepId,
} from "./ids.ts";

/** What a card is: something asked, something held, or something held because a source says it. */
export type CardKind = "question" | "claim" | "evidence";
export const cardKinds: readonly CardKind[] = ["question", "claim", "evidence"];

/** Whether an argument speaks for its target or against it. */
export type Polarity = "support" | "oppose";
export const polarities: readonly Polarity[] = ["support", "oppose"];

/** `contrary`: not both true. `contradictory`: exactly one true. */
export type ConflictType = "contrary" | "contradictory";
export const conflictTypes: readonly ConflictType[] = ["contrary", "contradictory"];

export type Rating = "weak" | "fair" | "strong";
export const ratings: readonly Rating[] = ["weak", "fair", "strong"];

/** Argument schemes after Walton, Reed and Macagno, "Argumentation Schemes" (2008); `none` is the default. */
export type Scheme = (typeof schemes)[number];
export const schemes = [
  "none",
  "expert-opinion",
  "position-to-know",
  "analogy",
  "cause-to-effect",
  "correlation-to-cause",
  "sign",
  "generalisation",
  "practical-reasoning",
  "consequences",
  "values",
  "classification",
  "best-explanation",
  "rule-or-precedent",
  "popularity",
] as const;

/** Colours a person may give a card or a group; how they look is the theme's business. */
export type Tint = "amber" | "blue" | "green" | "grey" | "pink" | "purple";
export const tints: readonly Tint[] = ["amber", "blue", "green", "grey", "pink", "purple"];

/** A place on the canvas in canvas pixels, x to the right, y down; for a card, its top left corner. */
export type Point = readonly [x: number, y: number];

/** What a relation can point at: a card, or the step that another argument makes. */
export type Ref = Readonly<{ type: "card"; id: CardId }> | Readonly<{ type: "argument"; id: ArgumentId }>;

/** A place in a source. `start` and `end` count UTF-16 code units of the source's plain text, end exclusive. */
export type Citation = Readonly<{
  id: CitationId;
  source: SourceId;
  quote: string;
  prefix: string;
  suffix: string;
  start: number | null;
  end: number | null;
  /** Page, section or time, as a reader would look it up. */
  locator: string;
  relevance: Rating | null;
  /** The work that the source itself refers to at this place. */
  via: Readonly<{ title: string; url: string }> | null;
  /** A person quoted inside the source. */
  attributedTo: string;
}>;

export type Card = Readonly<{
  type: "card";
  id: CardId;
  kind: CardKind;
  text: string;
  /** A short label for far zoom; empty where the text must do. */
  title: string;
  /** Taken for granted in this map. */
  granted: boolean;
  /** Base strength 0…1, or null where nobody has set one. */
  base: number | null;
  color: Tint | null;
  tags: readonly string[];
  author: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  group: GroupId | null;
  /** Stays where it is when the map is laid out. */
  pinned: boolean;
  /** Its place among its siblings; null comes after all that have one, by age. */
  order: OrderKey | null;
  /** For a question: the question it is part of. */
  parent: CardId | null;
  /** For a question: the card or step that gave rise to it. */
  raisedBy: Ref | null;
  /** For a claim: the questions it answers. */
  answers: readonly CardId[];
  citations: readonly Citation[];
}>;

/** The joint: one or more premises that together speak for or against a card or a step. */
export type Argument = Readonly<{
  type: "argument";
  id: ArgumentId;
  polarity: Polarity;
  /** Distinct claims or evidence, in the order shown; more than one means linked: they only work together. */
  premises: readonly CardId[];
  target: Ref;
  scheme: Scheme;
  note: string;
  base: number | null;
  author: string;
  createdAt: number;
}>;

export type Conflict = Readonly<{
  type: "conflict";
  id: ConflictId;
  members: readonly [CardId, CardId];
  kind: ConflictType;
  note: string;
  author: string;
  createdAt: number;
}>;

export type Source = Readonly<{
  type: "source";
  id: SourceId;
  title: string;
  creator: string;
  /** As printed: "2026", "March 2026". */
  date: string;
  url: string;
  note: string;
  credibility: Rating | null;
  createdAt: number;
}>;

/** A way through the map to be shown to others: steps name the one they belong to. */
export type Presentation = Readonly<{
  type: "presentation";
  id: PresentationId;
  title: string;
  createdAt: number;
}>;

/** What is in view: the whole map, just what the step shows, or that beside what the step before left in view. */
export type StepReveal = "all" | "only" | "add";
export const stepReveals: readonly StepReveal[] = ["only", "add", "all"];

/** Whether all that a step shows comes at once, or one after the other: an argument with its premises at a time. */
export type StepBuild = "together" | "one-by-one";
export const stepBuilds: readonly StepBuild[] = ["together", "one-by-one"];

/** What is shown on cards of how they stand when all arguments are weighed. */
export type StepLayer = "none" | "standing" | "strength";
export const stepLayers: readonly StepLayer[] = ["none", "standing", "strength"];

/** How the picture of one step turns into the next. */
export type StepTransition = "fly" | "fade" | "cut";
export const stepTransitions: readonly StepTransition[] = ["fly", "fade", "cut"];

/** When an audience is asked what it holds of a claim: the two are laid side by side. */
export type PollMoment = "before" | "after";
export const pollMoments: readonly PollMoment[] = ["before", "after"];

/** What an audience is asked on a step: where it stands on a claim, or how much each reason for and against it weighs. */
export type StepPoll =
  | Readonly<{ kind: "stance"; card: CardId; moment: PollMoment }>
  | Readonly<{ kind: "impact"; card: CardId }>;

/** One step of a presentation: what it shows, in the order of `order`. */
export type Step = Readonly<{
  type: "step";
  id: StepId;
  /** Null: of the steps that belong to no presentation by name; they make one without a title. */
  presentation: PresentationId | null;
  order: OrderKey;
  title: string;
  /** What the presenter reads. */
  notes: string;
  /** In the order in which it is revealed. */
  shows: readonly (CardId | ArgumentId)[];
  /** What the camera holds; empty: everything the step has in view. */
  fits: readonly CardId[];
  /** A stretch of canvas to hold instead: x, y, width, height. Null holds `fits`, wherever these cards are moved. */
  view: readonly [number, number, number, number] | null;
  reveal: StepReveal;
  build: StepBuild;
  /** What earlier steps left in view steps back behind what this one shows. */
  dimsOthers: boolean;
  emphasises: readonly (CardId | ArgumentId)[];
  layer: StepLayer;
  /** How long it is meant to take; null where nobody has said. */
  seconds: number | null;
  poll: StepPoll | null;
  transition: StepTransition;
  /** Left out when presenting, and still there. */
  isHidden: boolean;
  createdAt: number;
}>;

/** A named region; cards name the group they are in. */
export type Group = Readonly<{
  type: "group";
  id: GroupId;
  title: string;
  color: Tint | null;
  createdAt: number;
}>;

export type MapRecord = Card | Argument | Conflict | Source | Step | Presentation | Group;
export type RecordType = MapRecord["type"];
export type RecordOf<Type extends RecordType> = Extract<MapRecord, { type: Type }>;

export type MapMeta = Readonly<{ title: string; createdAt: number }>;
