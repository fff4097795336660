import type { TextFormat } from "../format.ts";
import { readGraphml } from "./read-graphml.ts";
import { writeGraphml } from "./write-graphml.ts";

/** GraphML as yEd and draw.io draw it, with everything of a map as data. */
export const graphml: TextFormat = { read: readGraphml, write: writeGraphml, cannotCarry: [] };
