import type { DrawnFormatName } from "#shared/formats/drawn/drawing.ts";
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
  /** The folder for files that are needed meanwhile, made where it is not there; the system's own where none is said. */
  scratch?: string;
}>;
