import type { Picture, PictureItem, PicturePage } from "#shared/diagram/picture/index.ts";
import { itemBounds } from "#shared/diagram/picture/item-bounds.ts";
import type { DrawingTools, PdfDocument } from "../drawn/drawing.ts";
import { overlap, textsIn } from "../drawn/drawn-items.ts";
import { pictureFonts } from "../drawn/picture-fonts.ts";
import { addBookmarks } from "./bookmarks.ts";
import { fontName, paintItems } from "./paint.ts";

const product = "Counterpoint";

/** What the file tells besides the picture. */
export type PdfFacts = Readonly<{ authors: string; madeAt: number }>;

/** A page, and the picture of which it shows a stretch. */
export type PrintedPage = Readonly<{ picture: Picture; page: PicturePage }>;

type PrintTools = Pick<DrawingTools, "fontsFor" | "createPdf" | "onProgress">;

/** A picture on pages, as the bytes of a PDF. */
export function printPicture(
  picture: Picture,
  pages: readonly PicturePage[],
  facts: PdfFacts,
  tools: PrintTools,
): Promise<Uint8Array<ArrayBuffer>> {
  const printed = pages.map((page) => ({ picture, page }));
  return printPages(picture, printed, facts, tools, (pdf) => addBookmarks(pdf, picture, pages));
}

/** Pages with pictures of their own, as the bytes of a PDF; `finish` may add what is not on a page. */
export async function printPages(
  head: Pick<Picture, "title" | "description" | "lang">,
  pages: readonly PrintedPage[],
  { authors, madeAt }: PdfFacts,
  tools: PrintTools,
  finish: (pdf: PdfDocument) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = [...new Set(pages.map(({ picture }) => picture))];
  const drawn = [...pictures.flatMap(({ items }) => items), ...pages.flatMap(({ page }) => page.items)];
  const fonts = await pictureFonts(drawn, tools, "frame");
  const pdf = await tools.createPdf({
    autoFirstPage: false,
    font: null,
    bufferPages: true,
    compress: true,
    pdfVersion: "1.7",
    lang: head.lang || "en",
    displayTitle: true,
    tagged: true,
    info: {
      Title: head.title,
      Author: authors,
      Subject: head.description,
      Creator: product,
      Producer: product,
      CreationDate: new Date(madeAt),
    },
  });
  const written = bytesOf(pdf);
  for (const { weight, bytes } of fonts) pdf.registerFont(fontName(weight), bytes);
  const placed = new Map(
    pictures.map(({ items }) => [items, items.map((item) => ({ item, bounds: itemBounds([item]) }))]),
  );
  const structure = pdf.struct("Document");
  pdf.addStructure(structure);
  for (const [number, { picture, page }] of pages.entries()) {
    openPage(pdf, picture, page);
    const { source, target, scale } = page;
    const paintTagged = (items: readonly PictureItem[]) => {
      for (const [at, item] of items.entries()) {
        tools.onProgress?.((number + at / items.length) / pages.length);
        const paint = () => paintItems(pdf, [item]);
        // Readers of the structure are told what has words; lines and boxes are there for the eye.
        if (textsIn([item]).length > 0) structure.add(pdf.struct("P", paint));
        else {
          pdf.markContent("Artifact");
          paint();
          pdf.endMarkedContent();
        }
      }
    };
    if (source) {
      const all = placed.get(picture.items) ?? [];
      const shown = all.filter(({ bounds }) => bounds && overlap(bounds, source)).map(({ item }) => item);
      pdf.save();
      pdf.rect(target.x, target.y, target.width, target.height);
      pdf.clip();
      pdf.transform(scale, 0, 0, scale, target.x - source.x * scale, target.y - source.y * scale);
      paintTagged(shown);
      pdf.restore();
    }
    paintTagged(page.items);
  }
  structure.end();
  finish(pdf);
  pdf.end();
  return written;
}

function openPage(pdf: PdfDocument, { ground }: Picture, { widthPt, heightPt }: PicturePage): void {
  pdf.addPage({ size: [widthPt, heightPt], margin: 0 });
  pdf.lineCap("round");
  pdf.lineJoin("round");
  if (ground === null) return;
  pdf.markContent("Artifact");
  pdf.fillColor(ground);
  pdf.fillOpacity(1);
  pdf.rect(0, 0, widthPt, heightPt);
  pdf.fill();
  pdf.endMarkedContent();
}

function bytesOf(pdf: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk) => chunks.push(chunk));
    pdf.on("error", reject);
    pdf.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}
