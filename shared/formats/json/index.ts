/** Our own file format: complete and versioned. */
import type { TextFormat } from "../format.ts";
import { readJson } from "./read-json.ts";
import { writeJson } from "./write-json.ts";

export { readJson, writeJson };

/** Carries everything that a map holds; what is said about a map is no part of it. */
export const json: TextFormat = { read: readJson, write: writeJson, cannotCarry: [] };
