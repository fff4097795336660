import { access } from "./access.ts";
import { app } from "./app.ts";
import { arrange } from "./arrange.ts";
import { canvas } from "./canvas.ts";
import { clipboard } from "./clipboard.ts";
import { command } from "./command.ts";
import { history } from "./history.ts";
import { home } from "./home.ts";
import { keyboard } from "./keyboard.ts";
import { map } from "./map.ts";
import { minimap } from "./minimap.ts";
import { outline } from "./outline.ts";
import { share } from "./share.ts";
import { sources } from "./sources.ts";
import { templates } from "./templates.ts";
import { tidy } from "./tidy.ts";
import { together } from "./together.ts";

/**
 * Every word that people read, in English: ICU messages by id, ids by area and then by letter, an area or a few that belong together in each
 * file; but for those that come with the part of the page that says them (`useLaterWords`). A `’` stands for the apostrophe because ICU reads a straight one as an escape. Other languages give the same ids (see `Catalogue`).
 */
export const en = {
  ...access,
  ...app,
  ...arrange,
  ...canvas,
  ...clipboard,
  ...command,
  ...history,
  ...home,
  ...keyboard,
  ...map,
  ...minimap,
  ...outline,
  ...share,
  ...sources,
  ...tidy,
  ...templates,
  ...together,
} as const;
