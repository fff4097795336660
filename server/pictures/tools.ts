import type { DrawingTools, PdfDocument } from "#shared/formats/drawn/drawing.ts";
import { bundledFonts } from "./bundled-fonts.ts";

/** What Node lends those who draw. */
export const serverTools: DrawingTools = {
  fontsFor: bundledFonts,
  // Engines of several megabytes, loaded when there is something to draw with them.
  createPdf: async (options) => {
    const { default: PdfKitDocument } = await import("pdfkit");
    return new PdfKitDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfDocument;
  },
  rasterise: async (...job) => (await import("./rasterise.ts")).rasterise(...job),
};
