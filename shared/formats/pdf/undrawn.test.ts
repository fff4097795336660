import { expect, it, test } from "vitest";
import {
  aCard,
  aCitation,
  anArgument,
  aSource,
  aStep,
  mapOf,
  onCard,
  presentation,
} from "../../../tests/fixtures/model/build.ts";
import { type ExportOptions, initialExportOptions, unnamedPresentation } from "../export-options.ts";
import { lossesOfFile } from "../losses-of-file.ts";
import { isDrawn, undrawnIn } from "./undrawn.ts";

const map = mapOf([
  aCard("c1", "claim", { text: "Yes 👍🏽, نعم", title: "naïve – Łódź ✓" }),
  aCard("c2", "claim", { text: "开放，かな, Ωμέγα, Жук", tags: ["👍🏽", "좋다"] }),
  aCard("c3", "evidence", {
    text: "As seen ♥️\n\tthere",
    citations: [aCitation("z1", "s1", { quote: "“हि”" })],
  }),
  aSource("s1", { title: "S", note: "ไทย" }),
  anArgument("a1", ["c2"], onCard("c1"), { note: "שלום" }),
  aStep("t1", ["c1"], { title: "🎉", notes: "🙂" }),
]);

test("[F5] [FP1] a page tells which characters become frames, and in how many things they stand", () => {
  expect(undrawnIn(map, initialExportOptions)).toEqual([
    { feature: "undrawn", count: 5, characters: "👍🏽 ن ع م 좋 다 हि ไ ท ย ש ל ו ם" },
  ]);
  const bare = { ...initialExportOptions, notes: false, sources: false };
  expect(undrawnIn(map, bare)).toMatchObject([{ count: 3 }]);
});

test("[F5] [FP5] a handout tells those of its steps and of what these show, and no others", () => {
  const handout = { ...initialExportOptions, presentation: unnamedPresentation } as const;
  const told = (options: ExportOptions) => undrawnIn(map, options)[0];
  expect(told(handout)).toMatchObject({ count: 2, characters: "🎉 🙂 👍🏽 ن ع م" });
  expect(told({ ...handout, notes: false })?.characters).toBe("🎉 👍🏽 ن ع م");
  const quoted = mapOf([
    ...map.records.values(),
    aStep("t2", ["c3"]),
    aStep("t3", ["c2"], { isHidden: true }),
  ]);
  expect(undrawnIn(quoted, handout)).toEqual(undrawnIn(map, handout));
  // Nothing to show: the file is the map.
  expect(told({ ...handout, presentation: presentation("gone") })).toEqual(told(initialExportOptions));
});

test("[F5] what the picture is made without is not told", () => {
  const unseen = mapOf([
    aCard("c1", "claim", { citations: [aCitation("z1", "s1", { via: { title: "כ", url: "" } })] }),
    aSource("s1", { title: "S" }),
    aSource("s2", { title: "ל" }),
  ]);
  const titled = { ...unseen, meta: { ...unseen.meta, title: "🎉" } };
  expect(undrawnIn(titled, initialExportOptions)).toMatchObject([{ count: 3 }]);
  expect(undrawnIn(titled, { ...initialExportOptions, title: false, sources: false })).toEqual([]);
});

test("[F5] accents by themselves are told only where no letter has them, and odd spaces never", () => {
  const told = (text: string) => undrawnIn(mapOf([aCard("c1", "claim", { text })]), initialExportOptions);
  expect(told("e\u0302tre, c\u0327a, мои\u0306\u202f?\u2000\u061c")).toEqual([]);
  expect(told("x\u0302")).toMatchObject([{ count: 1, characters: "x\u0302" }]);
});

it("[F5] names some of many, and is silent where all is drawn", () => {
  const many = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x1f600 + at)).join("");
  const [loss] = undrawnIn(mapOf([aCard("c1", "claim", { text: many })]), initialExportOptions);
  expect(loss?.characters?.split(" ")).toHaveLength(25);
  expect(loss?.characters?.endsWith(" …")).toBe(true);
  expect(
    undrawnIn(mapOf([aCard("c1", "claim", { text: "½ “a”\u00a0… 学习" })]), initialExportOptions),
  ).toEqual([]);
});

it("[F5] is told of PDF and of no other file", async () => {
  const told = async (name: "pdf" | "svg" | "pptx" | "json") =>
    (await lossesOfFile(map, name, initialExportOptions)).filter(({ feature }) => feature === "undrawn");
  expect(await told("pdf")).toHaveLength(1);
  for (const name of ["svg", "pptx", "json"] as const) expect(await told(name)).toEqual([]);
});

test("what is drawn is told at the ends of runs, too", () => {
  const drawn = [0x20, 0x7e, 0xa0, 0x416, 0x4e00, 0x9f9f, 0x2713];
  expect(drawn.filter((codePoint) => !isDrawn(codePoint))).toEqual([]);
  const not = [0x1f, 0x5d0, 0x627, 0x905, 0xac00, 0x1f600, 0x10ffff];
  expect(not.filter(isDrawn)).toEqual([]);
});
