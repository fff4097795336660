import type { CardId, RecordId } from "#shared/model/ids.ts";
import type { Rect } from "../rect.ts";
import type { FontWeight } from "../text/font.ts";
import type { TextDirection } from "../text/text-direction.ts";

/**
 * A finished drawing as plain data: what a back end (SVG, PDF, slides) puts down in the order given, without knowing
 * what a map is. Lengths are canvas pixels (96 an inch), x to the right, y down, the top left corner at 0, 0.
 */
export type Picture = Readonly<{
  width: number;
  height: number;
  /** What the map is called; never empty. */
  title: string;
  /** What there is to see, in a sentence or two, for those who cannot. */
  description: string;
  /** The language of the words drawn, as in HTML; empty where it is not known. */
  lang: string;
  direction: TextDirection;
  /** The colour under everything, or null for a transparent ground. */
  ground: string | null;
  /** Ink for what a back end adds itself: marks and page numbers. */
  ink: PictureInk;
  items: readonly PictureItem[];
  /** Where the parts of the picture lie. */
  areas: PictureAreas;
  /** The lists as they are drawn under the map, as data, for pages that set them anew. */
  lists: readonly PictureList[];
  /** Ways into the map: its questions (or, without any, its conclusions) and groups, in the order of reading. */
  bookmarks: readonly PictureBookmark[];
}>;

export type PictureInk = Readonly<{ text: string; muted: string; line: string; link: string }>;

/** `map` is there in every picture; the others where they were asked for and have something to say. */
export type PictureAreas = Readonly<{
  title: Rect | null;
  map: Rect;
  legend: Rect | null;
  lists: Rect | null;
}>;

export type PictureList = Readonly<{ heading: string; entries: readonly PictureListEntry[] }>;

/** One line of a list: "1", a source, and where to find it. */
export type PictureListEntry = Readonly<{ label: string; text: string; url: string | null }>;

export type PictureBookmark = Readonly<{ id: RecordId; title: string; level: number; area: Rect }>;

export type PictureItem = PictureGroup | PictureLink | PictureRect | PicturePath | PictureText;

/** Things that belong together: a card, a line, the legend. */
export type PictureGroup = Readonly<{
  type: "group";
  /** Words of the drawing's own (never a user's), parted by spaces: `card claim`, `argument oppose`. */
  className: string;
  /** The record that is drawn; a line and the word on it name the same one. Answers are named by their two cards. */
  id: string | null;
  /** What it is in words, for tooltips and readers of the structure. */
  title: string | null;
  /** 1 unless it stands back. */
  opacity: number;
  /** For a relation: the cards it comes from and what it points at. */
  relation: PictureRelation | null;
  items: readonly PictureItem[];
}>;

export type PictureRelation = Readonly<{ from: readonly CardId[]; to: RecordId }>;

/** What is drawn within leads there; the address is http or https. */
export type PictureLink = Readonly<{ type: "link"; url: string; items: readonly PictureItem[] }>;

/** Colours are `#rrggbb`; what is null is not painted. Strokes have round ends and corners. */
export type Paint = Readonly<{
  fill: string | null;
  fillOpacity: number;
  stroke: string | null;
  strokeWidth: number;
  /** Lengths drawn and left out in turn; empty for a whole line. */
  dash: readonly number[];
}>;

export type PictureRect = Readonly<{ type: "rect"; radius: number; paint: Paint }> & Rect;

/** A line from corner to corner or along a cubic curve; all points absolute. */
export type PathSegment =
  | readonly ["M" | "L", x: number, y: number]
  | readonly ["C", x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ["Z"];

export type PicturePath = Readonly<{ type: "path"; segments: readonly PathSegment[]; paint: Paint }>;

/**
 * A text of one look. Its lines are broken already and never reach beyond the width they were broken for; `x` is where
 * they begin, are centred or end, by `align`.
 */
export type PictureText = Readonly<{
  type: "text";
  x: number;
  align: "left" | "center" | "right";
  /** `y` is the baseline; the width as reckoned by the bundled font. */
  lines: readonly Readonly<{ text: string; y: number; width: number }>[];
  /** The text before it was broken: for back ends that break lines themselves, and for search. */
  whole: string;
  sizePx: number;
  lineHeightPx: number;
  weight: FontWeight;
  italic: boolean;
  fill: string;
  direction: TextDirection;
}>;
