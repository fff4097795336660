import { describe, expect, it } from "vitest";
import type { PlainMap } from "#shared/model/index.ts";
import { readWith } from "../../tests/fixtures/formats/reading.ts";
import {
  aCard,
  aCitation,
  aConflict,
  aGroup,
  anArgument,
  aPresentation,
  aSource,
  aStep,
  group,
  mapOf,
  onArgument,
  onCard,
  presentation,
} from "../../tests/fixtures/model/build.ts";
import { type ExportOptions, initialExportOptions } from "./export-options.ts";
import { type Feature, features, lossesOf } from "./features.ts";
import { lossesOfFile } from "./losses-of-file.ts";
import { formatInfos, loadFormat } from "./registry.ts";

/** Something of everything that a loss can be. */
const full = {
  ...mapOf(
    [
      aCard("q1", "question", { text: "Should the library open on Sundays?" }),
      aCard("q2", "question", { text: "Who would pay for it?", parent: aCard("q1").id, order: "a0" }),
      aCard("q3", "question", { text: "Was that counted?", raisedBy: onArgument("a1") }),
      aCard("c1", "claim", {
        text: "It should open",
        title: "Open",
        answers: [aCard("q1").id],
        tags: Array.from({ length: 9 }, (_, i) => `opening hours ${i}`),
        color: "blue",
        pinned: true,
        granted: true,
        base: 0.5,
        group: group("g1"),
        author: "Ada",
        citations: [aCitation("z1", "s1")],
      }),
      aCard("c2", "claim", { text: "People have time on Sundays" }),
      aCard("c3", "claim", { text: "Staff want their Sundays" }),
      aCard("c4", "claim", { text: "A spring count says little of winter" }),
      aCard("c5", "claim", { text: "It should stay closed" }),
      aCard("e1", "evidence", {
        text: "A count in spring",
        citations: [
          aCitation("z2", "s2", {
            quote: "most came after noon ".repeat(30).trim(),
            locator: "page 4",
            attributedTo: "Bo",
            relevance: "weak",
          }),
        ],
      }),
      aSource("s1", { title: "A letter" }),
      aSource("s2", {
        title: "Visitors counted",
        url: "https://library.example/count",
        creator: "The town",
        date: "2026",
        note: "n",
        credibility: "strong",
      }),
      aSource("s3", { title: "Read by nobody" }),
      anArgument("a1", ["c2", "e1"], onCard("c1"), { scheme: "sign", note: "As seen", base: 1 }),
      anArgument("a2", ["c3"], onCard("c1"), { polarity: "oppose" }),
      anArgument("a3", ["c4"], onArgument("a1"), { polarity: "oppose" }),
      { ...aConflict("k1", "c1", "c5"), kind: "contradictory" as const, note: "One of them" },
      aGroup("g1", { title: "Hours", color: "green" }),
      aStep("t1", ["c1"], { title: "First", notes: "Pause" }),
      aStep("t2", ["c1"], { title: "Kept back", isHidden: true }),
    ],
    { c1: [0, 0], c2: [400, 0] },
  ),
  meta: { title: "Sundays", createdAt: 1 },
};

/** What a format says that it has: of a map without cards only the sources, and where lines are in order, no ranks. */
function comesBack(feature: Feature, cannotCarry: readonly Feature[]): boolean {
  if (cannotCarry.includes("cards")) return sourceFeatures.includes(feature);
  if (feature === "stepNotes" || feature === "hiddenSteps") return !cannotCarry.includes("presentation");
  return !cannotCarry.includes(feature) && !(feature === "siblingOrder" && cannotCarry.includes("locators"));
}
const sourceFeatures: readonly Feature[] = ["sources", "sourceAddresses", "sourceOrigins", "sourceDetails"];

/** The map without the citations and sources that a format says it leaves out while it has others. */
function withoutParts(cannotCarry: readonly Feature[]): PlainMap {
  const records = [...full.records.values()].map((record) =>
    record.type === "card" && record.kind !== "evidence" && cannotCarry.includes("otherCitations")
      ? { ...record, citations: [] }
      : record,
  );
  const cited = new Set(
    records.flatMap((record) => (record.type === "card" ? record.citations.map(({ source }) => source) : [])),
  );
  const left = records.filter(
    (record) => record.type !== "source" || cited.has(record.id) || !cannotCarry.includes("uncitedSources"),
  );
  return { ...full, records: new Map(left.map((record) => [record.id, record])) };
}

describe("what is told to be lost", () => {
  it("[F5] is asked of a map that has all of it", () => {
    expect(lossesOf(full, features).map(({ feature }) => feature)).toEqual(features);
  });

  it.each(formatInfos.filter(({ canRead, canWrite }) => canRead && canWrite).map(({ name }) => name))(
    "[F5] is all that does not come back from %s",
    async (name) => {
      const format = await loadFormat(name);
      const kept = features.filter((feature) => comesBack(feature, format.cannotCarry));
      const { map } = readWith(format)(format.write?.(full) ?? "");
      expect(lossesOf(map, kept)).toEqual(lossesOf(withoutParts(format.cannotCarry), kept));
    },
  );
});

it("[F5] a picture tells what its cards have no room for, a page and slides only what they nowhere have", async () => {
  const cutOf = async (name: "svg" | "png" | "pdf" | "html" | "pptx") =>
    lossesOf(full, (await loadFormat(name)).cannotCarry)
      .map(({ feature }) => feature)
      .filter((feature) => feature.startsWith("long"));
  for (const name of ["svg", "png", "pdf"] as const)
    expect(await cutOf(name)).toEqual(["longTags", "longQuotations"]);
  for (const name of ["html", "pptx"] as const) expect(await cutOf(name)).toEqual(["longTags"]);
  const short = mapOf([
    aCard("c1", "claim", { tags: ["town"], citations: [aCitation("z1", "s1", { quote: "so…" })] }),
    aSource("s1"),
  ]);
  expect(lossesOf(short, ["longTags", "longQuotations"])).toEqual([]);
});

describe("what an option leaves out", () => {
  const beside = async (
    name: "svg" | "png" | "html" | "pptx",
    change: Partial<typeof initialExportOptions>,
  ) => {
    const usual = (await lossesOfFile(full, name, initialExportOptions)).map(({ feature }) => feature);
    const told = await lossesOfFile(full, name, { ...initialExportOptions, ...change });
    return told.map(({ feature }) => feature).filter((feature) => !usual.includes(feature));
  };

  it("[F5] is told like what a format has no place for", async () => {
    expect(await beside("svg", { notes: false, schemes: false })).toEqual([
      "schemes",
      "argumentNotes",
      "conflictNotes",
    ]);
    expect(await beside("svg", { sources: false })).toEqual([
      "uncitedSources",
      "sourceAddresses",
      "sourceOrigins",
      "sourceDetails",
    ]);
    expect(await beside("html", { sources: false })).toEqual(["uncitedSources", "sourceDetails"]);
    expect(await beside("pptx", { notes: false, schemes: false, sources: false })).toEqual([
      "uncitedSources",
      "sourceDetails",
      "schemes",
      "argumentNotes",
      "conflictNotes",
      "stepNotes",
    ]);
    expect(await beside("png", { theme: "print", title: false })).toEqual(["colors", "mapTitle"]);
    expect(await beside("svg", { title: false, legend: false })).toEqual([]);
  });
});

it("[FW1] [F5] what sites that keep Mermaid's own bounds will not show is told", async () => {
  const cards = Array.from({ length: 520 }, (_, i) => aCard(`c${i}`, "claim", { text: `Claim ${i}` }));
  const lines = cards.slice(1).map(({ id }, i) => anArgument(`a${i}`, [id], onCard(`c${i}`)));
  const told = async (map: PlainMap) =>
    (await lossesOfFile(map, "mermaid", initialExportOptions)).filter(({ feature }) =>
      feature.startsWith("mermaid"),
    );
  expect(await told(mapOf([...cards.slice(0, 400), ...lines.slice(0, 399)]))).toEqual([]);
  expect(await told(mapOf([...cards, ...lines]))).toEqual([{ feature: "mermaidLines", count: 519 }]);
  const [large] = await told(mapOf([aCard("c1", "claim", { text: "much to say ".repeat(5_000) })]));
  expect(large).toMatchObject({ feature: "mermaidCharacters" });
  expect(large?.count).toBeGreaterThan(50_000);
});

it("[F5] [FP5] a handout is not told to be without the steps that it is made of", async () => {
  const lecture = { ...initialExportOptions, presentation: presentation("p1") };
  const map = mapOf([
    aCard("c1"),
    aPresentation("p1"),
    aStep("t1", ["c1"], { presentation: presentation("p1"), notes: "Pause" }),
  ]);
  const told = async (options: ExportOptions) =>
    (await lossesOfFile(map, "pdf", options)).map(({ feature }) => feature);
  expect(await told(initialExportOptions)).toContain("presentation");
  for (const feature of ["presentation", "stepNotes"]) expect(await told(lecture)).not.toContain(feature);
  expect(await told({ ...lecture, notes: false })).toContain("stepNotes");
  expect(await told({ ...initialExportOptions, notes: false })).not.toContain("stepNotes");
  // There is no such presentation, so the file is the map.
  expect(await told({ ...lecture, presentation: presentation("gone") })).toContain("presentation");
});

it("[F5] [FP5] a handout tells what it never has, whatever was chosen", async () => {
  const told = async (options: Partial<ExportOptions>) =>
    (await lossesOfFile(full, "pdf", { ...initialExportOptions, ...options })).map(({ feature }) => feature);
  const never: readonly Feature[] = [
    "quotations",
    "uncitedSources",
    "sourceAddresses",
    "sourceOrigins",
    "sourceDetails",
    "argumentNotes",
    "conflictNotes",
  ];
  const ofMap = await told({});
  const ofHandout = await told({ presentation: "*" });
  expect(ofHandout).toEqual(expect.arrayContaining([...never]));
  expect(ofHandout).not.toContain("longQuotations");
  expect(never.filter((feature) => ofMap.includes(feature))).toEqual([]);
});

it("[F5] [FX1] [FP5] slides and handouts tell how many steps of what was chosen are hidden or show nothing", async () => {
  const [p1, p2] = [presentation("p1"), presentation("p2")];
  const map = mapOf([
    aCard("c1"),
    aPresentation("p1"),
    aPresentation("p2"),
    aStep("t1", ["c1"], { presentation: p1 }),
    aStep("t2", ["c1"], { presentation: p1, isHidden: true }),
    aStep("t3", ["c1"], { presentation: p2 }),
    aStep("t4", ["c1"], { isHidden: true }),
    aStep("t5", ["gone"], { presentation: p2 }),
  ]);
  const hidden = async (name: "pptx" | "pdf" | "svg", chosen: ExportOptions["presentation"]) => {
    const lost = await lossesOfFile(map, name, { ...initialExportOptions, presentation: chosen });
    return lost.find(({ feature }) => feature === "hiddenSteps")?.count ?? 0;
  };
  expect(await Promise.all([null, p1, p2, "*" as const].map((chosen) => hidden("pptx", chosen)))).toEqual([
    3, 1, 1, 1,
  ]);
  expect(await Promise.all([null, p1].map((chosen) => hidden("pdf", chosen)))).toEqual([0, 1]);
  expect(await hidden("svg", p1)).toBe(0);
});
