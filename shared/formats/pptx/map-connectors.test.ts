import { expect, it } from "vitest";
import type { Rect } from "#shared/diagram/index.ts";
import { englishWords, pictureTheme } from "#shared/diagram/picture/index.ts";
import type { RecordId } from "#shared/model/index.ts";
import { aCard, anArgument, card, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { mapConnectors } from "./map-connectors.ts";
import type { SlideShape } from "./shapes.ts";

const together = mapOf([
  ...["c", "p1", "p2", "p3"].map((id) => aCard(id)),
  anArgument("a", ["p1", "p2", "p3"], onCard("c")),
]);

function shape(id: number, box: Rect): SlideShape {
  return {
    id,
    name: "",
    box,
    shape: "rect",
    radiusPx: 0,
    fill: null,
    stroke: null,
    strokePx: 1,
    dash: [],
    paragraphs: [],
    align: "left",
    anchor: "top",
    insetPx: 0,
  };
}

/** From the premises to the chip of their argument: which sides, and whether the line goes round something. */
function stems(chip: Rect, premises: readonly Rect[]) {
  const boxes = [{ x: 300, y: -300, width: 200, height: 80 }, ...premises];
  const shapes = new Map<RecordId, SlideShape>(
    boxes.map((box, at) => [at === 0 ? card("c") : card(`p${at}`), shape(at, box)]),
  );
  shapes.set("a" as RecordId, shape(9, chip));
  const connectors = mapConnectors(together, shapes, {
    theme: pictureTheme("color"),
    words: englishWords,
    dimmed: new Set(),
    scale: 1,
    takeId: () => 10,
  });
  return connectors
    .filter(({ hasArrow }) => !hasArrow)
    .map(({ from, to, bracketPx }) => `${from.site} ${to.site}${bracketPx === null ? "" : " round"}`);
}

const size = { width: 200, height: 100 };

it("[FX2] lines of premises that stand in a row run over them to their word", () => {
  const row = [0, 212, 424].map((x) => ({ x, y: 0, ...size }));
  expect(stems({ x: 280, y: -60, width: 64, height: 24 }, row)).toEqual([
    "top left",
    "top bottom",
    "top right",
  ]);
});

it("[FX2] lines of premises that stand in a stack run to a word beside it, and round what is in the way of one above it", () => {
  const stack = [0, 112, 224].map((y) => ({ x: 0, y, ...size }));
  expect(stems({ x: -120, y: 150, width: 64, height: 24 }, stack)).toEqual([
    "left right",
    "left right",
    "left right",
  ]);
  expect(stems({ x: 70, y: -60, width: 64, height: 24 }, stack)).toEqual([
    "top bottom",
    "left left round",
    "left left round",
  ]);
});
