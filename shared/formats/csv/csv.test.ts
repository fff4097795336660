import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap, hostileText } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { expectTotal } from "../../../tests/fixtures/formats/fuzz.ts";
import { meaningOf } from "../../../tests/fixtures/formats/meaning-of.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { aCard, anArgument, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { guarded, unguarded } from "./guard.ts";
import { csv } from "./index.ts";

const read = readWith(csv);
const write = csv.write ?? String;
const small = mapOf([
  aCard("c1", "claim", { text: 'Cars are "loud", and\nslow', tags: ["noise", "air"] }),
  aCard("c2", "claim", { text: "=1+1" }),
  anArgument("a1", ["c2"], onCard("c1"), { polarity: "oppose" }),
]);

describe("tables of ours", () => {
  it("[FC1] come back as the same map, and the same map is the same table", () => {
    expect(read(write(example))).toEqual({ map: example, diagnostics: [] });
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        expect(read(write(map))).toEqual({ map, diagnostics: [] });
        expect(write({ ...map, records: new Map([...map.records].reverse()) })).toBe(write(map));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("[FC1, FC2] are CSV by RFC 4180 with a byte order mark, a row for each record", () => {
    const [head = "", ...rows] = write(small).split("\r\n");
    expect(head).toMatch(/^\uFEFFtype,id,kind,text,title,polarity,premises,target,members,/u);
    expect(rows).toEqual([
      expect.stringMatching(/^map,/u),
      expect.stringMatching(/^card,c1,claim,"Cars are ""loud"", and\nslow",,,,,,,,,,"noise; air",/u),
      expect.stringMatching(/^card,c2,claim,'=1\+1,/u),
      expect.stringMatching(/^argument,a1,,,,oppose,c2,c1,/u),
      "",
    ]);
  });

  it("[FC3] hold nothing that a spreadsheet computes with", () => {
    for (const risky of [
      "=1+1",
      "+1+1",
      "-1+1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      " =1",
      "＝1",
      "'=1",
      "''=1",
      "'\t",
    ]) {
      expect(guarded(risky)).toBe(`'${risky}`);
    }
    for (const plain of ["", "-5", "-0.25", "-1e-7", "a=1", "'tis", "1-1"])
      expect(guarded(plain)).toBe(plain);
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string()), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(/^[=+@\t\r]/u);
      }),
      { seed: 1, numRuns: 1_000 },
    );
  });
});

describe("tables of others", () => {
  const said = (text: string): readonly string[] => meaningOf(read(text).map);

  it("[FC4] become cards by their column of words", () => {
    expect(said("Nr;Claim;Tags\n1;Cars are loud;noise\n2;Who pays?;\n;;\n")).toEqual([
      'claim "Cars are loud"',
      'map ""',
      'question "Who pays?"',
    ]);
    expect(said("text\ttarget\nA\tB\n")).toEqual(['claim "A"', 'map ""']);
    expect(said("Cars are loud\nCars are slow\n")).toEqual([
      'claim "Cars are loud"',
      'claim "Cars are slow"',
      'map ""',
    ]);
    expect(said("title,kind\nShould cars leave,question\n")).toEqual([
      'map ""',
      'question "Should cars leave"',
    ]);
  });

  it("[FC4] mean by columns of ours what ours mean", () => {
    const rows = [
      "type,id,text,premises,target,polarity",
      "card,x,A,,,",
      "card,y,B,,,",
      "argument,,,y,x,oppose",
    ];
    expect(said(`${rows.join("\n")}\n`)).toEqual(['("B" oppose "A")', 'claim "A"', 'claim "B"', 'map ""']);
  });

  it("[FC2] may have anything between ids that is none", () => {
    const rows = [
      "type,id,text,premises,target",
      "card,x,A,,",
      "card,y,B,,",
      "card,z,C,,",
      'argument,,,"y, z",x',
    ];
    expect(said(rows.join("\n"))).toContain('("B" & "C" support "A")');
  });

  it("[FC5] are told what is wrong with them, and where", () => {
    expect(read("").diagnostics).toMatchObject([{ code: "CSV_NO_TEXT", severity: "error" }]);
    expect(read("a,b\n1,2\n").diagnostics).toMatchObject([{ code: "CSV_NO_TEXT", line: 1 }]);
    expect(read('text,title\n"a\nb",\nc,"d\n').diagnostics).toMatchObject([
      { code: "CSV_SYNTAX", severity: "error", line: 4, column: 3 },
    ]);
    const rows = [
      "type,id,text,premises,target,base",
      "card,c1,A,,,",
      "argument,a1,,c1,c9,",
      "card,c2,B,,,7",
    ];
    expect(read(rows.join("\n")).diagnostics).toMatchObject([
      { code: "CSV_BAD_VALUE", line: 4 },
      { code: "CSV_HALF_ARGUMENT", line: 3 },
    ]);
  });

  it("[FC4] tell which columns have no place in a map, and what else of a card is lost", () => {
    const rows = ["text;status;name;creator;x;y", "A;open;;Ada;one;2", "B;;b;;1;2", "C;done;;;;"];
    const { map, diagnostics } = read(rows.join("\n"));
    expect(recordsOf(map, "card")).toHaveLength(3);
    expect(diagnostics.map(({ code, message, line }) => `${code} ${message} ${line}`)).toEqual([
      'CSV_BAD_VALUE What "x" says here cannot be kept; it was left out or cut. 2',
      'CSV_COLUMN_LEFT_OUT Maps have no place for "status"; it was left out, 2 times. 2',
      'CSV_COLUMN_LEFT_OUT Maps have no place for "creator"; it was left out. 2',
      'CSV_COLUMN_LEFT_OUT Maps have no place for "name"; it was left out. 3',
    ]);
  });

  it("[F1, F3] never make the reader throw or the map unlawful", () => {
    const pieces = [
      ",",
      ";",
      '"',
      '""',
      "\r\n",
      "'=",
      "c1",
      "a1",
      "argument",
      "conflict",
      "step",
      "[1]",
      '["c1"]',
      "question",
    ];
    expectTotal(read, [write(small), write(example).slice(0, 4_000), "text;tags\na;b\n"], pieces);
  });

  it("[F1] take lines of megabytes and tables of nothing", () => {
    const begun = performance.now();
    expect(recordsOf(read(`text\n${"x".repeat(5_000_000)}\n`).map, "card")).toHaveLength(1);
    expect(read(`text${",".repeat(5_000_000)}\na`).map.records.size).toBe(1);
    expect(read(`text\n${"\n".repeat(5_000_000)}`).map.records.size).toBe(0);
    expect(read(`text\n${"a\n".repeat(100_000)}`).diagnostics).toMatchObject([{ code: "CSV_TOO_LARGE" }]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
