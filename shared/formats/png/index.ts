/** A picture made of dots. */
import type { TextFormat } from "../format.ts";
import { pictureCannotCarry } from "../picture-losses.ts";

export { maxPixels, writePng } from "./write-png.ts";

/** What dots leave out of a map; they are drawn by `writePng`. */
export const png: TextFormat = { cannotCarry: pictureCannotCarry };
