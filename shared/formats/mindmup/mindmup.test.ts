import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlainMap, recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { expectTotal } from "../../../tests/fixtures/formats/fuzz.ts";
import { meaningOf } from "../../../tests/fixtures/formats/meaning-of.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { aCard, anArgument, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { mindmup } from "./index.ts";

const read = readWith(mindmup);
const write = mindmup.write ?? String;

const node = (id: number, title: string, ideas: object = {}, attr: object = {}) => ({
  id,
  title,
  attr,
  ideas,
});
const file = (ideas: object, more: object = {}): string =>
  JSON.stringify({ id: "root", formatVersion: 3, title: "Noise", ideas, ...more });

describe("MindMup maps of ours", () => {
  it("[FI1] come back as the same map", () => {
    expect(read(write(example))).toEqual({ map: example, diagnostics: [] });
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        expect(read(write(map))).toEqual({ map, diagnostics: [] });
        expect(write({ ...map, records: new Map([...map.records].reverse()) })).toBe(write(map));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("[FI1] may be as deep as a map is", () => {
    const count = 1_000;
    const ids = Array.from({ length: count }, (_, n) => `c${n}`);
    const deep: PlainMap = mapOf([
      ...ids.map((id) => aCard(id)),
      ...ids.slice(1).map((id, n) => anArgument(`a${n}`, [id], onCard(`c${n}`))),
    ]);
    expect(read(write(deep)).map.records).toEqual(deep.records);
  });
});

describe("MindMup maps of others", () => {
  it("[FI2, FI3] become claims with the groups that speak for and against them, by rank", () => {
    const premises = {
      10: node(5, "second\n"),
      9: node(4, "first\n", {}, { styleNames: ["attr_implicit_claim"] }),
    };
    const against = node(3, "group", premises, { group: "opposing", contentLocked: "true" });
    const { map, diagnostics } = read(file({ 1: node(1, "The town is loud\n", { 1: against }) }));
    expect(diagnostics).toEqual([]);
    expect(meaningOf(map)).toEqual([
      '("first" & "second" oppose "The town is loud")',
      'claim "The town is loud"',
      'claim "first"',
      'claim "second"',
      'map "Noise"',
    ]);
    expect(recordsOf(map, "card").flatMap(({ tags }) => tags)).toEqual(["implicit"]);
  });

  it("[FI4] read plain mind maps as questions, answers and reasons, older files too", () => {
    const tree = {
      1: node(2, "Yes", { 1: node(3, "It is loud"), 2: node(4, "Why there?") }),
      "-1": node(5, "No"),
    };
    const old = JSON.stringify({ formatVersion: 2, ...node(1, "Should cars leave?", tree) });
    expect(meaningOf(read(old).map)).toEqual([
      '("It is loud" support "Yes")',
      'claim "It is loud"',
      'claim "No" answers "Should cars leave?"',
      'claim "Yes" answers "Should cars leave?"',
      'map "Should cars leave?"',
      'question "Should cars leave?"',
      'question "Why there?" raised by "Yes"',
    ]);
  });

  it("[FI3] let groups in groups speak about the step, and lines across the tree by their words", () => {
    const undercut = node(4, "group", { 1: node(5, "c") }, { group: "opposing" });
    const reason = node(2, "group", { 1: node(3, "b"), 2: undercut }, { group: "supporting" });
    const links = [
      { ideaIdFrom: 5, ideaIdTo: 1, attr: { style: { label: "contradicts" } } },
      { ideaIdFrom: 5, ideaIdTo: 3, attr: {} },
    ];
    const { map, diagnostics } = read(file({ 1: node(1, "a", { 1: reason }) }, { links }));
    expect(meaningOf(map)).toEqual([
      '("b" support "a")',
      '("c" oppose ("b" support "a"))',
      'claim "a"',
      'claim "b"',
      'claim "c"',
      'contradictory "a", "c"',
      'map "Noise"',
    ]);
    expect(diagnostics).toMatchObject([{ code: "MINDMUP_LINK", severity: "warning" }]);
  });

  it.each([
    ["", "MINDMUP_SYNTAX"],
    ["{", "MINDMUP_SYNTAX"],
    ["[]", "MINDMUP_NOT_A_MAP"],
    ['{"format":"counterpoint"}', "MINDMUP_NOT_A_MAP"],
  ])("[FI5] are told from %j", (text, code) => {
    expect(read(text)).toMatchObject({
      map: { records: new Map() },
      diagnostics: [{ code, severity: "error" }],
    });
  });

  it("[F1, F3] never make the reader throw or the map unlawful", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      '"',
      ",",
      ":",
      '"ideas":',
      '"1":',
      '"attr":',
      '"group":"opposing"',
      '"counterpoint":',
      '"same":"1"',
      "null",
      "-1",
    ];
    const reason = node(
      2,
      "group",
      { 1: node(3, "b"), 2: node(4, "group", { 1: node(5, "c") }, { group: "opposing" }) },
      { group: "supporting" },
    );
    expectTotal(read, [write(example).slice(0, 6_000), file({ 1: node(1, "a", { 1: reason }) })], pieces);
  });

  it("[F1] take trees that are deeper than anybody thinks", () => {
    const count = 60_000;
    const deep = `${'{"ideas":{"1":'.repeat(count)}{}${"}}".repeat(count)}`;
    expect(read(deep).diagnostics.length).toBeLessThan(102);
  });
});
