import { FileDesk, type FileReply, type FileWord } from "../../client/features/import/file-desk.ts";
import { createIdSource } from "../../shared/model/index.ts";

/** Does the work of the worker that reads files in the thread of the test. `heard` is what all of them were told. */
export class NearFileWorker {
  static heard: FileWord[] = [];
  onmessage: ((event: Readonly<{ data: FileReply }>) => void) | null = null;
  #made = 0;
  readonly #desk = new FileDesk(createIdSource(() => `read-${++this.#made}`));

  postMessage(word: FileWord): void {
    NearFileWorker.heard.push(word);
    void this.#desk.hear(word).then((reply) => {
      if (reply) this.onmessage?.({ data: structuredClone(reply) });
    });
  }

  terminate(): void {
    // As with a worker that has ended: nothing it is told is answered.
    this.postMessage = () => undefined;
    this.onmessage = null;
  }
}
