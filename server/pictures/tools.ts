import type { DrawingTools, PdfDocument } from "#shared/formats/drawn/drawing.ts";
import { bundledFonts } from "./bundled-fonts.ts";

/** What Node lends those who draw; files that they need meanwhile lie in the folder `scratch`. */
export function serverTools(scratch: string): DrawingTools {
  return {
    fontsFor: bundledFonts,
    // Engines of several megabytes, loaded when there is something to draw with them.
    createPdf: async (options) => {
      const { default: PdfKitDocument } = await import("pdfkit");
      return new PdfKitDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfDocument;
    },
    rasterise: async (...job) => (await import("./rasterise.ts")).rasterise(scratch, ...job),
  };
}
