import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { serverTools } from "../../server/pictures/tools.ts";
import { aCard, mapOf } from "../../tests/fixtures/model/build.ts";
import { packPlainMap } from "../canvas/packed-map.ts";
import { coarseSize, drawPreview } from "./draw-preview.ts";
import { drawingJobOf } from "./drawing-job.ts";

function jobOf(cards: number) {
  const map = mapOf(Array.from({ length: cards }, (_, i) => aCard(`c${i}`, "claim", { text: `Claim ${i}` })));
  return drawingJobOf({ map: packPlainMap(map), options: initialExportOptions, madeAt: 0 });
}

const { fontsFor } = serverTools(tmpdir());

test("[FV7] a picture to be looked at brings its letters along", async () => {
  const rasterise = () => Promise.reject(new Error("it is no picture in dots"));
  const { bytes, mediaType } = await drawPreview(await jobOf(3), { fontsFor, rasterise });
  expect(mediaType).toBe("image/svg+xml");
  expect(new TextDecoder().decode(bytes)).toContain("@font-face{font-family:Inter");
});

test("[FV7] of a map too large to be shown so it is the whole map in few dots", async () => {
  const sizes: number[] = [];
  const { mediaType } = await drawPreview(await jobOf(1_501), {
    fontsFor,
    rasterise: async ({ items }, _, { width, height }) => {
      sizes.push(items.length, width * height);
      return new Uint8Array(8);
    },
  });
  expect(mediaType).toBe("image/png");
  const [items = 0, pixels = 0] = sizes;
  expect(items).toBeGreaterThan(1_500);
  expect(pixels).toBeLessThan(4_100_000);
});

test("[FV7] few dots are so few that any browser draws them, and never more than the map has", () => {
  expect(coarseSize({ width: 400, height: 300 })).toEqual({ width: 400, height: 300, dpi: null });
  const { width, height } = coarseSize({ width: 1_000_000, height: 10 });
  expect([width, height]).toEqual([8_192, 1]);
});
