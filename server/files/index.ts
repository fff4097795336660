/** Files: maps written as them and read from them, beside the server's own thread. */
export { decodeText } from "./decode-text.ts";
export { FileDesk } from "./file-desk.ts";
export type { MakeAnswer, MergeAnswer } from "./file-task.ts";
export { FileTaskError } from "./file-task-error.ts";
export { writeMapFile } from "./write-map-file.ts";
