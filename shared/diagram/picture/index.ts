/** The one picture of a map, as plain data that every back end draws alike. */
export { englishWords } from "./english-words.ts";
export {
  defaultPageOptions,
  type PageOptions,
  type PaperName,
  type PicturePage,
  papers,
} from "./pages.ts";
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
export {
  defaultPictureOptions,
  type PictureOptions,
  type PictureScope,
  type PictureStanding,
  type PictureThemeName,
  pictureThemeNames,
} from "./picture-options.ts";
export type { PictureWords } from "./picture-words.ts";
