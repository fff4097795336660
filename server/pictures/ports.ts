import type { DrawnFormatName } from "#shared/formats/drawing.ts";
import type { ExportOptions } from "#shared/formats/export-options.ts";
import type { PlainMap } from "#shared/model/index.ts";

/** What is to be drawn: the part that `options` choose. Cards without a place are laid out. */
export type PictureRequest = Readonly<{
  map: PlainMap;
  format: DrawnFormatName;
  options: ExportOptions;
  /** Printed under the title; empty prints none. */
  date: string;
  /** What files tell about when they were made: with the same number the same map gives the same bytes. */
  madeAt: number;
}>;

/**
 * Draws here and now, for up to some ten seconds: the caller does it in a thread with a deadline. Rejects with a
 * `DrawingError` whose sentence is for the person who asked, where there is nothing to draw or it would be too large.
 */
export type RenderMap = (request: PictureRequest) => Promise<Uint8Array>;
