/** Font files made of the bundled fonts, for pictures that have to carry their own. */
export { ByteWriter } from "./byte-writer.ts";
export { codePointsOf, composeFont, type Missing } from "./compose-font.ts";
export { type FontFile, fontFilesOf, neededFiles } from "./font-files.ts";
export { type FontEngine, VariableFont } from "./variable-font.ts";
