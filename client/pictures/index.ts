/** Maps drawn as files in the browser: SVG, PNG, PDF, slides, pages. */
export { drawInBrowser } from "./draw-in-browser.ts";
export { drawingWordsIn } from "./drawing-words.ts";
