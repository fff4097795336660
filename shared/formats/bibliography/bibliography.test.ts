import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkMap,
  createIdSource,
  type PlainMap,
  ratings,
  recordsOf,
  type Source,
} from "#shared/model/index.ts";
import { aCard, aSource, mapOf } from "../../../tests/fixtures/model/build.ts";
import { cutToTitle } from "../building/index.ts";
import { lossesOf } from "../features.ts";
import type { ReadResult, TextFormat } from "../format.ts";
import { bibtex, cslJson } from "./index.ts";

type Told = Omit<Source, "id" | "type" | "createdAt">;

/** Of the processor, whatever else it does; what grows with the square of the length takes minutes. */
const maxMicroseconds = 15_000_000;

function read(format: TextFormat, text: string): ReadResult {
  let count = 0;
  const createId = createIdSource(() => `b${++count}`);
  return format.read?.(text, { createId, now: 1_000_000, author: "" }) ?? expect.unreachable();
}

function write(format: TextFormat, map: PlainMap): string {
  return format.write?.(map) ?? expect.unreachable();
}

function told(map: PlainMap): readonly Told[] {
  return recordsOf(map, "source").map(({ id: _, type: __, createdAt: ___, ...source }) => source);
}

const codes = (format: TextFormat, text: string): readonly string[] =>
  read(format, text).diagnostics.map(({ code, line, path }) => [code, line ?? path].join(" ").trim());

/** The one source that a BibTeX entry comes to. */
const entry = (fields: string): Told | undefined => told(read(bibtex, `@article{k,${fields}}`).map)[0];

const examples = mapOf([
  aCard("c1"),
  aSource("s1", {
    title: "Paths & <i>parks</i>: 100% of $5 #1 {a_b} \\cite{x} ~ ^ -- ``q''",
    creator: "Byron, Ada; O'Neill, Séan",
    date: "2026-03-12",
    url: "https://example.org/a_b?c=1&d=%7E#e",
    note: "two lines\n  the second -- --- done ",
    credibility: "strong",
  }),
  aSource("s2", { title: "T", creator: "Parks, Roads and Co", date: "March 2026" }),
  aSource("s3", { title: "U", creator: "Byron, Ada", date: "2026-04" }),
  aSource("s4", { url: "https://example.org" }),
]);

const units = [
  ...[
    "a",
    "B",
    "é",
    "字",
    "😀",
    " ",
    "  ",
    "\n",
    ",",
    ", ",
    ";",
    "; ",
    " and ",
    "and",
    ".",
    "-",
    "--",
    "'",
    "''",
    "`",
    '"',
  ],
  ...[
    "\\",
    "\\par",
    "\\ ",
    "{",
    "}",
    "{}",
    "$",
    "%",
    "&",
    "&#60;",
    "&amp;",
    "#",
    "_",
    "^",
    "~",
    "@",
    "@misc{",
    "=",
    "<",
    "<i>",
    "</b>",
  ],
  ...["2026", "1", "\u00a0", "“", "–", "ß", "ı"],
];
const words = fc.array(fc.constantFrom(...units), { maxLength: 8 }).map((parts) => parts.join(""));
const date = fc.oneof(
  words,
  fc.constantFrom(
    "2026",
    "2026-02",
    "2026-02-30",
    "2026-13",
    "0044",
    "12026",
    "2026-1",
    "2026/2027",
    "May 1",
  ),
);
const url = fc.oneof(fc.constant(""), fc.webUrl({ withQueryParameters: true, withFragments: true }));
const sources = fc.array(
  fc.record({
    title: words,
    creator: fc.oneof(
      words,
      fc.constantFrom("Byron, Ada", "van Gogh, Vincent; Byron, Ada", "WHO", "A, B, C", "A,B"),
    ),
    date,
    url,
    note: words,
    credibility: fc.option(fc.constantFrom(...ratings)),
  }),
  { maxLength: 5 },
);

/** As readers give it back: titles, names and dates on one line. */
function normal({ title, creator, date: when, url: address, note, credibility }: Told): Told {
  const line = (text: string): string => cutToTitle(text);
  return {
    title: line(title),
    creator: line(creator),
    date: line(when),
    url: address,
    note,
    credibility,
  };
}

describe.each([
  ["csl-json", cslJson],
  ["bibtex", bibtex],
] as const)("bibliographies in %s", (name, format) => {
  it("[FB1, F5] gives back any sources", () => {
    fc.assert(
      fc.property(sources, (given) => {
        const map = mapOf(
          given.map(normal).map((source, index) => aSource(`s${index}`, { ...source, createdAt: index })),
        );
        const again = read(format, write(format, map));
        expect(told(again.map)).toEqual(given.map(normal));
        expect(again.diagnostics).toEqual([]);
      }),
      { seed: 1, numRuns: 3_000 },
    );
  });

  it("[F4] writes the same map as the same bytes, and nothing but its sources", () => {
    const backwards = { ...examples, records: new Map([...examples.records].reverse()) };
    expect(write(format, backwards)).toBe(write(format, examples));
    expect(lossesOf(examples, format.cannotCarry)).toEqual([{ feature: "cards", count: 1 }]);
    expect(recordsOf(read(format, write(format, examples)).map, "card")).toEqual([]);
    expect(told(read(format, write(format, mapOf([]))).map)).toEqual([]);
  });

  it("[F1] reads whatever becomes of a file", () => {
    const pieces = ["", "{", "}", "[", '"', "@a{", "\\", " and ", "#", ",", "null", "\n@", "=", "\ud800"];
    const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), fc.constantFrom(...pieces));
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
        const mutated = cuts.reduce(
          (text, [at, length, piece]) => {
            const index = Math.floor(at * text.length);
            return text.slice(0, index) + piece + text.slice(index + length);
          },
          write(format, examples),
        );
        const { map, diagnostics } = read(format, mutated);
        expect(checkMap(map)).toEqual([]);
        if (diagnostics.some(({ severity }) => severity === "error")) expect(map.records.size).toBe(0);
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 2_000) },
    );
  });

  it("[F1] takes large and deep files in a moment", () => {
    const started = process.cpuUsage();
    const many = 60_000;
    const texts =
      name === "bibtex"
        ? [
            "@a{k,t={".repeat(many),
            "@a{k,t={\n".repeat(many),
            `@a{k,t=${"{".repeat(many)}${"}".repeat(many)}}`,
            `@string{a="${"x".repeat(50_000)}"}${"@a{k,title=a,note=a # a # a}\n".repeat(2_000)}`,
            `@string{a="xx"}${Array.from({ length: 60 }, () => "@string{a=a # a}").join("\n")}@a{k,t=a}`,
            `@a{k,author={${" ".repeat(90_000)}and${"\\'".repeat(40_000)}}}`,
            `@a{k,author={${"A and ".repeat(30_000)}B}}`,
            `@a{k${" ".repeat(many * 10)}`.repeat(5),
            "@a{b}".repeat(many),
          ]
        : [
            `${"[".repeat(many)}`,
            JSON.stringify([{ type: "book", author: Array(many).fill({ family: "A", given: "B" }) }]),
            JSON.stringify([{ title: "<i".repeat(many) }]),
            JSON.stringify(Array(many).fill({ type: "book" })),
          ];
    for (const text of texts) read(format, text);
    expect(process.cpuUsage(started).user).toBeLessThan(maxMicroseconds);
  });
});

describe("CSL-JSON", () => {
  it("[FB2] is what citation processors read", () => {
    expect(JSON.parse(write(cslJson, examples)).slice(0, 2)).toEqual([
      {
        id: "s1",
        type: "webpage",
        title: "Paths & &#60;i>parks&#60;/i>: 100% of $5 #1 {a_b} \\cite{x} ~ ^ -- ``q''",
        author: [
          { family: "Byron", given: "Ada" },
          { family: "O'Neill", given: "Séan" },
        ],
        issued: { "date-parts": [[2026, 3, 12]] },
        URL: "https://example.org/a_b?c=1&d=%7E#e",
        note: "two lines\n  the second -- --- done ",
        custom: { credibility: "strong" },
      },
      {
        id: "s2",
        type: "document",
        title: "T",
        author: [{ literal: "Parks, Roads and Co" }],
        issued: { literal: "March 2026" },
      },
    ]);
  });

  it("[FB3] reads names, dates, markup and where a work appeared", () => {
    const items = [
      {
        type: "article-journal",
        title: "On <i>paths</i>",
        author: [
          { family: "Beethoven", "non-dropping-particle": "van", given: "Ludwig", suffix: "Jr." },
          { literal: "Parks Office" },
        ],
        editor: [{ family: "Byron", given: "Ada" }],
        issued: { "date-parts": [["2020", 3], [2021]] },
        DOI: "10.1/x",
        "container-title": "Parks",
        volume: 12,
        issue: "3",
        page: "1-2",
        publisher: "Press",
        "publisher-place": "Bath",
        ISBN: "1",
        note: "seen",
      },
      {
        type: "book",
        editor: [{ family: "Solo" }],
        issued: { raw: "spring" },
        URL: "https://example.org",
        DOI: "10.1/y",
      },
    ];
    expect(told(read(cslJson, JSON.stringify({ items })).map)).toMatchObject([
      {
        title: "On paths",
        creator: "van Beethoven, Ludwig, Jr.; Parks Office",
        date: "2020-03/2021",
        url: "https://doi.org/10.1/x",
        note: "Parks 12 (3), 1-2. Ed. Byron, Ada. Press, Bath. ISBN 1.\nseen",
      },
      { title: "", creator: "Solo", date: "spring", note: "doi:10.1/y." },
    ]);
    expect(told(read(cslJson, '{"type":"book","title":"One"}').map)).toMatchObject([{ title: "One" }]);
  });

  it("[FB6] says what is none", () => {
    expect(codes(cslJson, "{")).toEqual(["JSON_SYNTAX 1"]);
    expect(codes(cslJson, "[1]")).toEqual(["CSL_NOT_CSL"]);
    expect(codes(cslJson, '{"nodes":[]}')).toEqual(["CSL_NOT_CSL"]);
    expect(codes(cslJson, '[{"type":"book"},7]')).toEqual(["CSL_NOT_A_WORK [1]"]);
    expect(codes(cslJson, JSON.stringify(Array(50_001).fill({ type: "book" })))).toEqual(["CSL_TOO_LARGE"]);
  });
});

/** What another program makes of either, as CSL-JSON. */
function readByCitationJs(text: string): readonly Readonly<Record<string, unknown>>[] {
  const require = createRequire(import.meta.url);
  require("@citation-js/plugin-bibtex");
  const { plugins } = require("@citation-js/core") as Readonly<{
    plugins: { input: { chain: (text: string, options: object) => readonly Record<string, unknown>[] } };
  }>;
  return plugins.input.chain(text, { generateGraph: false });
}

describe("BibTeX", () => {
  it("[FB4] says to another program what CSL-JSON says", () => {
    const sayings = (format: TextFormat) =>
      readByCitationJs(write(format, examples)).map(({ title, issued, URL: url, author }) => ({
        title,
        issued,
        url,
        author,
      }));
    const [first, , ...others] = sayings(cslJson);
    const plain = { ...first, title: String(first?.["title"]).replaceAll("&#60;", "<") };
    const [again, office, ...rest] = sayings(bibtex);
    expect([again, ...rest]).toEqual([plain, ...others]);
    expect(office).toMatchObject({ title: "T", author: [{ family: "Parks, Roads and Co" }] });
  });

  it("[FB4] is what LaTeX takes, with keys of name and year", () => {
    expect(write(bibtex, examples)).toBe(`@misc{byron2026,
  author = {Byron, Ada and O'Neill, Séan},
  title = {{Paths \\& <i>parks</i>: 100\\% of \\$5 \\#1 \\textbraceleft{}a\\_b\\textbraceright{} \\textbackslash{}cite\\textbraceleft{}x\\textbraceright{} \\textasciitilde{} \\textasciicircum{} -{}- \`{}\`q'{}'}},
  year = {2026},
  month = mar,
  day = {12},
  url = {https://example.org/a_b?c=1&d=%7E#e},
  annote = {two lines\\par{}\\ \\ the second -{}- -{}-{}- done\\ },
  credibility = {strong},
}

@misc{parks2026,
  author = {{Parks, Roads and Co}},
  title = {{T}},
  year = {March 2026},
}

@misc{byron2026-2,
  author = {Byron, Ada},
  title = {{U}},
  year = {2026},
  month = apr,
}

@misc{source,
  url = {https://example.org},
}
`);
  });

  it("[FB5] reads names as BibTeX does", () => {
    const creatorOf = (author: string): string => entry(`author={${author}}`)?.creator ?? "";
    expect(creatorOf("Ludwig van Beethoven and Byron, Ada")).toBe("van Beethoven, Ludwig; Byron, Ada");
    expect(creatorOf("{Parks and Roads} AND  others")).toBe("Parks and Roads; et al.");
    expect(creatorOf("King, Jr., Martin and Plato")).toBe("King, Martin, Jr.; Plato");
    expect(creatorOf("{\\'E}mile {de la Tour}")).toBe("de la Tour, Émile");
    expect(creatorOf("{A} {B}")).toBe("B, A");
    expect(entry("editor={Ada Byron}")?.creator).toBe("Byron, Ada");
  });

  it("[FB5] reads accents, signs, ligatures, white space and commands", () => {
    const titleOf = (title: string): string => entry(`title={${title}}`)?.title ?? "";
    expect(titleOf('{\\"o}\\"{O}\\\'\\i \\c{c}\\v s\\ss{} \\aa\\~n {\\L}odz')).toBe("öÖíçšß åñ Łodz");
    expect(titleOf("``A'' -- B---C\\,D~E \\& \\% \\{x\\} $x^2$")).toBe("“A” – B—C D E & % {x} x^2");
    expect(titleOf("A {Title}\n   of \\emph{two} \\TeX{} \\textbf{lines}")).toBe("A Title of two TeX lines");
    expect(titleOf("\\constructor{a} \\__proto__")).toBe("a __proto__");
  });

  it("[FB5] reads fields in braces, quotes, numbers and abbreviations, dates, and where a work appeared", () => {
    const text = `% a comment with an @ sign
@string{press = "The " # {Press}}
@preamble{"\\newcommand{\\x}{y}"}
@Comment{ @book{no, title={No}} }
@book(k1, title = "A {"}quoted{"} one", publisher = press # " Ltd", year = 1843, month = oct # "", address={Bath})
@article{k2, title={Two}, journal={Parks}, volume=1, number=2, pages={3--4}, date={2020-05}, doi={10.1/x}, abstract={a}}
@online{title={Three}, howpublished={\\url{https://example.org/a\\_b}}, month={1 May}, year={2001}}
@misc{k4, title={Four}, year=2001, month=5, day=7, annote={a}, note={b}, abstract={c}, crossref={k1}}
`;
    const { map, diagnostics } = read(bibtex, text);
    expect(told(map)).toMatchObject([
      { title: 'A "quoted" one', date: "1843-10", note: "The Press Ltd, Bath." },
      { title: "Two", date: "2020-05", url: "https://doi.org/10.1/x", note: "Parks 1 (2), 3–4." },
      { title: "Three", date: "1 May 2001", url: "https://example.org/a_b" },
      { title: "Four", date: "2001-05-07", note: "a\nb" },
    ]);
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["BIBTEX_FIELDS_LEFT_OUT", "info", 'Sources have no place for "abstract" (2), "crossref" (1).'],
    ]);
  });

  it("[F1] [FB5] lets abbreviations make ten times as much of a file, and says where it no longer does", () => {
    const doubled = Array.from({ length: 20 }, () => "@string{a = a # a}\n").join("");
    const text = `@string{a = "ab"}\n${doubled}@misc{k, title = a}\n@misc{l, title = a}\n`;
    const { map, diagnostics } = read(bibtex, text);
    const chars = told(map).reduce((sum, { title = "" }) => sum + title.length, 0);
    expect(chars).toBeLessThan(10_000 + 10 * text.length);
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain("BIBTEX_TOO_MANY_WORDS 13");
  });

  it("[FB6] leaves out what is broken, says where, and reads on", () => {
    const text =
      "@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n@misc{d title}\n@misc{e, title={E}}\n";
    expect(told(read(bibtex, text).map).map(({ title }) => title)).toEqual(["A", "C", "", "E"]);
    expect(codes(bibtex, text)).toEqual(["BIBTEX_BROKEN_ENTRY 2"]);
    expect(codes(bibtex, "no entries")).toEqual(["BIBTEX_NO_ENTRY"]);
    expect(codes(bibtex, " \n")).toEqual([]);
    expect(codes(bibtex, "@a{b}".repeat(50_001))).toEqual(["BIBTEX_TOO_LARGE"]);
  });
});
