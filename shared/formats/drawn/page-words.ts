/** Words of the page around a picture. */
export type PageWords = Readonly<{
  picture: string;
  outline: string;
  search: string;
  /** With {count}. */
  found: string;
  nothingFound: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
  theme: string;
  /** How the picture is moved by keys. */
  keys: string;
  /** Before the name of a card that stands elsewhere in the outline. */
  seeAlso: string;
  madeWith: string;
  /** Below a page of a talk, with {number} and {count}. */
  pageOf: string;
  /** What is asked on a step of a talk, with {claim}. */
  pollBefore: string;
  pollAfter: string;
  pollImpact: string;
}>;

/** For those who bring no words of their own. */
export const englishPageWords: PageWords = {
  picture: "Map",
  outline: "Outline",
  search: "Search",
  found: "{count} found",
  nothingFound: "Nothing found",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show all",
  theme: "Light or dark",
  keys: "Arrow keys move the map, plus and minus zoom, 0 shows all.",
  seeAlso: "see",
  madeWith: "Made with Counterpoint",
  pageOf: "Page {number} of {count}",
  pollBefore: "Vote before the discussion: {claim}",
  pollAfter: "Vote after the discussion: {claim}",
  pollImpact: "Vote on how much each reason weighs: {claim}",
};
