/** The thread in which files are drawn: large maps take seconds, and the page goes on meanwhile. */
import { drawMap } from "#shared/formats/draw-map.ts";
import { DrawingError, type DrawingTools, type PdfDocument } from "#shared/formats/drawn/drawing.ts";
import type { FromDrawer, ToDrawer } from "./messages.ts";

// Engines of some 200 kB each, fetched when there is something to draw with them.
const tools: DrawingTools = {
  fontsFor: async (codePoints) => (await import("./fetched-fonts.ts")).fetchedFonts(codePoints),
  createPdf: async (options) => {
    const { default: PdfKitDocument } = await import("pdfkit");
    return new PdfKitDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfDocument;
  },
  rasterise: async (...job) => (await import("./rasterise.ts")).rasterise(...job),
};

addEventListener("message", ({ data }: MessageEvent<ToDrawer>) => void draw(data));

async function draw({ format, job }: ToDrawer): Promise<void> {
  try {
    const bytes = await drawMap(format, job, tools);
    answer({ type: "done", bytes }, [bytes.buffer]);
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    answer({ type: "failed", isTooLarge: fault instanceof DrawingError, message });
  }
}

function answer(message: FromDrawer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
