import type { ExportOptions } from "#shared/formats/export-options.ts";
import type { Result } from "#shared/lib/result.ts";
import type { PlainMap } from "#shared/model/index.ts";

/** Formats that are drawn with options, not only written. */
export const drawnFormats = ["svg", "png", "pdf", "pptx", "html"] as const;
export type DrawnFormatName = (typeof drawnFormats)[number];

/**
 * Why there is no picture: the options ask for too many dots (`too-large`), it took too long (`too-long`), others are
 * drawn already (`busy`), or a bug (`failed`). The sentence is for the person who asked.
 */
export type PictureFault = Readonly<{
  code: "too-large" | "too-long" | "busy" | "failed";
  message: string;
}>;

/** What is to be drawn. Cards without a place are laid out. */
export type PictureRequest = Readonly<{
  map: PlainMap;
  format: DrawnFormatName;
  options: ExportOptions;
  /** Printed under the title; empty prints none. */
  date: string;
  /** What files tell about when they were made: with the same number the same map gives the same bytes. */
  madeAt: number;
}>;

/** Draws maps away from the thread that serves people, a few at a time, each within a deadline. */
export interface PictureMaker {
  renderMap(request: PictureRequest): Promise<Result<Uint8Array, PictureFault>>;
  /** Ends what is under way. */
  close(): Promise<void>;
}
