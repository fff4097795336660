import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMap, type PlainMap, recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { expectTotal } from "../../../tests/fixtures/formats/fuzz.ts";
import { meaningOf } from "../../../tests/fixtures/formats/meaning-of.ts";
import { told } from "../../../tests/fixtures/formats/outline.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { outline } from "../outline/index.ts";
import { opml } from "./index.ts";

const read = readWith(opml);
const readText = readWith(outline);
const write = opml.write ?? String;
const writeText = outline.write ?? String;

/** A source is named on one line. */
function withPlainSources(map: PlainMap): PlainMap {
  const plain = (words: string): string => words.replace(/[\s()]+/gu, " ");
  const records = [...map.records.values()].map((record) =>
    record.type === "source" ? { ...record, title: plain(record.title), url: plain(record.url) } : record,
  );
  return { ...map, records: new Map(records.map((record) => [record.id, record])) };
}

describe("OPML of ours", () => {
  it("[FL1] comes back as the outline of the map does", () => {
    expect(told(read(write(example)).map)).toEqual(told(readText(writeText(example)).map));
    expect(read(write(example)).map.meta.title).toBe(example.meta.title);
    fc.assert(
      fc.property(arbitraryLawfulMap().map(withPlainSources), (map) => {
        const { map: back, diagnostics } = read(write(map));
        const asText = readText(writeText(map));
        expect(told(back)).toEqual(told(asText.map));
        expect(diagnostics.map(({ code }) => code)).toEqual(asText.diagnostics.map(({ code }) => code));
        // What is not there at all would be the same both ways.
        const hasWords = (of: PlainMap) => recordsOf(of, "card").some(({ text }) => text.trim() !== "");
        expect(hasWords(back)).toBe(hasWords(map));
        expect(checkMap(back)).toEqual([]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("OPML of others", () => {
  it("[FL2] becomes questions, claims, reasons and sources", () => {
    const text = `<?xml version="1.0"?>
<opml version="1.0"><head><title>Noise</title></head><body>
  <outline text="Should cars leave the square?">
    <outline text="Yes">
      <outline text="con: Shops fear for their trade" _note="They said so in May."/>
      <outline text="&lt;b&gt;It is loud&lt;/b&gt;"/>
      <outline text="Noise report" type="link" url="https://example.org/noise"/>
    </outline>
  </outline>
</body></opml>`;
    const { map, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(map.meta.title).toBe("Noise");
    expect(meaningOf(map)).toEqual([
      '("It is loud" support "Yes")',
      '("Noise report" support "Yes")',
      '("Shops fear for their trade\\n\\nThey said so in May." oppose "Yes")',
      'claim "It is loud"',
      'claim "Shops fear for their trade\\n\\nThey said so in May."',
      'claim "Yes" answers "Should cars leave the square?"',
      'evidence "Noise report"',
      'map "Noise"',
      'question "Should cars leave the square?"',
    ]);
  });

  it("[FL3] says on which line of the file something was found", () => {
    const text =
      '<opml version="2.0"><body>\n<outline text="a">\n<outline text="see: b"/></outline></body></opml>';
    expect(read(text).diagnostics).toMatchObject([{ code: "OUTLINE_NOT_FOUND", line: 3 }]);
    expect(read("<html/>").diagnostics).toMatchObject([{ code: "OPML_NOT_OPML", severity: "error" }]);
  });

  it("[F1, F3] never makes the reader throw or the map unlawful", () => {
    const pieces = [
      "<",
      ">",
      "&",
      '"',
      "</outline>",
      '<outline text="pro: a">',
      '<outline text="see: a"/>',
      "- ",
      "* ",
      "&#10;",
      "_note",
      "Q: ",
    ];
    expectTotal(read, [write(example).slice(0, 4_000), write(example)], pieces);
  });
});
