/** Draws one file of a large map in a process of its own, so that the memory it took can be told. */
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { withPlaces } from "#shared/layout/index.ts";
import { type PictureRequest, renderMap } from "../../server/pictures/index.ts";
import { largeMap } from "../../tests/files/example.ts";

/** A0 at 150 dots an inch: as posters are printed. */
const poster = { long: 7022, short: 4967 } as const;

const [format = "svg", cards = "3000"] = process.argv.slice(2);
const map = withPlaces(largeMap(Number(cards)));
const request: PictureRequest = {
  map,
  format: format as PictureRequest["format"],
  options: initialExportOptions,
  date: "",
  madeAt: 0,
};
const scale = format === "png" ? await posterScale() : initialExportOptions.scale;
const start = performance.now();
const bytes = await renderMap({ ...request, options: { ...initialExportOptions, scale } });
const seconds = (performance.now() - start) / 1000;
// The kernel tells kilobytes.
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, bytes: bytes.length, peakMegabytes }));

async function posterScale(): Promise<number> {
  const svg = new TextDecoder().decode(await renderMap({ ...request, format: "svg" }));
  const [, , width = 1, height = 1] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
  return Math.min(poster.long / Math.max(width, height), poster.short / Math.min(width, height));
}
