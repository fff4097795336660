/** A map as PDF: vectors and real text, so that it can be searched, copied from and printed at any size. */
import { pictureOf } from "#shared/diagram/picture/index.ts";
import { withPlaces } from "#shared/layout/index.ts";
import { type DrawingJob, type DrawingTools, pictureOptionsOf } from "../drawn/drawing.ts";
import { handoutPages, printHandout } from "./handout.ts";
import { pdfPages } from "./pages.ts";
import { printPicture } from "./print-picture.ts";

/** A few are enough. */
const maxAuthors = 8;

/** The bytes of the file: the same job gives the same ones on the same platform. */
export function writePdf(job: DrawingJob, tools: DrawingTools): Promise<Uint8Array<ArrayBuffer>> {
  const handout = job.options.presentation === null ? [] : handoutPages(job);
  const facts = { authors: authorsOf(job), madeAt: job.madeAt };
  if (handout.length > 0) return printHandout(job, handout, facts, tools);
  const picture = pictureOf(withPlaces(job.map), pictureOptionsOf(job));
  const pages = pdfPages(picture, job.options, job.words.sheet);
  return printPicture(picture, pages, facts, tools);
}

/** Who signed the cards, those who signed most first. */
function authorsOf({ map }: DrawingJob): string {
  const counts = new Map<string, number>();
  for (const record of map.records.values())
    if (record.type === "card" && record.author !== "")
      counts.set(record.author, (counts.get(record.author) ?? 0) + 1);
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return byCount
    .slice(0, maxAuthors)
    .map(([author]) => author)
    .join(", ");
}
