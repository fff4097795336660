/** Files: maps written as them and read from them, beside the server's own thread. */
export { decodeText } from "./decode-text.ts";
export { type Asker, FileDesk } from "./file-desk.ts";
export type { MakeAnswer, MergeAnswer } from "./file-task.ts";
export { FileTaskError } from "./file-task-error.ts";
export { KeptFiles } from "./kept-files.ts";
export { writeMapFile } from "./write-map-file.ts";
