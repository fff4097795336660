import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { englishWords } from "#shared/diagram/picture/index.ts";
import { chineseWords } from "#shared/formats/drawn/chinese-words.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { weighing as english } from "../../words/en/weighing.ts";
import { weighing as chinese } from "../../words/zh/weighing.ts";
import { FareMark } from "./fare-mark.tsx";

afterEach(cleanup);

test("[K21] the page and pictures say how cards stand in the same words", () => {
  for (const [words, picture] of [
    [english, englishWords],
    [chinese, chineseWords],
  ] as const)
    for (const [standing, word] of Object.entries(picture.standings))
      expect(words[`weighing.standing.${standing}` as keyof typeof english]).toBe(word);
});

test("[K21] a standing is a sign and a word, a strength a bar and a number that is said what it is", () => {
  renderPage(
    <>
      <FareMark fare={{ kind: "standing", standing: "undecided" }} />
      <FareMark fare={{ kind: "strength", value: 0.734, text: "0.73" }} />
    </>,
  );
  const mark = screen.getByText("undecided");
  expect(mark.querySelector("path")?.getAttribute("d")).toMatch(/^M/u);
  expect(mark.hasAttribute("data-broken")).toBe(true);
  const strength = screen.getByText("0.73", { exact: false });
  expect(strength.textContent).toBe("Strength from 0 to 1:0.73");
  expect(strength.querySelector("[aria-hidden] > [style]")?.getAttribute("style")).toContain("73.4%");
});
