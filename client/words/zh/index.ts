import type { Catalogue } from "../catalogue.ts";
import { access } from "./access.ts";
import { app } from "./app.ts";
import { arrange } from "./arrange.ts";
import { canvas } from "./canvas.ts";
import { clipboard } from "./clipboard.ts";
import { command } from "./command.ts";
import { embed } from "./embed.ts";
import { exporting } from "./export.ts";
import { filter } from "./filter.ts";
import { find } from "./find.ts";
import { follow } from "./follow.ts";
import { formats } from "./formats.ts";
import { health } from "./health.ts";
import { history } from "./history.ts";
import { home } from "./home.ts";
import { importing } from "./import.ts";
import { keyboard } from "./keyboard.ts";
import { map } from "./map.ts";
import { mine } from "./mine.ts";
import { minimap } from "./minimap.ts";
import { outline } from "./outline.ts";
import { polls } from "./polls.ts";
import { present } from "./present.ts";
import { share } from "./share.ts";
import { sources } from "./sources.ts";
import { steps } from "./steps.ts";
import { takeaway } from "./takeaway.ts";
import { talk } from "./talk.ts";
import { templates } from "./templates.ts";
import { tidy } from "./tidy.ts";
import { together } from "./together.ts";
import { tour } from "./tour.ts";
import { weighing } from "./weighing.ts";

/**
 * Simplified Chinese. One word for one thing, as argumentation is taught:
 *
 *   argument map  论证图 (论证图/图)      card      卡片          link (line)  连线
 *   question      问题                   claim     主张          evidence     证据
 *   argument      论证                   premise   前提          conclusion   结论
 *   reason        理由                   support   支持          because      因为
 *   objection     反对理由               oppose    反对          but          但是
 *   rebuttal      反驳                   undercut  质疑这一步 (底切)   backing  支撑这一步
 *   step          (推理)步骤, 这一步      linked premises  联合前提, 与……共同成立
 *   conflict      矛盾                   answer    回答          sub-question 子问题
 *   source        来源                   citation  引用          quote        引文
 *   group         分组                   outline   大纲          template     模板
 *   comment       评论                   thread    讨论          to mention   提及
 *   tidy, layout  整理布局               link (address)  链接     owner        所有者
 *   version       版本                   to keep   保留          to restore   恢复
 *
 * People are 你, never 您. Punctuation beside Chinese is full-width; dots that mean "opens a dialog" are one …, dots to
 * be filled in are ……. Latin words and numbers stand apart by a space.
 */
export const zh: Catalogue = {
  ...access,
  ...app,
  ...arrange,
  ...canvas,
  ...clipboard,
  ...command,
  ...embed,
  ...exporting,
  ...filter,
  ...find,
  ...follow,
  ...formats,
  ...health,
  ...history,
  ...home,
  ...importing,
  ...keyboard,
  ...map,
  ...mine,
  ...minimap,
  ...outline,
  ...polls,
  ...present,
  ...share,
  ...sources,
  ...steps,
  ...takeaway,
  ...talk,
  ...tour,
  ...tidy,
  ...templates,
  ...together,
  ...weighing,
};
