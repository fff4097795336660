import { DrawingError, type DrawingJob, type DrawnFormatName } from "#shared/formats/drawn/drawing.ts";
import type { FromDrawer, ToDrawer } from "./messages.ts";

/**
 * Draws a map as a file, in a thread of its own. Rejects with a `DrawingError` where the file would be too large, with
 * the signal's reason when it is called off, and with an error where something failed: a font that cannot be fetched,
 * a fault in the drawing.
 */
export function drawInBrowser(
  format: DrawnFormatName,
  job: DrawingJob,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL("./picture-worker.ts", import.meta.url), { type: "module" });
    const end = () => {
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
      if (data.type === "failed") {
        fail(data.isTooLarge ? new DrawingError("too-large", data.message) : new Error(data.message));
        return;
      }
      end();
      resolve(data.bytes);
    });
    const question: ToDrawer = { format, job };
    worker.postMessage(question);
  });
}
