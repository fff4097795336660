import type { TextFormat } from "../format.ts";
import { readJson } from "./read-json.ts";
import { writeJson } from "./write-json.ts";

/**
 * Carries everything that a map holds; what is said about a map is no part of it. Apart from the index, whose functions the
 * page has from the start: this one is fetched by name like every format.
 */
export const json: TextFormat = { read: readJson, write: writeJson, cannotCarry: [] };
