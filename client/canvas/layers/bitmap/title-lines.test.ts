import { expect, test } from "vitest";
import { aCard } from "../../../../tests/fixtures/model/build.ts";
import { deskLevels } from "../../view/levels.ts";
import { titleLines } from "./title-lines.ts";

const text = "Openness is an outcome of market structure, and of little else that anybody has found so far";

test.each([
  // A flat card from far off: one line that can be read. Nearer, or higher, two and more.
  [60, 0.22, 40, 1],
  [60, 0.4, 20, 2],
  [82, 0.22, 29, 2],
  [200, 0.22, 44, 3],
] as const)(
  "in a card %i high the title is, at zoom %f, %i high in %i lines",
  (height, zoom, sizePx, count) => {
    const title = titleLines(
      aCard("c1", "claim", { text }),
      { x: 0, y: 0, width: 248, height },
      deskLevels.titleSizeAt(zoom),
      {
        x: 10,
        y: 7,
      },
    );
    expect(title.sizePx).toBe(sizePx);
    expect(title.lines).toHaveLength(count);
    expect(title.top + count * title.lineHeightPx).toBeLessThanOrEqual(height);
  },
);

test("where texts are preferred a card says all of it, as large as it has room for, and else its title", () => {
  const given = aCard("c1", "claim", { text, title: "Market structure" });
  const said = (height: number, wantedPx: number) =>
    titleLines(
      given,
      { x: 0, y: 0, width: 248, height },
      { wantedPx, leastPx: 14, prefersText: true },
      { x: 10, y: 7 },
    );
  expect(said(120, 18)).toMatchObject({ sizePx: 18 });
  expect(said(120, 18).lines.join(" ")).toBe(text);
  expect(said(90, 18)).toMatchObject({ sizePx: 14 });
  expect(said(90, 18).lines.join(" ")).toBe(text);
  expect(said(50, 18).lines).toEqual(["Market structure"]);
});
