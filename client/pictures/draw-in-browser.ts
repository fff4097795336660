import { DrawingError } from "#shared/formats/drawn/drawing.ts";
import type { FromDrawer, ToDrawer } from "./messages.ts";

/** The largest posters of the largest maps take half of it on slow machines. */
const deadlineMs = 120_000;

/** Drawing took so long that it was given up. */
export class DrawingTimeoutError extends Error {
  override name = "DrawingTimeoutError";
}

export type DrawingWatch = Readonly<{
  signal: AbortSignal;
  /** Is told how far drawing has come, from 0 to 1, as far as that is known. */
  onProgress?: (share: number) => void;
}>;

/**
 * Draws a map as a file, or as a picture to be looked at, in a thread of its own. Rejects with a `DrawingError` where the
 * file would be too large, with a `DrawingTimeoutError` where it took too long, with the signal's reason when it is called
 * off, and with an error where something failed: a font that cannot be fetched, a fault in the drawing.
 */
export function drawInBrowser(
  format: ToDrawer["format"],
  map: ToDrawer["map"],
  { signal, onProgress = () => undefined }: DrawingWatch,
): Promise<Blob> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL("./picture-worker.ts", import.meta.url), { type: "module" });
    const timer = setTimeout(
      () => fail(new DrawingTimeoutError(`Drawing took more than ${deadlineMs / 1000} seconds.`)),
      deadlineMs,
    );
    const end = () => {
      clearTimeout(timer);
      worker.terminate();
      signal.removeEventListener("abort", callOff);
    };
    const fail = (reason: unknown) => {
      end();
      reject(reason);
    };
    const callOff = () => fail(signal.reason);
    signal.addEventListener("abort", callOff);
    worker.addEventListener("error", ({ message }) =>
      fail(new Error(message || "The drawing thread did not start.")),
    );
    worker.addEventListener("message", ({ data }: MessageEvent<FromDrawer>) => {
      switch (data.type) {
        case "progress":
          onProgress(data.share);
          return;
        case "failed":
          fail(data.isTooLarge ? new DrawingError("too-large", data.message) : new Error(data.message));
          return;
        case "done":
          end();
          resolve(new Blob([data.bytes], { type: data.mediaType }));
      }
    });
    const question: ToDrawer = { format, map };
    worker.postMessage(question);
  });
}
