import { type FileToWrite, writeFile } from "./write-file.ts";

self.onmessage = (event: MessageEvent<FileToWrite>) => {
  // No answer is told as a failure: a part that cannot be fetched, or a writer that has a fault after all.
  writeFile(event.data).then(
    (written) => self.postMessage(written),
    () => self.postMessage(null),
  );
};
