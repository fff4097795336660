/** A picture made of dots. */

import { pictureCannotCarry } from "../drawn/picture-losses.ts";
import type { TextFormat } from "../format.ts";

export { maxPixels, writePng } from "./write-png.ts";

/** What dots leave out of a map; they are drawn by `writePng`. */
export const png: TextFormat = { cannotCarry: pictureCannotCarry };
