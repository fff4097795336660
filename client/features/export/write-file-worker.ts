import { type FileToWrite, type WriterAnswer, writeFile } from "./write-file.ts";

self.onmessage = (event: MessageEvent<FileToWrite>) => {
  const answer = (told: WriterAnswer) => self.postMessage(told);
  writeFile(event.data).then(answer, (reason: unknown) =>
    answer({ fault: reason instanceof Error ? reason.message : String(reason) }),
  );
};
