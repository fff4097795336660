/** The thread in which files are drawn: large maps take seconds, and the page goes on meanwhile. */
import { drawMap } from "#shared/formats/draw-map.ts";
import { DrawingError, type DrawingTools, type PdfDocument } from "#shared/formats/drawing.ts";
import { fontCss } from "#shared/formats/font-css.ts";
import { fetchedFonts } from "./fetched-fonts.ts";
import type { FromDrawer, ToDrawer } from "./messages.ts";

let onDots: ((png: Uint8Array<ArrayBuffer> | null) => void) | undefined;

const tools: DrawingTools = {
  fontsFor: fetchedFonts,
  createPdf: async (options) => {
    const { default: PdfKitDocument } = await import("pdfkit");
    return new PdfKitDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfDocument;
  },
  rasterise: (svg, fonts, size) =>
    new Promise((resolve, reject) => {
      onDots = (png) => (png ? resolve(png) : reject(new DrawingError("too-large", tooManyDots)));
      // A picture that is drawn from an address may load nothing, so it brings its fonts.
      const css = `<style>${fontCss(fonts)}</style>`;
      answer({ type: "rasterise", svg: svg.replace(/<svg\b[^>]*>/, (tag) => tag + css), size });
    }),
};

const tooManyDots =
  "This browser did not make a picture of so many pixels. Choose a smaller scale, a part of the map, SVG or PDF.";

addEventListener("message", ({ data }: MessageEvent<ToDrawer>) => {
  if (data.type === "dots") onDots?.(data.png);
  else void draw(data);
});

async function draw({ format, job }: Extract<ToDrawer, { type: "draw" }>): Promise<void> {
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
