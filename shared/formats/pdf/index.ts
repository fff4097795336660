/** Pages to print, read and search. */
import type { TextFormat } from "../format.ts";
import { pictureCannotCarry } from "../picture-losses.ts";

export { writePdf } from "./write-pdf.ts";

/** What pages leave out of a map; they are drawn by `writePdf`. */
export const pdf: TextFormat = { cannotCarry: pictureCannotCarry };
