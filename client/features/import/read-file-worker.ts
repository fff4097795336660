import { nanoid } from "nanoid";
import { createIdSource } from "#shared/model/index.ts";
import { type FileAnswer, type FileToRead, readFile } from "./read-file.ts";

self.onmessage = (event: MessageEvent<FileToRead>) => {
  const answer = (read: FileAnswer | null) => self.postMessage(read);
  // Ids as the session makes them.
  const createId = createIdSource(() => nanoid(12));
  // No answer is told as a failure: a part that cannot be fetched, or a reader that has a fault after all.
  readFile(event.data, createId).then(answer, () => answer(null));
};
