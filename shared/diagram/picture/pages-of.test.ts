import { describe, expect, test } from "vitest";
import { aCard, aSource, mapOf } from "../../../tests/fixtures/model/build.ts";
import { type PaperName, type Picture, type PicturePage, pagesOf, papers, pictureOf } from "./index.ts";
import { itemBounds } from "./item-bounds.ts";

const wide = pictureOf(
  mapOf(
    Array.from({ length: 40 }, (_, n) => aCard(`c${n}`)),
    Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`c${n}`, [(n % 10) * 300, Math.floor(n / 10) * 150]]),
    ),
  ),
);
const sourced = pictureOf(
  mapOf(
    [
      aCard("c"),
      ...Array.from({ length: 300 }, (_, n) =>
        aSource(`s${n}`, { title: `Title ${n}`, url: `https://example.org/${n}` }),
      ),
    ],
    { c: [0, 0] },
  ),
);

describe("pagesOf", () => {
  test.each(["a4", "a3", "letter"] satisfies PaperName[])(
    "one sheet of %s shows all of the picture",
    (paper) => {
      const [page, ...others] = pagesOf(wide, { paper });
      expect(others).toEqual([]);
      expect(page?.source).toEqual({ x: 0, y: 0, width: wide.width, height: wide.height });
      // A wide map lies on its side.
      expect(page?.widthPt).toBeCloseTo((papers[paper].heightMm / 25.4) * 72, 6);
      if (page) expectOnSheet(page);
    },
  );

  test("tiles cover the picture, each sharing a strip with the next", () => {
    const pages = pagesOf(wide, { mode: "tiles", scale: 1, overlapMm: 10 }, "{row}/{column}");
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expectOnSheet(page);
    expectCovered(wide, pages);
    const [first, second] = pages;
    const end = (first?.source?.x ?? 0) + (first?.source?.width ?? 0);
    const shared = (end - (second?.source?.x ?? 0)) * (first?.scale ?? 0);
    expect(shared).toBeCloseTo((10 / 25.4) * 72, 6);
    expect(JSON.stringify(second?.items)).toContain("1/2");
  });

  test("the paper is held the way that takes fewer sheets, or as asked", () => {
    const count = (turn: "auto" | "portrait" | "landscape") => pagesOf(wide, { mode: "tiles", turn }).length;
    expect(count("auto")).toBe(Math.min(count("portrait"), count("landscape")));
    const [page] = pagesOf(wide, { turn: "portrait" });
    expect(page?.heightPt).toBeGreaterThan(page?.widthPt ?? 0);
  });

  test("sources come after it on sheets of their own, each once", () => {
    const pages = pagesOf(sourced);
    const lists = pages.filter(({ source }) => source === null);
    expect(lists.length).toBeGreaterThan(1);
    for (const page of lists) {
      const bounds = itemBounds(page.items);
      expect(bounds?.y).toBeGreaterThanOrEqual(page.target.y - 1);
      expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(
        page.target.y + page.target.height + 3,
      );
    }
    const words = JSON.stringify(lists.map(({ items }) => items));
    for (let n = 0; n < 300; n += 1) expect(words.split(`"Title ${n}."`).length - 1).toBe(2);
    expect(pages[0]?.source?.height).toBeLessThan(sourced.areas.lists?.y ?? 0);
  });

  test("a picture of any size takes a bounded number of sheets", () => {
    const huge = pictureOf(mapOf([aCard("c"), aCard("d")], { c: [0, 0], d: [10_000_000, 10_000_000] }));
    expect(pagesOf(huge, { mode: "tiles", scale: 4 }).length).toBeLessThanOrEqual(625);
  });
});

function expectOnSheet({ source, target, scale, widthPt, heightPt }: PicturePage): void {
  expect(target.x).toBeGreaterThanOrEqual(0);
  expect(target.y).toBeGreaterThanOrEqual(0);
  expect(target.x + target.width).toBeLessThanOrEqual(widthPt);
  expect(target.y + target.height).toBeLessThanOrEqual(heightPt);
  expect((source?.width ?? 0) * scale).toBeCloseTo(target.width, 6);
  expect((source?.height ?? 0) * scale).toBeCloseTo(target.height, 6);
}

function expectCovered(picture: Picture, pages: readonly PicturePage[]): void {
  for (let x = 1; x < picture.width; x += 97) {
    for (let y = 1; y < picture.height; y += 97) {
      const isShown = pages.some(
        ({ source }) =>
          source &&
          x >= source.x &&
          y >= source.y &&
          x <= source.x + source.width &&
          y <= source.y + source.height,
      );
      expect(isShown).toBe(true);
    }
  }
}
