import { expect, test } from "vitest";
import { measureText } from "../text/measure-text.ts";
import { textItem } from "./items.ts";

const style = { weight: 400, sizePx: 14, lineHeightPx: 20 } as const;

test("[FP1] letters and accents that were written apart are one sign, which fonts have, and as wide", () => {
  const apart = ["e\u0302tre", "c\u0327a", "a\u030ar", "мои\u0306"];
  const { lines } = textItem({ x: 0, top: 0, lines: apart, style, fill: "#000" });
  expect(lines.map(({ text }) => text)).toEqual(["\u00eatre", "\u00e7a", "\u00e5r", "мо\u0439"]);
  expect(lines.map(({ width }) => width)).toEqual(lines.map(({ text }) => measureText(text, style)));
});
