import type { CardKind, MapMeta, MapRecord, Point, Polarity, Scheme } from "#shared/model/index.ts";
import type { Where } from "../building/index.ts";
import type { Relation } from "./relation-words.ts";

/** A drawing of boxes and lines, as a reader finds it. Lines name what they join by key. */
export type Graph = Readonly<{
  title: string;
  /** A key that comes twice is the first one's. */
  nodes: readonly GraphNode[];
  joints: readonly GraphJoint[];
  edges: readonly GraphEdge[];
  groups: readonly GraphGroup[];
  /** What a file of ours says of the map, word for word. */
  meta?: MapMeta;
  /** What stands beside the drawing. */
  others?: readonly MapRecord[];
}>;

/** What a file of ours says of a record: its id, taken where it is free, and fields beyond what is drawn. */
type Kept = Readonly<{ id?: string; fields?: object; where?: Where }>;

/** What becomes a card; without a kind, its words and lines tell. */
export type GraphNode = Kept &
  Readonly<{
    key: string;
    text: string;
    kind?: CardKind;
    group?: string;
    at?: Point;
    /** The ids of questions in the order in which it answers them, where lines do not tell; others come last. */
    answersInOrder?: readonly string[];
    tags?: readonly string[];
    /** Where the words are from, or what they point at. */
    links?: readonly Readonly<{ title: string; url: string }>[];
  }>;

/** Where the premises of one argument meet. Lines into it are from premises, the first out of it goes to the target. */
export type GraphJoint = Kept & Readonly<{ key: string; polarity?: Polarity; scheme?: Scheme }>;

/** A line. Without a relation it supports, or answers where it joins a claim and a question. */
export type GraphEdge = Kept & Readonly<{ from: string; to: string; relation?: Relation; scheme?: Scheme }>;

export type GraphGroup = Kept & Readonly<{ key: string; title: string }>;
