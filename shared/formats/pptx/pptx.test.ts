import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { englishWords } from "#shared/diagram/picture/index.ts";
import { type PlainMap, recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import {
  aCard,
  aCitation,
  aConflict,
  anArgument,
  aPresentation,
  aSource,
  aStep,
  card,
  mapOf,
  onArgument,
  onCard,
  presentation,
} from "../../../tests/fixtures/model/build.ts";
import { faultsOfPresentation } from "../../../tests/support/check-presentation.ts";
import type { DrawingJob } from "../drawn/drawing.ts";
import { englishPageWords } from "../drawn/page-words.ts";
import { type ExportOptions, initialExportOptions } from "../export-options.ts";
import { writePptx } from "./index.ts";

const debate = mapOf([
  aCard("q1", "question", { text: "Should the library open on Sundays?" }),
  aCard("c1", "claim", { text: "It should", answers: [aCard("q1").id] }),
  aCard("c2", "claim", { text: "People have time on Sundays" }),
  aCard("e1", "evidence", {
    text: "A count in spring",
    citations: [aCitation("z1", "s1", { quote: "most came after noon", locator: "page 4" })],
  }),
  aCard("c3", "claim", { text: "Staff want their Sundays" }),
  aCard("c4", "claim", { text: "A spring count says little of winter" }),
  aSource("s1", { title: "Visitors counted", url: "https://library.example/count" }),
  anArgument("a1", ["c2", "e1"], onCard("c1")),
  anArgument("a2", ["c3"], onCard("c1"), { polarity: "oppose" }),
  anArgument("a3", ["c4"], onArgument("a1"), { polarity: "oppose" }),
]);

function write(
  map: PlainMap,
  given: Partial<ExportOptions> = {},
  standings: DrawingJob["standings"] = new Map(),
  more: Partial<DrawingJob> = {},
): Uint8Array {
  return writePptx({
    ...more,
    map,
    options: { ...initialExportOptions, ...given },
    standings,
    date: "",
    madeAt: 1_777_881_600_000,
    lang: "",
    words: englishWords,
    pageWords: englishPageWords,
  });
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

type Tag = Readonly<{ name: string; attributes: Readonly<Record<string, string>> }>;

function read(xml: string): Readonly<{ tags: readonly Tag[]; texts: readonly string[] }> {
  const tags: Tag[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.on("opentag", ({ name, attributes }) =>
    tags.push({ name, attributes: attributes as Tag["attributes"] }),
  );
  parser.on("text", (text) => {
    if (text.trim() !== "") texts.push(text);
  });
  parser.write(xml).close();
  return { tags, texts };
}

function slidesOf(parts: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  return paths.map((path) => parts.get(path) ?? "");
}

/** Each part is well formed, is listed with its type, and leads only to parts that are there. */
function expectWhole(parts: ReadonlyMap<string, string>): void {
  const types = read(parts.get("[Content_Types].xml") ?? "").tags;
  const listed = types
    .filter(({ name }) => name === "Override")
    .map(({ attributes }) => attributes["PartName"]);
  for (const [path, xml] of parts) {
    const { tags } = read(xml);
    if (path.endsWith(".rels")) {
      const folder = path.replace(/_rels\/[^/]+$/, "");
      for (const { attributes } of tags.filter(({ name }) => name === "Relationship"))
        expect([...parts.keys()]).toContain(
          new URL(attributes["Target"] ?? "", `file:///${folder}`).pathname.slice(1),
        );
    } else if (path !== "[Content_Types].xml") expect(listed).toContain(`/${path}`);
  }
  for (const path of listed) expect(parts.has(path?.slice(1) ?? "")).toBe(true);
}

/** Ids are distinct, connectors are glued to shapes that are there, and nothing has a size below nothing. */
function expectSound(slide: string): void {
  const { tags } = read(slide);
  const ids = tags.filter(({ name }) => name === "p:cNvPr").map(({ attributes }) => attributes["id"]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of tags.filter(({ name }) => name === "a:stCxn" || name === "a:endCxn"))
    expect(ids).toContain(attributes["id"]);
  for (const { name, attributes } of tags) {
    if (name === "a:ext") for (const side of ["cx", "cy"]) expect(attributes[side]).toMatch(/^\d+$/);
    if (name === "a:off") for (const side of ["x", "y"]) expect(attributes[side]).toMatch(/^-?\d+$/);
    if (name === "a:rPr" && attributes["sz"]) expect(Number(attributes["sz"])).toBeGreaterThanOrEqual(100);
  }
}

describe("slides", () => {
  it("[FX1] show the whole map first, then each conclusion with what speaks for and against it", () => {
    const parts = partsOf(write(debate));
    const slides = slidesOf(parts);
    expect(slides.length).toBe(2);
    for (const { text } of recordsOf(debate, "card").filter(({ kind }) => kind !== "question"))
      for (const slide of slides) expect(read(slide).texts.join("")).toContain(text);
    expectWhole(parts);
    slides.forEach(expectSound);
  });

  it("[FX1] follow the steps of a presentation where there are some", () => {
    const records = [...debate.records.values()];
    const steps = [
      aStep("t2", ["c3"], { order: "a1", title: "Who pays?", notes: "Pause.\nThen ask." }),
      aStep("t1", ["a1"], { order: "a0", title: "" }),
    ];
    const parts = partsOf(write(mapOf([...records, ...steps])));
    const slides = slidesOf(parts).map((slide) => read(slide).texts.join("|"));
    expect(slides.length).toBe(3);
    expect(slides[1]).toContain("People have time on Sundays");
    expect(slides[1]).not.toContain("Staff want their Sundays");
    expect(slides[2]).toMatch(/^Who pays\?/);
    expect(read(parts.get("ppt/notesSlides/notesSlide3.xml") ?? "").texts).toEqual(
      expect.arrayContaining(["Pause.", "Then ask.", "Claim: Staff want their Sundays"]),
    );
    const unsaid = partsOf(write(mapOf([...records, ...steps]), { notes: false }));
    const told = read(unsaid.get("ppt/notesSlides/notesSlide3.xml") ?? "").texts;
    expect(told).toContain("Claim: Staff want their Sundays");
    expect(told).not.toContain("Pause.");
  });

  it("[FX1] are of the presentation chosen, without hidden steps, with votes named in the notes", () => {
    const lecture = { presentation: presentation("p1") };
    const map = mapOf([
      ...debate.records.values(),
      aPresentation("p1", { title: "Lecture" }),
      aPresentation("p2", { title: "Exam" }),
      aStep("t1", ["c1"], {
        ...lecture,
        title: "First",
        poll: { kind: "impact", card: card("c1") },
        emphasises: [card("c1")],
      }),
      aStep("t2", ["c3"], { ...lecture, order: "a1", title: "Hidden", isHidden: true }),
      aStep("t3", ["a2"], { ...lecture, order: "a2", title: "Then", reveal: "add", dimsOthers: true }),
      aStep("t4", ["c2"], { presentation: presentation("p2"), title: "Elsewhere" }),
    ]);
    const titles = (options: Partial<ExportOptions>) =>
      slidesOf(partsOf(write(map, options))).map((slide) => read(slide).texts[0]);
    expect(titles({})).toEqual(["Untitled map", "First", "Then", "Elsewhere"]);
    expect(titles({ presentation: presentation("p1") })).toEqual(["Untitled map", "First", "Then"]);
    expect(titles({ presentation: presentation("p2") })).toEqual(["Untitled map", "Elsewhere"]);
    const parts = partsOf(write(map, { presentation: presentation("p1") }));
    expect(read(parts.get("ppt/notesSlides/notesSlide2.xml") ?? "").texts).toContain(
      "Vote on how much each reason weighs: It should",
    );
    const strokes = (slide: string) =>
      read(slide).tags.flatMap(({ name, attributes }) => (name === "a:ln" ? [Number(attributes["w"])] : []));
    const [, first = "", then = ""] = slidesOf(parts);
    expect(Math.max(...strokes(first))).toBeGreaterThan(2 * Math.max(...strokes(then)));
    expectWhole(parts);
    slidesOf(parts).forEach(expectSound);
  });

  it("[FX2] have lines that are glued to shapes at both ends", () => {
    const [, slide = ""] = slidesOf(partsOf(write(debate)));
    const { tags } = read(slide);
    const count = (name: string) => tags.filter((tag) => tag.name === name).length;
    // Three premises and three arrows; the undercut ends on the chip of the step.
    expect(count("p:cxnSp")).toBe(7);
    expect(count("a:stCxn")).toBe(7);
    expect(count("a:endCxn")).toBe(7);
  });

  it("[FX3] have whole texts, quotations and sources in the notes", () => {
    const parts = partsOf(write(debate));
    const notes = read(parts.get("ppt/notesSlides/notesSlide2.xml") ?? "").texts;
    expect(notes).toEqual([
      "Claim: It should",
      "    because: People have time on Sundays",
      "    because: A count in spring",
      "        “most came after noon” — Visitors counted, https://library.example/count, page 4",
      "        but: A spring count says little of winter",
      "    but: Staff want their Sundays",
    ]);
  });

  it("[FX3] have in the notes of the first what no step shows, and what is too deep for the others", () => {
    const long = "Words that no card has room for, over and over. ".repeat(90).trim();
    const deep = Array.from({ length: 14 }, (_, i) => aCard(`d${i}`, "claim", { text: `Reason ${i}` }));
    const steps = deep.slice(1).map(({ id }, i) => anArgument(`r${i}`, [id], onCard(`d${i}`)));
    const records = [...debate.records.values(), ...deep, ...steps];
    const alone = aCard("c9", "claim", { text: long });
    const parts = partsOf(write(mapOf([...records, alone, aStep("t1", ["c3", "d0"])])));
    const notes = [...parts.keys()].filter((path) => path.startsWith("ppt/notesSlides/notesSlide"));
    const all = notes.flatMap((path) => read(parts.get(path) ?? "").texts);
    expect(read(parts.get("ppt/notesSlides/notesSlide1.xml") ?? "").texts).toEqual(
      expect.arrayContaining([`Claim: ${long}`, "Claim: Reason 13", "Sources"]),
    );
    for (const { text } of [...recordsOf(debate, "card"), ...deep, alone])
      expect(all.filter((line) => line.endsWith(text)).length).toBe(1);
  });

  it("[FX4] have words of scripts without spaces as they were written, where a card cuts them", () => {
    const chinese = "图书馆星期天应该开放因为人们那时才有时间来读书".repeat(60);
    const [slide = ""] = slidesOf(
      partsOf(
        write(
          mapOf([
            aCard("c1", "claim", { text: chinese }),
            aCard("c2", "evidence", { text: "b", citations: [aCitation("z1", "s1", { quote: chinese })] }),
            aCard("c3", "claim", { text: `One two three ${"four five six ".repeat(400)}` }),
            aSource("s1", { title: "T" }),
          ]),
        ),
      ),
    );
    const { texts } = read(slide);
    const shown = texts.filter((text) => text.endsWith("…"));
    expect(shown).toHaveLength(3);
    expect(shown.filter((text) => `“${chinese}`.includes(text.slice(0, -1)))).toHaveLength(2);
    expect(shown.filter((text) => text.startsWith("One two three four five six four"))).toHaveLength(1);
  });

  describe("heed what was chosen", () => {
    const noted = mapOf([
      aCard("c1", "claim", { text: "It should" }),
      aCard("c2", "claim", { text: "People have time" }),
      aCard("c3", "claim", { text: "It must not" }),
      anArgument("a1", ["c2"], onCard("c1"), { scheme: "sign", note: "As seen\nin spring" }),
      { ...aConflict("k1", "c1", "c3"), note: "One of them" },
      aSource("s1", { title: "Visitors counted", credibility: "strong", note: "By hand" }),
    ]);
    const notesOf = (bytes: Uint8Array): readonly string[] =>
      [...partsOf(bytes)]
        .filter(([path]) => path.startsWith("ppt/notesSlides/notesSlide"))
        .flatMap(([, xml]) => read(xml).texts);

    it("[FX3] in what the notes tell: of arguments, of conflicts, of sources", () => {
      const all = notesOf(write(noted));
      expect(all).toContain("        from a sign: As seen in spring");
      expect(all.filter((line) => line.includes("As seen"))).toHaveLength(1);
      expect(all).toEqual(
        expect.arrayContaining(["Notes", "“It should” and “It must not” conflict: One of them"]),
      );
      expect(all).toEqual(expect.arrayContaining(["Sources", "1. Visitors counted. Strong source. By hand"]));
      expect(notesOf(write(noted, { schemes: false }))).toContain("        As seen in spring");
      const few = notesOf(write(noted, { notes: false, schemes: false, sources: false })).join("|");
      expect(few).not.toMatch(/As seen|One of them|Sources|Visitors|Notes/);
    });

    it("[FX3] in notes on arguments that no slide tells", () => {
      const steps = mapOf([...noted.records.values(), aStep("t1", ["c3"])]);
      expect(notesOf(write(steps))).toContain(
        "“People have time” speaks for “It should”: from a sign: As seen in spring",
      );
    });

    it("[FO2] in how statements stand, on slides and in notes", () => {
      const bytes = write(noted, { standings: true }, new Map([[card("c1"), "contested"]]));
      for (const slide of slidesOf(partsOf(bytes))) expect(read(slide).texts).toContain("Claim · contested");
      expect(notesOf(bytes)).toContain("Claim (contested): It should");
    });

    it("[FX1] in how strong cards are, on slides of steps that show it", () => {
      const steps = mapOf([
        ...debate.records.values(),
        aStep("t1", ["c1"]),
        aStep("t2", ["c1"], { order: "a1", layer: "strength" }),
      ]);
      const stepStrengths = { cards: new Map([[card("c1"), 0.25]]), unsettled: new Set([card("c1")]) };
      const parts = partsOf(write(steps, {}, new Map(), { stepStrengths }));
      expect(slidesOf(parts).map((slide) => read(slide).texts.includes("Claim · strength ≈ 0.25"))).toEqual([
        false,
        false,
        true,
      ]);
    });

    it("[FV3] in colours", () => {
      const [color, dark] = (["color", "dark"] as const).map((theme) => partsOf(write(noted, { theme })));
      const ground = (parts?: ReadonlyMap<string, string>) =>
        /<p:bgPr><a:solidFill><a:srgbClr val="(\w+)"/.exec(
          parts?.get("ppt/slideMasters/slideMaster1.xml") ?? "",
        )?.[1];
      expect(ground(color)).toBe("FFFFFF");
      expect(ground(dark)).not.toBe("FFFFFF");
      expect(dark?.get("ppt/slides/slide1.xml")).not.toBe(color?.get("ppt/slides/slide1.xml"));
    });
  });

  it("[F4] are the same bytes for the same map", () => {
    expect(write(debate)).toEqual(write(debate));
  });

  it("[FX4] of any map are whole, whatever stands on its cards", () => {
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        const parts = partsOf(write(map));
        expectWhole(parts);
        slidesOf(parts).forEach(expectSound);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("[FX4] of a map that nobody could read on one slide still hold all its cards", () => {
    const cards = Array.from({ length: 400 }, (_, i) =>
      aCard(`c${i}`, "claim", { text: `Claim number ${i} of many` }),
    );
    const map = mapOf(cards);
    const positions = new Map(
      cards.map(({ id }, i) => [id, [(i % 20) * 900, Math.floor(i / 20) * 500] as const]),
    );
    const [slide = ""] = slidesOf(partsOf(write({ ...map, positions })));
    expectSound(slide);
    expect(read(slide).tags.filter(({ name }) => name === "p:sp").length).toBe(401);
  });
});

describe("a presentation as a package", () => {
  it("[FX5] keeps the rules by which PowerPoint opens a file without mending it", () => {
    expect(faultsOfPresentation(partsOf(write(debate)))).toEqual([]);
    expect(faultsOfPresentation(partsOf(write(mapOf([]), { theme: "dark" })))).toEqual([]);
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        expect(faultsOfPresentation(partsOf(write(map)))).toEqual([]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it.each([
    ["a part that is gone", "ppt/theme/theme2.xml", () => undefined, "which is not there"],
    ["an order that is not that of the schema", "ppt/slides/slide1.xml", swapped, "lacks p:nvSpPr"],
    [
      "a colour that is none",
      "ppt/slides/slide1.xml",
      (xml: string) => xml.replace(/srgbClr val="\w+"/u, 'srgbClr val="red"'),
      "has the val red",
    ],
    [
      "one id twice",
      "ppt/slides/slide1.xml",
      (xml: string) => xml.replace(/cNvPr id="3"/u, 'cNvPr id="2"'),
      "two shapes have the id 2",
    ],
    [
      "a relationship that is none",
      "ppt/presentation.xml",
      (xml: string) => xml.replace("rId4", "rId99"),
      "no relationship is rId99",
    ],
    [
      "a part of no type",
      "[Content_Types].xml",
      (xml: string) => xml.replace(/<Override PartName="\/ppt\/slides\/slide1.xml"[^>]*>/u, ""),
      "it has no content type",
    ],
  ])("is found to have %s", (_, path, damage: (xml: string) => string | undefined, fault) => {
    const parts = new Map(partsOf(write(debate)));
    const damaged = damage(parts.get(path) ?? "");
    if (damaged === undefined) parts.delete(path);
    else parts.set(path, damaged);
    expect(faultsOfPresentation(parts).join("\n")).toContain(fault);
  });
});

/** The first shape with its looks before its name. */
function swapped(xml: string): string {
  return xml.replace(/(<p:nvSpPr>.*?<\/p:nvSpPr>)(<p:spPr>.*?<\/p:spPr>)/su, "$2$1");
}
