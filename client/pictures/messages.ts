import type { DrawingJob, DrawnFormatName, PixelSize } from "#shared/formats/drawing.ts";

/** What the page asks of the thread that draws: a file, and later the dots it was asked for. */
export type ToDrawer =
  | Readonly<{ type: "draw"; format: DrawnFormatName; job: DrawingJob }>
  | Readonly<{ type: "dots"; png: Uint8Array<ArrayBuffer> | null }>;

/** What that thread answers: the file, why there is none, or an SVG to turn into dots, which only a page can. */
export type FromDrawer =
  | Readonly<{ type: "done"; bytes: Uint8Array<ArrayBuffer> }>
  | Readonly<{ type: "failed"; isTooLarge: boolean; message: string }>
  | Readonly<{ type: "rasterise"; svg: string; size: PixelSize }>;
