/** The text that Kialo exports: a tree of pros and cons. */
import type { TextFormat } from "../format.ts";
import { readKialo } from "./read-kialo.ts";

/** Read only: Kialo describes no way to take a text back. */
export const kialo: TextFormat = { read: readKialo, cannotCarry: [] };
