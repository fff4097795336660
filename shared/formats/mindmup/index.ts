import type { TextFormat } from "../format.ts";
import { readMindmup } from "./read-mindmup.ts";
import { writeMindmup } from "./write-mindmup.ts";

/** Argument maps and mind maps of MindMup, with everything of a map beside what MindMup shows. */
export const mindmup: TextFormat = { read: readMindmup, write: writeMindmup, cannotCarry: [] };
