/** Pages to print, read and search. */

import { pictureCannotCarry } from "../drawn/picture-losses.ts";
import type { TextFormat } from "../format.ts";
import { undrawnIn } from "./undrawn.ts";

export { writePdf } from "./write-pdf.ts";

/** What pages leave out of a map; they are drawn by `writePdf`. */
export const pdf: TextFormat = { cannotCarry: pictureCannotCarry, undrawn: undrawnIn };
