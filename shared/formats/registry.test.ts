import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  aCard,
  aCitation,
  aGroup,
  anArgument,
  aSource,
  aStep,
  group,
  mapOf,
  onArgument,
  onCard,
} from "../../tests/fixtures/model/build.ts";
import {
  exportOptionRules,
  exportOptionsOf,
  initialExportOptions,
  readExportOptions,
} from "./export-options.ts";
import { features } from "./features.ts";
import { asciiFileNameOf } from "./file-name.ts";
import { partOf } from "./part-of.ts";
import {
  type FormatName,
  findFormat,
  formatForName,
  formatInfos,
  guessFormat,
  infoOf,
  loadFormat,
} from "./registry.ts";

describe("the list of formats", () => {
  it.each(formatInfos.map(({ name }) => name))("[F6] has %s with what it says it can do", async (name) => {
    const info = infoOf(name);
    const { read, write, cannotCarry } = await loadFormat(name);
    expect(read !== undefined).toBe(info.canRead);
    expect(write !== undefined || info.isDrawn).toBe(info.canWrite);
    expect(features.filter((feature) => cannotCarry.includes(feature))).toHaveLength(cannotCarry.length);
    expect(info.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    for (const extension of info.extensions) expect(extension).toMatch(/^[a-z0-9.]+$/);
    expect(findFormat(name)).toEqual(info);
  });

  it.each(formatInfos.filter(({ canWrite, isDrawn }) => canWrite && !isDrawn).map(({ name }) => name))(
    "[F4] [F5] writes any map as %s, twice the same, with a line break at the end",
    async (name) => {
      const { write } = await loadFormat(name);
      const map = mapOf([
        aCard("c1", "claim", { text: "a", tags: ["t"] }),
        aCard("c2", "evidence", { text: "b", citations: [aCitation("z1", "s1")] }),
        anArgument("a1", ["c2"], onCard("c1")),
        aSource("s1", { title: "T" }),
      ]);
      const text = write?.(map) ?? "";
      expect(text).toMatch(/\n$/);
      expect(write?.(map)).toBe(text);
    },
  );

  it("[F6] is the one in the description", () => {
    const page = readFileSync(new URL("../../docs/spec/formats.md", import.meta.url), "utf8");
    const yes = (can: boolean): string => (can ? "yes" : "–");
    const rows = formatInfos.map(({ name, extensions, canRead, canWrite }) => {
      const endings = extensions.map((extension) => `\`.${extension}\``).join(" ");
      return `| \`${name}\` | ${endings} | ${yes(canRead)} | ${yes(canWrite)} |\n`;
    });
    expect(page).toContain(`| name | endings | in | out |\n|---|---|---|---|\n${rows.join("")}\n`);
  });

  it("[F6] knows no other names", () => {
    for (const name of ["", "papyrus", "JSON", "__proto__", "toString"])
      expect(findFormat(name)).toBeUndefined();
  });
});

describe("what a file is in", () => {
  const cases: readonly (readonly [fileName: string, text: string, format: string | undefined])[] = [
    ["map.json", '{"format": "counterpoint", "version": 1}', "json"],
    ["MAP.JSON", '\uFEFF{"version": 1, "format":"counterpoint"}', "json"],
    ["", '  {"format":"counterpoint"}', "json"],
    ["notes.txt", "* a\n  + b\n", "outline"],
    ["", "Some words", "outline"],
    ["a.argdown", "words", "argdown"],
    ["", "[a]: A\n  - b\n", "argdown"],
    ["a.txt", "words\n\n[a]\n  +> <b>\n", "argdown"],
    ["", "* a [b]\n  + b\n\n[b]: https://example.org\n", "outline"],
    ["a.json", '{"nodes": [{"nodeID": "1", "text": "a", "type": "I"}], "edges": []}', "aif"],
    ["", '{"AIF": {"nodes": [{"nodeID": 1}]}, "OVA": []}', "xaif"],
    ["a.xaif.json", "{}", "xaif"],
    ["a.json", "{}", "json"],
    ["a.xml", '<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', "graphml"],
    ["debate.txt", "Discussion Title: Parks\r\n\r\n1. Parks are good\r\n", "kialo"],
    ["", "Discussion Name:\nParks\n\n1. Thesis:\nParks are good\n", "kialo"],
    ["a.csv", "text\nParks are good\n", "csv"],
    ["", '\uFEFF"type","id","kind"\r\n', "csv"],
    ["", "---\ntitle: Parks\n---\nflowchart LR\n  a --> b\n", "mermaid"],
    ["", "[Thesis]: Parks are good\n  + <Air>\n", "argdown"],
    ["notes.txt", "===\ntitle: Parks\n===\n\nParks are good\n", "argdown"],
    ["", "Parks are good\n  - <Cost>: they cost money\n", "argdown"],
    ["", "* See [parks]\n\n[parks]: https://example.org\n", "outline"],
    ["map.mup", '{"formatVersion": 3, "ideas": {"1": {"title": "Parks"}}}', "mindmup"],
    ["", '{"id": "root", "formatVersion": 3, "ideas": {"1": {"title": "Parks"}}}', "mindmup"],
    ["a.xml", '<?xml version="1.0"?>\n<opml version="2.0">', "opml"],
    ["a.json", '[{"id": "a", "type": "book", "author": [{"family": "Li"}]}]', "csl-json"],
    ["", "% mine\n@Book{li, title = {Parks}}\n", "bibtex"],
    ["a.bib", "", "bibtex"],
    ["notes.md", "@media (print) {}\n", "markdown"],
    ["drawing.svg", '<?xml version="1.0"?><svg/>', undefined],
    ["page.html", "<!doctype html><p>", undefined],
    ["a.pdf", "%PDF-1.7\n", undefined],
    ["data.json", "[1, 2]", "json"],
    ["odd.bin", "\0\0\0", undefined],
    ["", "", undefined],
  ];
  it.each(cases)("[F6] %j %j is %s", (fileName, text, format) => {
    expect(guessFormat(fileName, text)).toBe(format);
  });

  it("[F6] is told by the ending alone when it is to be written", () => {
    expect(formatForName("a/b.json")?.name).toBe("json");
    expect(formatForName("a.aif.json")?.name).toBe("aif");
    expect(formatForName("a.papyrus")).toBeUndefined();
    expect(formatForName("json")).toBeUndefined();
  });

  it("names files with letters and digits only", () => {
    expect(asciiFileNameOf("Öffnen / schließen?", infoOf("json"))).toBe("Offnen-schlie-en.json");
    expect(asciiFileNameOf('"\r\n', infoOf("json"))).toBe("map.json");
    expect(asciiFileNameOf("x".repeat(300), infoOf("json"))).toHaveLength(65);
    expect(asciiFileNameOf("开放", infoOf("json"), "report")).toBe("map-report.json");
  });
});

describe("options of an export", () => {
  const drawn = {
    ...infoOf("json"),
    options: ["theme", "heading", "legend", "pixels", "pages", "presentation"],
  } as const;

  it("[FO1] are read by the names that they have everywhere", () => {
    const given = {
      theme: "print",
      legend: "false",
      dpi: "300",
      cards: "a,b,a",
      group: "g",
      step: "s",
    };
    expect(readExportOptions(drawn, given)).toEqual({
      ok: true,
      value: {
        ...initialExportOptions,
        theme: "print",
        legend: false,
        dpi: 300,
        cards: ["a", "b"],
        group: "g",
        step: "s",
      },
    });
    expect(readExportOptions(drawn, {})).toEqual({ ok: true, value: initialExportOptions });
  });

  it.each([
    ["theme", "pink"],
    ["legend", "yes"],
    ["scale", "1e9"],
    ["scale", "5"],
    ["dpi", "-1"],
    ["dpi", ""],
    ["cards", "a b"],
    ["cards", ""],
    ["group", "../x"],
    ["date", "x".repeat(61)],
    ["presentation", "**"],
  ] as const)("[FO1] refuse %s %j and say what may be given", (name, text) => {
    const { takes } = exportOptionRules[name];
    const read = readExportOptions(drawn, { [name]: text });
    expect(!read.ok && read.error).toEqual([expect.stringContaining(`"${name}" must be ${takes}, not `)]);
  });

  it("[FO1] are all faults at once, and those that a format does not take are among them", () => {
    const read = readExportOptions(infoOf("json"), { theme: "dark", __proto__x: "1", cards: "*" });
    expect(!read.ok && read.error).toHaveLength(3);
    expect(exportOptionsOf(infoOf("json"))).toEqual(["cards", "group", "step"]);
  });

  it("[FO1] are those that the format heeds", () => {
    const has = (name: FormatName) =>
      exportOptionsOf(infoOf(name)).filter((option) => !scope.includes(option));
    const scope = ["cards", "group", "step"];
    expect(has("pptx")).toEqual([
      "theme",
      "sources",
      "notes",
      "schemes",
      "standings",
      "lang",
      "presentation",
    ]);
    expect(has("html")).toEqual([
      "theme",
      "title",
      "legend",
      "sources",
      "notes",
      "schemes",
      "standings",
      "lang",
      "date",
    ]);
    expect(has("markdown")).toEqual(["lang"]);
    expect(has("svg")).toContain("fonts");
    expect(has("png")).not.toContain("fonts");
  });

  it.each([
    [{ turn: "portrait" }, '"turn" is about paper'],
    [{ spread: "tiles", page: "fit" }, '"spread" is about paper'],
    [{ scale: "2", dpi: "300" }, '"scale" and "dpi" both say how many pixels'],
  ] as const)("[FO1] that would change nothing beside others (%j) are a fault", (given, said) => {
    const read = readExportOptions(drawn, given);
    expect(!read.ok && read.error).toEqual([expect.stringContaining(said)]);
    expect(readExportOptions(drawn, { turn: "portrait", spread: "tiles", page: "a4" }).ok).toBe(true);
  });

  it.each([
    [{ title: "false" }, '"title" changes nothing'],
    [{ legend: "false" }, '"legend" changes nothing'],
    [{ sources: "false" }, '"sources" changes nothing'],
    [{ ground: "transparent" }, '"ground" changes nothing'],
    [{ spread: "tiles", page: "a4" }, '"spread" changes nothing'],
    [{ cards: "c1" }, '"cards" takes a part'],
    [{ step: "s" }, '"step" takes a part'],
  ] as const)("[FO1] of a handout that would change nothing (%j) are a fault", (given, said) => {
    const read = readExportOptions(infoOf("pdf"), { presentation: "*", ...given });
    expect(!read.ok && read.error).toEqual([expect.stringContaining(said)]);
  });

  it("[FO1] of a handout and of slides that change something are none", () => {
    for (const given of [{ turn: "landscape" }, { page: "a3", notes: "false" }, { theme: "print" }])
      expect(readExportOptions(infoOf("pdf"), { presentation: "p1", ...given }).ok).toBe(true);
    expect(readExportOptions(infoOf("pptx"), { presentation: "p1", sources: "false" }).ok).toBe(true);
    expect(readExportOptions(infoOf("pptx"), { presentation: "p1", group: "g" }).ok).toBe(false);
  });

  it("[F7] choose a part with what stands wholly in it", () => {
    const map = mapOf([
      aCard("c1", "claim", { group: group("g1") }),
      aCard("c2", "claim", { group: group("g1") }),
      aCard("c3"),
      anArgument("a1", ["c2"], onCard("c1")),
      anArgument("a2", ["c3"], onCard("c1")),
      aCard("c4"),
      anArgument("a3", ["c4"], onArgument("a2"), { polarity: "oppose" }),
      aStep("t1", ["a3"]),
      aStep("t2", ["c2"]),
      aGroup("g1"),
    ]);
    const idsOf = (chosen: Record<string, string>): readonly string[] => {
      const read = readExportOptions(infoOf("json"), chosen);
      return read.ok ? [...partOf(map, read.value).records.keys()].sort() : [];
    };
    expect(idsOf({ group: "g1" })).toEqual(["a1", "c1", "c2", "g1"]);
    expect(idsOf({ cards: "c1,c3" })).toEqual(["a2", "c1", "c3"]);
    expect(idsOf({ cards: "c1,c3", group: "g1" })).toEqual(["c1"]);
    expect(idsOf({ cards: "gone" })).toEqual([]);
    expect(idsOf({ step: "t1" })).toEqual(["a2", "a3", "c1", "c3", "c4"]);
    expect(idsOf({ step: "t2" })).toEqual(["c2"]);
    expect(idsOf({ step: "gone" })).toEqual([]);
    expect(idsOf({})).toEqual([...map.records.keys()].sort());
  });
});
