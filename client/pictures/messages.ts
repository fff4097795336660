import type { DrawnFormatName } from "#shared/formats/drawn/drawing.ts";
import type { MapToDraw } from "./drawing-job.ts";

/** What the page asks of the thread that draws: a file, or a picture to be looked at. */
export type ToDrawer = Readonly<{ format: DrawnFormatName | "preview"; map: MapToDraw }>;

/** What that thread answers: how far it is, from 0 to 1, where that is known; then the file, or why there is none. */
export type FromDrawer =
  | Readonly<{ type: "progress"; share: number }>
  | Readonly<{ type: "done"; bytes: Uint8Array<ArrayBuffer>; mediaType: string }>
  | Readonly<{ type: "failed"; isTooLarge: boolean; message: string }>;
