/** Maps drawn as files in the browser: SVG, PNG, PDF, slides, pages. */
export { DrawingTimeoutError, drawInBrowser } from "./draw-in-browser.ts";
export type { MapToDraw } from "./drawing-job.ts";
