import type { CardKind, Rating, Scheme } from "#shared/model/records.ts";
import type { RelationTone } from "../tokens.ts";

/** How a card fares when all arguments are weighed together; docs/spec/evaluation.md. */
export type PictureStanding = "stands" | "contested" | "undecided" | "refuted" | "unsupported";

/** All words that a picture adds to those of the map. Names in braces are filled in. */
export type PictureWords = Readonly<{
  untitledMap: string;
  untitledGroup: string;
  untitledSource: string;
  emptyCard: string;
  kinds: Readonly<Record<CardKind, string>>;
  /** On the lines. */
  relations: Readonly<Record<RelationTone, string>>;
  schemes: Readonly<Record<Scheme, string>>;
  granted: string;
  standings: Readonly<Record<PictureStanding, string>>;
  /** With {value}, from 0 to 1. */
  strength: string;
  legend: Readonly<{
    heading: string;
    kinds: Readonly<Record<CardKind, string>>;
    relations: Readonly<Record<RelationTone, string>>;
    linked: string;
    granted: string;
  }>;
  sources: string;
  notes: string;
  /** Before the works that a source is cited for referring to. */
  via: string;
  /** How far a source is to be trusted. */
  credibility: Readonly<Record<Rating, string>>;
  /** What a line says to those who cannot see it, with {from} and {to}. */
  sentences: Readonly<Record<RelationTone, string>>;
  /** With {cards}, {arguments} and {conflicts}. */
  description: string;
  /** Of the sheets of a poster: with {row} and {column}. */
  sheet: string;
}>;
