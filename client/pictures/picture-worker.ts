/** The thread in which files and previews are drawn: large maps take seconds, and the page goes on meanwhile. */
import { drawMap } from "#shared/formats/draw-map.ts";
import { DrawingError, type DrawingTools, type PdfDocument } from "#shared/formats/drawn/drawing.ts";
import { infoOf } from "#shared/formats/registry.ts";
import { drawPreview } from "./draw-preview.ts";
import { drawingJobOf } from "./drawing-job.ts";
import type { FromDrawer, ToDrawer } from "./messages.ts";

/** How often the page is told how far it is: as often as anybody sees. */
const tellEveryMs = 100;
let toldAt = 0;

// Engines of some 200 kB each, fetched when there is something to draw with them.
const tools: DrawingTools = {
  fontsFor: async (codePoints) => (await import("./fetched-fonts.ts")).fetchedFonts(codePoints),
  createPdf: async (options) => {
    const { default: PdfKitDocument } = await import("pdfkit");
    return new PdfKitDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfDocument;
  },
  rasterise: async (...job) => (await import("./rasterise.ts")).rasterise(...job),
  onProgress: (share) => {
    const now = performance.now();
    if (now - toldAt < tellEveryMs) return;
    toldAt = now;
    answer({ type: "progress", share });
  },
};

addEventListener("message", ({ data }: MessageEvent<ToDrawer>) => void draw(data));

async function draw({ format, map }: ToDrawer): Promise<void> {
  try {
    const job = await drawingJobOf(map);
    const { bytes, mediaType } =
      format === "preview"
        ? await drawPreview(job, tools)
        : { bytes: await drawMap(format, job, tools), mediaType: infoOf(format).mediaType };
    answer({ type: "done", bytes, mediaType }, [bytes.buffer]);
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    answer({ type: "failed", isTooLarge: fault instanceof DrawingError, message });
  }
}

function answer(message: FromDrawer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
