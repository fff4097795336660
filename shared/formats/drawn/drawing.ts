/** What drawn formats (PDF, PNG, slides, pages) are made from, and what the platform lends them. */
import type { VariableFont } from "#shared/diagram/font/index.ts";
import {
  defaultPictureOptions,
  type Picture,
  type PictureOptions,
  type PictureStanding,
  type PictureStrengths,
  type PictureWords,
} from "#shared/diagram/picture/index.ts";
import type { CardId, PlainMap } from "#shared/model/index.ts";
import type { ExportOptions } from "../export-options.ts";
import type { PageWords } from "./page-words.ts";

/** Formats that are drawn with options, not only written. */
export const drawnFormatNames = ["svg", "png", "pdf", "pptx", "html"] as const;
export type DrawnFormatName = (typeof drawnFormatNames)[number];

/** What is drawn, and in whose words. */
export type DrawingJob = Readonly<{
  map: PlainMap;
  options: ExportOptions;
  /** In the whole map that `map` may be a part of; empty where it is not to be told. */
  standings: ReadonlyMap<CardId, PictureStanding>;
  /** The same for steps of a presentation that show them, whatever was chosen. */
  stepStandings?: ReadonlyMap<CardId, PictureStanding>;
  /** How strong cards are, for steps that show that. */
  stepStrengths?: PictureStrengths;
  /** As printed; empty prints none. */
  date: string;
  /** What files tell about when they were made, in milliseconds since 1970. */
  madeAt: number;
  /** The language of `words` and of the map, as in HTML; empty where it is not known. */
  lang: string;
  words: PictureWords;
  /** For pages; others do without. */
  pageWords: PageWords;
}>;

/** A font file made for one picture. It is whole when it has every character that is drawn in its weight. */
export type MadeFont = Readonly<{ weight: number; bytes: Uint8Array<ArrayBuffer>; isWhole: boolean }>;

/** A picture as dots: how many, and how many make an inch (null: the file does not say). */
export type PixelSize = Readonly<{ width: number; height: number; dpi: number | null }>;

/** What differs between a browser and a server. */
export type DrawingTools = Readonly<{
  /** The bundled fonts that have these characters, Inter first. */
  fontsFor: (codePoints: readonly number[]) => Promise<readonly VariableFont[]>;
  /** A new PDF, empty and without a page, as pdfkit makes it. */
  createPdf: (options: PdfOptions) => Promise<PdfDocument>;
  /** A picture as PNG, its text in `fonts`. */
  rasterise: (
    picture: Picture,
    fonts: readonly MadeFont[],
    size: PixelSize,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /** Is told how far drawing has come, from 0 to 1, by those who know. */
  onProgress?: (share: number) => void;
}>;

export type PdfOptions = Readonly<{
  autoFirstPage: false;
  /** None to begin with: the engine's own would be read from its package, which browsers do not have. */
  font: null;
  bufferPages: boolean;
  compress: boolean;
  pdfVersion: "1.7";
  lang: string;
  displayTitle: boolean;
  tagged: boolean;
  info: Readonly<Record<"Title" | "Author" | "Subject" | "Creator" | "Producer", string>> &
    Readonly<{ CreationDate: Date }>;
}>;

/** What of pdfkit's document is used. */
export interface PdfDocument {
  readonly outline: PdfOutline;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "error", listener: (fault: Error) => void): unknown;
  addPage(options: Readonly<{ size: readonly [number, number]; margin: number }>): unknown;
  registerFont(name: string, bytes: Uint8Array): unknown;
  font(name: string, sizePt: number): unknown;
  save(): unknown;
  restore(): unknown;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): unknown;
  rect(x: number, y: number, width: number, height: number): unknown;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): unknown;
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): unknown;
  closePath(): unknown;
  clip(): unknown;
  fill(): unknown;
  stroke(): unknown;
  fillAndStroke(): unknown;
  fillColor(color: string): unknown;
  fillOpacity(opacity: number): unknown;
  strokeColor(color: string): unknown;
  strokeOpacity(opacity: number): unknown;
  lineWidth(width: number): unknown;
  lineCap(cap: "round"): unknown;
  lineJoin(join: "round"): unknown;
  dash(lengths: readonly number[], options: Readonly<{ phase: number }>): unknown;
  undash(): unknown;
  text(text: string, x: number, y: number, options: Readonly<PdfTextOptions>): unknown;
  link(x: number, y: number, width: number, height: number, url: string): unknown;
  markContent(tag: "Artifact"): unknown;
  endMarkedContent(): unknown;
  struct(type: string, paint?: () => void): PdfStructure;
  addStructure(structure: PdfStructure): unknown;
  end(): unknown;
}

export interface PdfOutline {
  addItem(
    title: string,
    options: Readonly<{ pageNumber: number; top: number; left: number; expanded: boolean }>,
  ): PdfOutline;
}

export interface PdfStructure {
  add(child: PdfStructure): unknown;
  end(): unknown;
}

export type PdfTextOptions = { lineBreak: false; baseline: "alphabetic" };

/** Why a map was not drawn, in words. */
export class DrawingError extends Error {
  override name = "DrawingError";
  readonly code: "too-large";

  constructor(code: DrawingError["code"], message: string, options?: Readonly<{ cause: unknown }>) {
    super(message, options);
    this.code = code;
  }
}

/** How the picture of a job is drawn. */
export function pictureOptionsOf({ options, standings, date, lang, words }: DrawingJob): PictureOptions {
  return {
    ...defaultPictureOptions,
    theme: options.theme,
    ground: options.ground,
    withTitle: options.title,
    withLegend: options.legend,
    withSources: options.sources,
    withNotes: options.notes,
    withSchemes: options.schemes,
    standings,
    date,
    lang,
    words,
  };
}
