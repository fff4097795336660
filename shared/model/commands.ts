import type {
  ArgumentId,
  CardId,
  CitationId,
  ConflictId,
  GroupId,
  PresentationId,
  RecordId,
  SourceId,
  StepId,
} from "./ids.ts";
import type { PlainMap } from "./plain-map.ts";
import type {
  Argument,
  Card,
  CardKind,
  Citation,
  Conflict,
  ConflictType,
  Group,
  MapRecord,
  Point,
  Polarity,
  Presentation,
  Ref,
  Scheme,
  Source,
  Step,
} from "./records.ts";

/** Who made a new record, and when (milliseconds since 1970); the caller's clock, so that plans are pure. */
export type Authorship = Readonly<{ author: string; createdAt: number }>;

/**
 * Everything a person can do to a map. A command either happens whole or is refused with a fault and changes
 * nothing; each is one transaction and one step of undo.
 */
export type Command =
  | Readonly<{ type: "addCard"; id: CardId; kind: CardKind; text: string; at: Point; by: Authorship }>
  /** Replaces `remove` code units at `index`: what typing does. */
  | Readonly<{ type: "spliceText"; id: CardId; index: number; remove: number; insert: string }>
  | Readonly<{ type: "setText"; id: CardId; text: string }>
  | Readonly<{ type: "retypeCard"; id: CardId; kind: CardKind }>
  | Readonly<{
      type: "editCard";
      id: CardId;
      values: Partial<Pick<Card, "title" | "granted" | "base" | "color" | "pinned" | "order">>;
    }>
  | Readonly<{ type: "tag"; id: CardId; tag: string; on: boolean }>
  | Readonly<{ type: "moveCards"; to: readonly (readonly [CardId, Point])[] }>
  /** Records of any type; what hangs on them is hidden with them, as the steps of a presentation are. */
  | Readonly<{ type: "delete"; ids: readonly RecordId[] }>
  /** Because (support) or but (oppose): premises for a card, or for the step of another argument. */
  | Readonly<{
      type: "connect";
      id: ArgumentId;
      polarity: Polarity;
      premises: readonly CardId[];
      target: Ref;
      scheme?: Scheme;
      by: Authorship;
    }>
  | Readonly<{
      type: "editArgument";
      id: ArgumentId;
      values: Partial<Pick<Argument, "polarity" | "scheme" | "note" | "base">>;
    }>
  | Readonly<{ type: "retargetArgument"; id: ArgumentId; target: Ref }>
  /** The premise `toward` becomes the target, and the card that was the target takes its place among the premises. */
  | Readonly<{ type: "reverseArgument"; id: ArgumentId; toward: CardId }>
  /** "Works together with": the card becomes one more premise. */
  | Readonly<{ type: "linkPremise"; argument: ArgumentId; card: CardId }>
  /** Puts a premise right before another of its argument, or at the end of them. */
  | Readonly<{ type: "orderPremise"; argument: ArgumentId; card: CardId; before: CardId | null }>
  /** All premises of `from` move into `into`, and `from` is deleted. */
  | Readonly<{ type: "linkArguments"; into: ArgumentId; from: ArgumentId }>
  /**
   * Takes a premise out. With `as` it goes on as an argument of its own to the same target. An argument that has
   * lost its last premise is deleted.
   */
  | Readonly<{ type: "unlinkPremise"; argument: ArgumentId; card: CardId; as?: ArgumentId; by: Authorship }>
  | Readonly<{
      type: "contradict";
      id: ConflictId;
      members: readonly [CardId, CardId];
      kind: ConflictType;
      by: Authorship;
    }>
  | Readonly<{ type: "editConflict"; id: ConflictId; values: Partial<Pick<Conflict, "kind" | "note">> }>
  | Readonly<{ type: "answer"; claim: CardId; question: CardId; on: boolean }>
  /** Puts a question under another; null makes it stand on its own. */
  | Readonly<{ type: "setParent"; question: CardId; parent: CardId | null }>
  /** Says which card or step gave rise to a question. */
  | Readonly<{ type: "setRaisedBy"; question: CardId; by: Ref | null }>
  | Readonly<{ type: "addGroup"; id: GroupId; title: string; members: readonly CardId[]; createdAt: number }>
  | Readonly<{ type: "editGroup"; id: GroupId; values: Partial<Pick<Group, "title" | "color">> }>
  | Readonly<{ type: "assignGroup"; cards: readonly CardId[]; group: GroupId | null }>
  | Readonly<{ type: "addSource"; source: Source }>
  | Readonly<{
      type: "editSource";
      id: SourceId;
      values: Partial<Pick<Source, "title" | "creator" | "date" | "url" | "note" | "credibility">>;
    }>
  /** Adds a citation to a card, or replaces the one of the same id. */
  | Readonly<{ type: "cite"; card: CardId; citation: Citation }>
  | Readonly<{ type: "uncite"; card: CardId; citation: CitationId }>
  | Readonly<{ type: "addStep"; step: Step }>
  | Readonly<{
      type: "editStep";
      id: StepId;
      values: Partial<Omit<Step, "type" | "id" | "createdAt" | "notes" | "shows">>;
    }>
  /** Replaces `remove` code units of a step's notes at `index`. */
  | Readonly<{ type: "spliceNotes"; id: StepId; index: number; remove: number; insert: string }>
  /** What the step shows, in this order; what stays and keeps its order is not written. */
  | Readonly<{ type: "setShows"; id: StepId; shows: readonly (CardId | ArgumentId)[] }>
  | Readonly<{ type: "showInStep"; id: StepId; shows: CardId | ArgumentId; on: boolean }>
  | Readonly<{ type: "addPresentation"; presentation: Presentation }>
  | Readonly<{
      type: "editPresentation";
      id: PresentationId;
      values: Partial<Pick<Presentation, "title">>;
    }>
  | Readonly<{ type: "entitle"; title: string }>
  /** Adds all records of another map, whose ids must be free here; its title is left aside. */
  | Readonly<{ type: "insert"; map: PlainMap }>
  /**
   * Puts back what was there: records whole, deleted ones included, places of cards, and the title unless null. Made by
   * `restorationOf`; unlike all else it names deleted records, and may leave it to `repair` to mend what then clashes.
   */
  | Readonly<{
      type: "restore";
      remove: readonly RecordId[];
      records: readonly MapRecord[];
      places: readonly (readonly [CardId, Point])[];
      title: string | null;
    }>
  /** Several commands as one; each sees what those before it did. */
  | Readonly<{ type: "batch"; commands: readonly Command[] }>;

/** Why a command was refused. */
export type CommandFault = Readonly<{
  code:
    | "missing"
    | "wrong-kind"
    | "id-taken"
    | "self-reference"
    | "duplicate"
    | "cycle"
    | "empty"
    | "out-of-range"
    | "too-large"
    | "bad-value"
    | "read-only";
  /** A plain sentence in English for logs and scripts; the interface words it by `code`. */
  message: string;
  /** The records it is about. */
  ids: readonly RecordId[];
}>;
