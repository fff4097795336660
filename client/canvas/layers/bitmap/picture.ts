import type { Rect, Theme } from "#shared/diagram/index.ts";
import type { CardId, CardKind, MapView } from "#shared/model/index.ts";
import type { CanvasScene } from "../../scene/canvas-scene.ts";
import type { Levels } from "../../view/levels.ts";

/** Somebody else at a card, or what else is said of it; `dash` tells frames apart without their colour. */
export type Mark = Readonly<{ color: string; name: string; dash?: readonly number[] }>;

/** What is said on cards besides what they say themselves. */
export type CardNotes = Readonly<{
  /** Draws it within and around the card's place, reaching out no further than `cardReachPx`. */
  draw: (brush: Brush, picture: Picture, id: CardId, rect: Rect) => void;
  /** Whether anything of it can be made out from there. */
  isSeen: (picture: Picture, id: CardId, rect: Rect, zoom: number) => boolean;
  /** How much of the card's height its large title has to do without. */
  takes: (picture: Picture, id: CardId, rect: Rect, zoom: number) => number;
}>;

/** All that the drawn map shows: where things lie, what they say, and what this person sees of it. */
export type Picture = Readonly<{
  scene: CanvasScene;
  doc: Pick<MapView, "get">;
  theme: Theme;
  levels: Levels;
  kindWord: (kind: CardKind) => string;
  linkWord: (tone: keyof Theme["relations"]) => string;
  untitledGroup: string;
  /** Stands in a card without text. */
  emptyText: (kind: CardKind) => string;
  isSelected: (key: string) => boolean;
  /** Found by a search. */
  isMarked: (id: CardId) => boolean;
  /** Of a card, or of a line. */
  isDimmed: (key: string) => boolean;
  /** How many cards are out of sight because this one is collapsed. */
  countBelow: (id: CardId) => number;
  markAt: (key: string) => Mark | undefined;
  onCard?: CardNotes | undefined;
  /** How many threads are open on it. */
  threadsOn: (id: CardId) => number;
  /** Whether an element stands over what is drawn and hides it. */
  isCovered: (key: string) => boolean;
}>;

/** A picture with the marks that it shows, kept up by whoever hears of people. */
export type MarkedPicture = Picture & Readonly<{ marks: { now: ReadonlyMap<string, Mark> } }>;

/** The surface drawn on: canvas pixels under the current transform; `zoom` is what they come to on the screen. */
export type Brush = Readonly<{ context: CanvasRenderingContext2D; zoom: number }>;

/** How much of what does not match the filter is left to see. */
export const dimmedOpacity = 0.35;
