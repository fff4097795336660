/** One page with the picture and the outline, which needs no network. */

import { pictureCannotCarry } from "../drawn/picture-losses.ts";
import type { TextFormat } from "../format.ts";

export { writeHtml } from "./write-html.ts";

/** What the page leaves out of a map; it is made by `writeHtml`. */
export const html: TextFormat = {
  cannotCarry: pictureCannotCarry.filter((feature) => feature !== "longQuotations"),
};
