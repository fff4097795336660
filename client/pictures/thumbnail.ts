import type { FromThumbnailer, ThumbnailJob, ToThumbnailer } from "./thumbnail-messages.ts";

/** A thread that draws small pictures, one after the other. */
export type ThumbnailThread = Readonly<{
  /** Null where it could not be drawn, or the thread was ended. */
  draw: (job: ThumbnailJob) => Promise<Blob | null>;
  end: () => void;
}>;

/** Starts the thread; undefined where there are none. */
export function createThumbnailThread(): ThumbnailThread | undefined {
  if (typeof Worker === "undefined") return undefined;
  const worker = new Worker(new URL("./thumbnail-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (picture: Blob | null) => void>();
  let asked = 0;
  const giveUp = () => {
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  worker.addEventListener("error", giveUp);
  worker.addEventListener("message", ({ data: { id, picture } }: MessageEvent<FromThumbnailer>) => {
    waiting.get(id)?.(picture);
    waiting.delete(id);
  });
  return {
    draw: (job) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        const question: ToThumbnailer = { id, job };
        worker.postMessage(question);
      }),
    end: () => {
      worker.terminate();
      giveUp();
    },
  };
}
