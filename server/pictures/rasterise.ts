import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ResvgRenderOptions, renderAsync } from "@resvg/resvg-js";
import type { Rect } from "#shared/diagram/index.ts";
import type { Picture } from "#shared/diagram/picture/index.ts";
import { itemBounds } from "#shared/diagram/picture/item-bounds.ts";
import { writeSvg } from "#shared/diagram/svg/index.ts";
import type { DrawingTools, MadeFont, PixelSize } from "#shared/formats/drawn/drawing.ts";
import { overlap } from "#shared/formats/drawn/drawn-items.ts";
import { PngWriter } from "./png-writer.ts";

/** So many dots are drawn at a time: some 60 MB with what is made of them. */
const bandPixels = 5_000_000;
/** Edges are softened over a dot, and letters may reach a little beyond their line. */
const spillPx = 8;

/**
 * A picture as PNG, drawn band by band from the top. Characters that the bundled fonts lack are drawn by fonts of the
 * system, where it has them. The engine's files lie in the folder `scratch` meanwhile.
 */
export async function rasterise(
  scratch: string,
  ...[picture, fonts, size]: Parameters<DrawingTools["rasterise"]>
): Promise<Uint8Array<ArrayBuffer>> {
  // The engine takes fonts from files only.
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(scratch, "counterpoint-fonts-"));
  try {
    const fontFiles = fonts.map(({ weight }) => join(folder, `${weight}.ttf`));
    await Promise.all(fonts.map(({ bytes }, i) => writeFile(fontFiles[i] ?? folder, bytes)));
    return await drawBands(picture, size, engineOptions(fonts, fontFiles));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function engineOptions(fonts: readonly MadeFont[], fontFiles: string[]): ResvgRenderOptions {
  return {
    font: {
      fontFiles,
      // To look through them takes most of a second.
      loadSystemFonts: fonts.some(({ isWhole }) => !isWhole),
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
    },
    logLevel: "error",
  };
}

async function drawBands(
  picture: Picture,
  { width, height }: PixelSize,
  options: ResvgRenderOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const isOpaque = picture.ground !== null;
  const png = new PngWriter(width, height, isOpaque ? 3 : 4);
  const placed = picture.items.map((item) => ({ item, bounds: itemBounds([item]) }));
  const rowsAtOnce = Math.max(1, Math.floor(bandPixels / width));
  for (let top = 0; top < height; top += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - top);
    const band: Rect = {
      x: 0,
      y: (top * picture.height) / height,
      width: picture.width,
      height: (rows * picture.height) / height,
    };
    const near = { ...band, y: band.y - spillPx, height: band.height + 2 * spillPx };
    const items = placed.flatMap(({ item, bounds }) => (bounds && overlap(bounds, near) ? [item] : []));
    const image = await renderAsync(bandSvg({ ...picture, items }, band, { width, rows }), options);
    await png.write(isOpaque ? withoutCover(image.pixels) : uncovered(image.pixels));
  }
  return png.finish();
}

/** The picture's SVG, of which only the band is shown. */
function bandSvg(
  picture: Picture,
  band: Rect,
  { width, rows }: Readonly<{ width: number; rows: number }>,
): string {
  const view = `viewBox="0 ${band.y} ${band.width} ${band.height}" preserveAspectRatio="none"`;
  return writeSvg(picture).replace(
    /<svg\b([^>]*?) width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
    (_, before: string) => `<svg${before} width="${width}" height="${rows}" ${view}`,
  );
}

/** Red, green and blue of dots that all cover. */
function withoutCover(dots: Uint8Array): Uint8Array {
  const opaque = new Uint8Array((dots.length / 4) * 3);
  for (let from = 0, to = 0; from < dots.length; from += 4, to += 3) {
    opaque[to] = dots[from] ?? 0;
    opaque[to + 1] = dots[from + 1] ?? 0;
    opaque[to + 2] = dots[from + 2] ?? 0;
  }
  return opaque;
}

/** Colours as PNG has them: the engine gives them multiplied by how much they cover. */
function uncovered(dots: Uint8Array): Uint8Array {
  for (let i = 0; i < dots.length; i += 4) {
    const cover = dots[i + 3] ?? 0;
    if (cover === 0 || cover === 255) continue;
    for (let channel = i; channel < i + 3; channel += 1)
      dots[channel] = Math.round(((dots[channel] ?? 0) * 255) / cover);
  }
  return dots;
}
