/** Our own file format: complete and versioned. As one of all formats it is in `text-format.ts`. */
export { readJson } from "./read-json.ts";
export { writeJson } from "./write-json.ts";
