import { describe, expect, it } from "vitest";
import { englishWords, type PictureItem } from "#shared/diagram/picture/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import {
  aCard,
  anArgument,
  aPresentation,
  arg,
  aStep,
  card,
  mapOf,
  onCard,
  presentation,
} from "../../../tests/fixtures/model/build.ts";
import type { DrawingJob } from "../drawn/drawing.ts";
import { englishPageWords } from "../drawn/page-words.ts";
import { type ExportOptions, initialExportOptions } from "../export-options.ts";
import { type HandoutPage, handoutPages } from "./handout.ts";

const lecture = { presentation: presentation("p1") };
const talk = mapOf([
  aCard("c1", "claim", { text: "The path should be paved" }),
  aCard("c2", "claim", { text: "Wheelchairs need firm ground" }),
  aCard("c3", "claim", { text: "Roots would break it" }),
  anArgument("a1", ["c2"], onCard("c1")),
  anArgument("a2", ["c3"], onCard("c1"), { polarity: "oppose" }),
  aPresentation("p1", { title: "Evening" }),
  aPresentation("p2", { title: "Morning" }),
  aStep("t1", ["c1"], {
    ...lecture,
    title: "Where do you stand?",
    notes: "Wait.\nThen go on.",
    poll: { kind: "stance", card: card("c1"), moment: "before" },
  }),
  aStep("t2", ["a1"], { ...lecture, order: "a1", title: "For", reveal: "add", dimsOthers: true }),
  aStep("t3", ["a2"], { ...lecture, order: "a2", title: "Against", isHidden: true }),
  aStep("t4", ["c3"], { ...lecture, order: "a3", title: "Roots", emphasises: [card("c3"), arg("a2")] }),
  aStep("t5", ["c2"], { presentation: presentation("p2"), title: "Another" }),
]);

function pagesOf(
  map: PlainMap,
  options: Partial<ExportOptions> = {},
  given: Partial<DrawingJob> = {},
): readonly HandoutPage[] {
  return handoutPages({
    map,
    options: { ...initialExportOptions, presentation: presentation("p1"), ...options },
    standings: new Map(),
    date: "",
    madeAt: 0,
    lang: "",
    words: englishWords,
    pageWords: englishPageWords,
    ...given,
  });
}

function textsIn(items: readonly PictureItem[]): readonly string[] {
  return items.flatMap((item) =>
    item.type === "text" ? item.lines.map(({ text }) => text) : "items" in item ? textsIn(item.items) : [],
  );
}

describe("a handout", () => {
  it("[FP5] has a page a step that is shown, with its title, notes and vote, and tells which page it is", () => {
    const pages = pagesOf(talk);
    expect(pages.map(({ step }) => step?.title)).toEqual(["Where do you stand?", "For", "Roots"]);
    const [first = [], second = []] = pages.map(({ page }) => textsIn(page.items));
    expect(first).toEqual([
      "Where do you stand?",
      "Wait.",
      "Then go on.",
      "Vote before the discussion: The path should be paved",
      "Untitled map · Evening",
      "Page 1 of 3",
    ]);
    expect(second).toContain("Page 2 of 3");
  });

  it("[FP5] is without what the presenter was to say where notes are not wanted", () => {
    const [first] = pagesOf(talk, { notes: false });
    const told = textsIn(first?.page.items ?? []);
    expect(told).not.toContain("Wait.");
    expect(told).toContain("Vote before the discussion: The path should be paved");
  });

  it("[FP5] draws what the step has in view, and no argument that is still to come", () => {
    const drawn = pagesOf(talk).map(({ picture }) => textsIn(picture.items).join(" "));
    expect(drawn[0]).not.toContain("Wheelchairs");
    expect(drawn[1]).toContain("The path should be paved");
    expect(drawn[1]).toContain("Wheelchairs need firm ground");
    expect(drawn[1]).not.toContain("Roots");
    expect(drawn[2]).not.toContain("Wheelchairs");
  });

  it("[FP5] is of one presentation, or of the steps that belong to none", () => {
    expect(pagesOf(talk, { presentation: presentation("p2") })).toHaveLength(1);
    expect(pagesOf(talk, { presentation: "*" })).toEqual([]);
    const unnamed = mapOf([...talk.records.values(), aStep("t9", ["c1"], { title: "Alone" })]);
    expect(pagesOf(unnamed, { presentation: "*" }).map(({ step }) => step?.title)).toEqual(["Alone"]);
  });

  it("[FP5] goes on over more pages where notes are long, and loses no word", () => {
    const notes = Array.from({ length: 400 }, (_, i) => `Word${i} of many that somebody says.`).join(" ");
    const long = mapOf([aCard("c1"), aPresentation("p1"), aStep("t1", ["c1"], { ...lecture, notes })]);
    const pages = pagesOf(long);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ step }) => step !== null)).toEqual(pages.map((_, index) => index === 0));
    const told = pages.flatMap(({ page }) => textsIn(page.items)).join(" ");
    for (const word of notes.split(" ")) expect(told).toContain(word);
    for (const { page } of pages)
      for (const item of page.items)
        if (item.type === "text") for (const { y } of item.lines) expect(y).toBeLessThan(page.heightPt);
  });

  it("[FP5] says on a step that shows it how strong cards are, and on no other", () => {
    const strong = mapOf([
      ...talk.records.values(),
      aStep("t6", ["c3"], { ...lecture, order: "a4", title: "How strong", layer: "strength" }),
    ]);
    const stepStrengths = { cards: new Map([[card("c3"), 0.5]]), unsettled: new Set<never>() };
    const drawn = pagesOf(strong, {}, { stepStrengths }).map(({ picture }) => textsIn(picture.items));
    expect(drawn.map((texts) => texts.includes("0.50"))).toEqual([false, false, false, true]);
  });

  it("[FP5] is on the paper chosen", () => {
    const [upright] = pagesOf(talk, { page: "letter" });
    const [turned] = pagesOf(talk, { page: "letter", turn: "landscape" });
    expect(upright?.page.heightPt).toBeCloseTo(792);
    expect(turned?.page.widthPt).toBeCloseTo(792);
  });
});
