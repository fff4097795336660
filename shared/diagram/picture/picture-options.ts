import type { CardId, GroupId, RecordId } from "#shared/model/ids.ts";
import { englishWords } from "./english-words.ts";
import type { PictureStanding, PictureWords } from "./picture-words.ts";
import type { PictureStrengths } from "./strength-text.ts";

/** `color` is told apart by the colour-blind too; `print` does without any colour. */
export type PictureThemeName = "color" | "print" | "dark" | "contrast";
export const pictureThemeNames: readonly PictureThemeName[] = ["color", "print", "dark", "contrast"];

/** What of a map is drawn: with cards, the relations that stand wholly among them. */
export type PictureScope =
  | Readonly<{ type: "map" }>
  | Readonly<{ type: "cards"; ids: ReadonlySet<CardId> }>
  | Readonly<{ type: "group"; id: GroupId }>;

/** How to draw a map; see `defaultPictureOptions`. */
export type PictureOptions = Readonly<{
  theme: PictureThemeName;
  scope: PictureScope;
  ground: "solid" | "transparent";
  /** The map's title and the date above it. */
  withTitle: boolean;
  /** As printed; the drawing has no clock. */
  date: string;
  /** Signs and lines that occur, explained. */
  withLegend: boolean;
  /** Citations are numbered, and the sources listed under the map. */
  withSources: boolean;
  /** Notes on arguments and conflicts are listed under the map. */
  withNotes: boolean;
  /** The kind of inference under the word of an argument. */
  withSchemes: boolean;
  /** What stands back, so that the rest is seen. */
  dimmed: ReadonlySet<RecordId>;
  /** Cards and arguments that stand out by a heavier edge or line. */
  emphasised: ReadonlySet<RecordId>;
  standings: ReadonlyMap<RecordId, PictureStanding>;
  strengths: PictureStrengths | null;
  /** The language of `words` and of the map, as in HTML. */
  lang: string;
  words: PictureWords;
}>;

/** What a picture is without a word about it. */
export const defaultPictureOptions: PictureOptions = {
  theme: "color",
  scope: { type: "map" },
  ground: "solid",
  withTitle: true,
  date: "",
  withLegend: true,
  withSources: true,
  withNotes: true,
  withSchemes: true,
  dimmed: new Set(),
  emphasised: new Set(),
  standings: new Map(),
  strengths: null,
  lang: "",
  words: englishWords,
};
