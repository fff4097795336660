import type { DrawingJob, DrawnFormatName } from "#shared/formats/drawn/drawing.ts";

/** What the page asks of the thread that draws. */
export type ToDrawer = Readonly<{ format: DrawnFormatName; job: DrawingJob }>;

/** What that thread answers: the file, or why there is none. */
export type FromDrawer =
  | Readonly<{ type: "done"; bytes: Uint8Array<ArrayBuffer> }>
  | Readonly<{ type: "failed"; isTooLarge: boolean; message: string }>;
