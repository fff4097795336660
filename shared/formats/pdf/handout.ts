/** A presentation to take home: a page a step with the drawing, and below it what the presenter had to say. */

import { fillIn } from "#shared/diagram/picture/fill-in.ts";
import {
  defaultPageOptions,
  defaultPictureOptions,
  type Picture,
  type PictureItem,
  papers,
  pictureOf,
} from "#shared/diagram/picture/index.ts";
import { textItem } from "#shared/diagram/picture/items.ts";
import { textDirection } from "#shared/diagram/text/text-direction.ts";
import { wrapText } from "#shared/diagram/text/wrap-text.ts";
import type { DrawingJob, DrawingTools } from "../drawn/drawing.ts";
import { laidOut } from "../drawn/laid-out.ts";
import { type PresentedStep, presentedSteps } from "../drawn/presented-steps.ts";
import { type PdfFacts, type PrintedPage, printPages } from "./print-picture.ts";

/** A page, and the step that begins on it; null where the one before goes on. */
export type HandoutPage = PrintedPage & Readonly<{ step: PresentedStep | null }>;

/** In points, of which an inch has 72. */
const style = {
  title: { weight: 600, sizePx: 18, lineHeightPx: 23 },
  notes: { weight: 400, sizePx: 11, lineHeightPx: 16 },
  poll: { weight: 600, sizePx: 11, lineHeightPx: 16 },
  foot: { weight: 400, sizePx: 9, lineHeightPx: 12 },
} as const;
const marginPt = 40;
const gapPt = 14;
const pointsPerMm = 72 / 25.4;
/** However long the notes are, the drawing has so much of its page. */
const leastShare = 0.5;
/** Of the type on the canvas, which is 14 pixels high. */
const maxScale = 1.2;

/** The pages of the presentation chosen; none where there is no step to show. O(map) for each step. */
export function handoutPages(job: DrawingJob): readonly HandoutPage[] {
  const steps = presentedSteps(job);
  const sheet = sheetOf(job);
  const pages = steps.flatMap((step) => pagesOfStep(step, job, sheet));
  return pages.map(({ page, ...rest }, index) => {
    const foot = footItems(job, steps[0]?.presentation ?? "", index + 1, pages.length, sheet, rest.picture);
    return { ...rest, page: { ...page, items: [...page.items, ...foot] } };
  });
}

/** The bytes of the PDF. */
export function printHandout(
  { map, words, lang }: DrawingJob,
  pages: readonly HandoutPage[],
  facts: PdfFacts,
  tools: DrawingTools,
): Promise<Uint8Array<ArrayBuffer>> {
  const title = [map.meta.title || words.untitledMap, pages[0]?.step?.presentation ?? ""];
  const head = { title: title.filter((part) => part !== "").join(" – "), description: "", lang };
  return printPages(head, pages, facts, tools, (pdf) => {
    for (const [pageNumber, { step }] of pages.entries())
      if (step) pdf.outline.addItem(step.title, { pageNumber, top: 0, left: 0, expanded: false });
  });
}

type Sheet = Readonly<{ width: number; height: number }>;

function sheetOf({ options }: DrawingJob): Sheet {
  const { widthMm, heightMm } = papers[options.page === "fit" ? defaultPageOptions.paper : options.page];
  const [width, height] = [widthMm * pointsPerMm, heightMm * pointsPerMm];
  return options.turn === "landscape" ? { width: height, height: width } : { width, height };
}

function pagesOfStep(step: PresentedStep, job: DrawingJob, sheet: Sheet): readonly HandoutPage[] {
  const room = sheet.width - 2 * marginPt;
  const title = step.title === "" ? [] : wrapText(step.title, style.title, room);
  const lines = [
    ...step.notes.split(/\r\n|[\n\r]/u).map((text) => ({ text, look: style.notes })),
    ...(step.poll === "" ? [] : [{ text: step.poll, look: style.poll }]),
  ].flatMap(({ text, look }) => wrapText(text, look, room).map((line) => ({ line, look })));
  const drawingTop = marginPt + title.length * style.title.lineHeightPx + gapPt;
  const bottom = sheet.height - marginPt - style.foot.lineHeightPx - gapPt;
  const open = bottom - drawingTop - gapPt;
  const drawingHeight = Math.max(leastShare * open, open - lines.length * style.notes.lineHeightPx);
  const picture = drawingOf(step, job, room / drawingHeight);
  const scale = Math.min(maxScale, room / picture.width, drawingHeight / picture.height);
  const size = { width: picture.width * scale, height: picture.height * scale };
  const perPage = (top: number) => Math.max(1, Math.floor((bottom - top) / style.notes.lineHeightPx));
  const notesTop = drawingTop + size.height + gapPt;
  const blank = { widthPt: sheet.width, heightPt: sheet.height, scale };
  const ink = picture.ink.text;
  const set = (some: typeof lines, top: number): readonly PictureItem[] =>
    some.map(({ line, look }, index) => textAt(line, look, top + index * look.lineHeightPx, ink, sheet));
  const first: HandoutPage = {
    picture,
    step,
    page: {
      ...blank,
      source: { x: 0, y: 0, width: picture.width, height: picture.height },
      target: { x: (sheet.width - size.width) / 2, y: drawingTop, ...size },
      items: [
        ...title.map((line, index) =>
          textAt(line, style.title, marginPt + index * style.title.lineHeightPx, ink, sheet),
        ),
        ...set(lines.slice(0, perPage(notesTop)), notesTop),
      ],
    },
  };
  const pages = [first];
  const target = { x: 0, y: 0, width: 0, height: 0 };
  for (let at = perPage(notesTop); at < lines.length; at += perPage(marginPt)) {
    const items = set(lines.slice(at, at + perPage(marginPt)), marginPt);
    pages.push({ picture, step: null, page: { ...blank, source: null, target, items } });
  }
  return pages;
}

function drawingOf(step: PresentedStep, job: DrawingJob, aspect: number): Picture {
  const { options, lang, words, standings, stepStandings, stepStrengths } = job;
  return pictureOf(laidOut(step.map, aspect), {
    ...defaultPictureOptions,
    theme: options.theme,
    withTitle: false,
    withLegend: false,
    withSources: false,
    withNotes: false,
    withSchemes: options.schemes,
    dimmed: step.dimmed,
    emphasised: step.emphasised,
    standings: step.layer === "standing" ? (stepStandings ?? standings) : standings,
    strengths: (step.layer === "strength" && stepStrengths) || null,
    lang,
    words,
  });
}

function footItems(
  { map, words, pageWords, date }: DrawingJob,
  presentation: string,
  number: number,
  count: number,
  { width, height }: Sheet,
  { ink }: Picture,
): readonly PictureItem[] {
  const top = height - marginPt - style.foot.lineHeightPx;
  const name = [map.meta.title || words.untitledMap, presentation, date].filter((part) => part !== "");
  const page = fillIn(pageWords.pageOf, { number, count });
  const [left = ""] = wrapText(name.join(" · "), style.foot, 0.75 * (width - 2 * marginPt));
  const look = { style: style.foot, fill: ink.muted, top };
  return [
    textItem({ ...look, x: marginPt, lines: [left] }),
    textItem({ ...look, x: width - marginPt, lines: [page], align: "right" }),
  ];
}

function textAt(
  line: string,
  look: (typeof style)[keyof typeof style],
  top: number,
  fill: string,
  { width }: Sheet,
): PictureItem {
  const direction = textDirection(line);
  const isRtl = direction === "rtl";
  return textItem({
    x: isRtl ? width - marginPt : marginPt,
    align: isRtl ? "right" : "left",
    top,
    lines: [line],
    style: look,
    fill,
    direction,
  });
}
