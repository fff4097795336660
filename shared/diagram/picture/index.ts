/** The one picture of a map, as plain data that every back end draws alike. */
export { englishWords } from "./english-words.ts";
export {
  defaultPageOptions,
  type PageOptions,
  type PaperName,
  type PicturePage,
  papers,
} from "./pages.ts";
export { pagesOf } from "./pages-of.ts";
export type {
  Paint,
  PathSegment,
  Picture,
  PictureAreas,
  PictureBookmark,
  PictureGroup,
  PictureInk,
  PictureItem,
  PictureLink,
  PictureList,
  PictureListEntry,
  PicturePath,
  PictureRect,
  PictureRelation,
  PictureText,
} from "./picture.ts";
export { pictureOf } from "./picture-of.ts";
export {
  defaultPictureOptions,
  type PictureOptions,
  type PictureScope,
  type PictureThemeName,
  pictureThemeNames,
} from "./picture-options.ts";
export { type PictureTheme, pictureTheme } from "./picture-theme.ts";
export type { PictureStanding, PictureWords } from "./picture-words.ts";
export type { PictureStrengths } from "./strength-text.ts";
