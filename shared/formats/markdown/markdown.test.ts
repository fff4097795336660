import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlainMap, recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { arbitraryOutlineMap } from "../../../tests/fixtures/formats/arbitrary-outline-map.ts";
import { expectTotal } from "../../../tests/fixtures/formats/fuzz.ts";
import { told } from "../../../tests/fixtures/formats/outline.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import {
  aCard,
  aCitation,
  aConflict,
  anArgument,
  aSource,
  card,
  group,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import type { ExportLanguage } from "../export-options.ts";
import { markdown } from "./index.ts";

const read = readWith(markdown);
const write = (map: PlainMap, lang?: ExportLanguage): string => markdown.write?.(map, lang) ?? "";
const meaning = (map: PlainMap): readonly string[] => [...told(map)].sort();

const park: PlainMap = {
  ...mapOf([
    aCard("q1", "question", { text: "Pave the path?", createdAt: 1 }),
    aCard("q2", "question", { text: "Who pays?", parent: card("q1"), createdAt: 2 }),
    aCard("c1", "claim", { text: "Pave it", answers: [card("q1")], createdAt: 3 }),
    aCard("c2", "evidence", {
      text: "It pays <b>off</b>",
      createdAt: 4,
      citations: [aCitation("z1", "s1", { locator: "p. 3", quote: "in ten\nyears" }), aCitation("z2", "s2")],
    }),
    aCard("c3", "claim", { text: "Wheels need\n\n# firm ground", createdAt: 5 }),
    aCard("c4", "claim", { text: "1. Gravel is firm", createdAt: 6 }),
    aCard("c5", "claim", { text: "Nobody walks there", createdAt: 7, group: group("g1") }),
    aCard("c6", "claim", { text: "The town pays", answers: [card("q2")], createdAt: 8 }),
    anArgument("a1", ["c2", "c3"], onCard("c1"), { createdAt: 9 }),
    anArgument("a2", ["c4"], onArgument("a1"), { polarity: "oppose", createdAt: 10 }),
    anArgument("a3", ["c5"], onCard("c6"), { polarity: "oppose", createdAt: 11 }),
    anArgument("a4", ["c4"], onCard("c5"), { createdAt: 12 }),
    aConflict("k1", "c1", "c5"),
    aSource("s1", { title: "Parks [2026]", url: "https://example.org/p", creator: "Ada", date: "2026" }),
    aSource("s2", { title: "A walk" }),
    { type: "group", id: group("g1"), title: "Walkers", color: null, createdAt: 1 },
  ]),
  meta: { title: "The path?", createdAt: 1 },
};

describe("Markdown", () => {
  it("[FM1, FM2, FM3] is for reading", () => {
    expect(write(park)).toBe(`# The path? <!-- title -->

## Pave the path?

- Pave it
  - **Because:** evidence: It pays \\<b\\>off\\</b\\>[^1][^2]
  - **Together with:** Wheels need

    \\# firm ground
    - **Undercut:** 1\\. Gravel is firm

### Who pays?

- The town pays
  - **But:** Nobody walks there
    - **Because:** see: 1\\. Gravel is firm

## Exclude each other <!-- end -->

- Pave it ↔ Nobody walks there

## Sources <!-- end -->

- Ada: [Parks \\[2026\\]](https://example.org/p) (2026)
- *A walk*

[^1]: [Parks \\[2026\\]](https://example.org/p), p. 3: “in ten years”
[^2]: *A walk*
`);
  });

  it("[FM4] gives back its cards and arguments, its title, and its sources by title and address", () => {
    const { map, diagnostics } = read(write(park));
    expect(diagnostics).toEqual([]);
    expect(meaning(map)).toEqual(meaning(park));
    expect(map.meta.title).toBe("The path?");
    expect(meaning(read(write(example)).map).length).toBeGreaterThan(recordsOf(example, "card").length);
    fc.assert(
      fc.property(arbitraryOutlineMap, (some) => {
        const again = read(write(some));
        expect(meaning(again.map)).toEqual(meaning(some));
        expect(again.diagnostics).toEqual([]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("[F4] holds no HTML but its own marks, and is the same for the same map", () => {
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        const text = write(map);
        expect(text.replace(/ <!-- (?:title|group|end) -->$/gm, "")).not.toMatch(/(?<!\\)[<&]/);
        const records = new Map([...map.records].reverse());
        expect(write({ ...map, records })).toBe(text);
        expect(text.endsWith("\n")).toBe(true);
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  it("[FM4] takes the title of front matter, and what notes begin with", () => {
    const { map } = read(
      "---\ntitle: 'Notes: all'\n---\n- evidence: a[^x] b\n- c \\[^x] [^gone]\n\n[^x]: [Page](https://example.org) says so\n",
    );
    expect(map.meta.title).toBe("Notes: all");
    expect(told(map)).toEqual(["evidence: a b [Page <https://example.org>]", "claim: c [^x] [^gone]"]);
  });

  it("[F1] is read whatever it is", () => {
    expectTotal(
      read,
      [write(park), write(example).slice(0, 4_000)],
      [..."#-*_[]()<>`\\:^.1 ", "[^1]", "<!-- end -->", "---\n", "**Because:** "],
    );
  });
});

describe("Markdown with Chinese words", () => {
  it("[FM2] says in Chinese how an item speaks, and what kind of card it is", () => {
    const text = write(park, "zh");
    for (const words of [
      "**因为：** 证据：",
      "**连同：** ",
      "**质疑这一步：** ",
      "**但是：** ",
      "见：",
      "## 互相排斥",
      "## 来源",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Because|But:|Together|Undercut|evidence:|see:|Sources|Exclude/);
  });

  it("[FM4] is read like the English", () => {
    expect(meaning(read(write(park, "zh")).map)).toEqual(meaning(read(write(park)).map));
    fc.assert(
      fc.property(arbitraryOutlineMap, (map) => {
        expect(meaning(read(write(map, "zh")).map)).toEqual(meaning(read(write(map)).map));
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
