/** Our own file format: complete and versioned. */
export { readJson } from "./read-json.ts";
export { writeJson } from "./write-json.ts";
