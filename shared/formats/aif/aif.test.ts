import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Argument,
  type Card,
  checkMap,
  createIdSource,
  type PlainMap,
  recordsOf,
} from "#shared/model/index.ts";
import { arbitraryCommands, idPool } from "../../../tests/fixtures/model/arbitrary-commands.ts";
import {
  aCard,
  aCitation,
  aConflict,
  aGroup,
  anArgument,
  aSource,
  aStep,
  group,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { StoredMap } from "../../../tests/fixtures/model/stored-map.ts";
import type { ReadResult, TextFormat } from "../format.ts";
import { readJson } from "../json/index.ts";
import { aif, xaif } from "./index.ts";

/** Of the processor, whatever else it does; what grows with the square of the length takes minutes. */
const maxMicroseconds = 15_000_000;

function read(text: string): ReadResult {
  let count = 0;
  const createId = createIdSource(() => `new${++count}`);
  return aif.read?.(text, { createId, now: 1_000, author: "Ada" }) ?? expect.unreachable();
}

function write(format: TextFormat, map: PlainMap): string {
  return format.write?.(map) ?? expect.unreachable();
}

const textsOf = (map: PlainMap, ids: Argument["premises"]): readonly string[] =>
  ids.map((id) => (map.records.get(id) as Card).text);

/** The arguments of a map in words. */
function told(map: PlainMap): readonly string[] {
  return recordsOf(map, "argument").map(({ polarity, premises, target, scheme, note }) => {
    const aim = map.records.get(target.id);
    const about = aim?.type === "card" ? aim.text : aim?.type === "argument" ? `step ${aim.polarity}` : "?";
    const said = `${textsOf(map, premises).join(" & ")} ${polarity} ${about}`;
    return [said, ...(scheme === "none" ? [] : [scheme]), ...(note ? [note] : [])].join(", ");
  });
}

type Nodes = Readonly<Record<string, string>>;

/** A file in short: nodes as "TYPE text", edges as "a b". */
function file(nodes: Nodes, edges: readonly string[], rest: object = {}): string {
  return JSON.stringify({
    nodes: Object.entries(nodes).map(([nodeID, words]) => {
      const [type, ...text] = words.split(" ");
      return { nodeID, type, text: text.join(" ") };
    }),
    edges: edges.map((edge, edgeID) => {
      const [fromID, toID] = edge.split(" ");
      return { edgeID, fromID, toID };
    }),
    ...rest,
  });
}

const full: PlainMap = {
  ...mapOf(
    [
      aCard("c1", "evidence", {
        title: "one",
        granted: true,
        base: 0.5,
        color: "blue",
        tags: ["b", "a"],
        author: "Ada",
        group: group("g1"),
        answers: [aCard("q1").id],
        citations: [
          aCitation("z1", "s1", {
            quote: "<so> & “so”",
            start: 0,
            end: 4,
            relevance: "weak",
            attributedTo: "Bo",
          }),
          aCitation("z0", "s1"),
        ],
      }),
      aCard("c2", "claim", { text: "two\n<b> 😀" }),
      aCard("c3", "claim", { createdAt: 1_700_000_000_123 }),
      aCard("q1", "question", { raisedBy: onArgument("a1") }),
      aCard("q2", "question", { parent: aCard("q1").id }),
      anArgument("a1", ["c2"], onCard("c1"), { scheme: "sign", note: "n", base: 1, polarity: "oppose" }),
      anArgument("a2", ["c2", "c1"], onArgument("a1")),
      anArgument("a3", ["c3", "c1"], onCard("c2"), { polarity: "oppose", scheme: "expert-opinion" }),
      anArgument("a4", ["c2"], onArgument("a3"), { polarity: "oppose" }),
      anArgument("a5", ["c3"], onCard("c1"), { note: "Rephrase" }),
      anArgument("a6", ["c1"], onCard("c2"), { polarity: "oppose" }),
      aConflict("k1", "c3", "c2"),
      aSource("s1", { title: "T", creator: "C", date: "2026", url: "u", note: "n", credibility: "strong" }),
      aGroup("g1"),
      aStep("t1", ["c1", "a1"], { title: "first", notes: "say", view: [0, 1, 2, 3] }),
    ],
    { c1: [1.5, -2], c2: [0, 0] },
  ),
  meta: { title: "All of it", createdAt: 12 },
};

const maps: fc.Arbitrary<PlainMap> = fc
  .array(fc.tuple(arbitraryCommands(idPool(), 30), fc.constant(0)), { minLength: 1, maxLength: 1 })
  .map(([made]) => {
    const stored = new StoredMap();
    for (const command of made?.[0] ?? []) stored.apply(command);
    return stored.shown();
  });

type Written = Readonly<{
  nodes: readonly Readonly<{ nodeID: string; type: string }>[];
  edges: readonly Readonly<{ fromID: string; toID: string }>[];
}>;

/** What AIF demands of any graph. */
function expectSound(text: string): void {
  const parsed = JSON.parse(text) as Written & Readonly<{ AIF?: Written }>;
  const { nodes, edges } = parsed.AIF ?? parsed;
  const types = new Map(nodes.map(({ nodeID, type }) => [nodeID, type]));
  expect(types.size).toBe(nodes.length);
  for (const { fromID, toID } of edges) {
    expect(types.has(fromID) && types.has(toID)).toBe(true);
    expect([types.get(fromID), types.get(toID)]).not.toEqual(["I", "I"]);
  }
  for (const { nodeID, type } of nodes) {
    if (!["RA", "CA", "MA", "YA"].includes(type)) continue;
    expect(edges.some(({ toID }) => toID === nodeID)).toBe(true);
    expect(edges.filter(({ fromID }) => fromID === nodeID)).toHaveLength(1);
  }
}

type Slot = Readonly<{ holder: Record<string, unknown>; key: string }>;

/** Every place in a parsed file where something else could stand. */
function slotsOf(value: unknown): readonly Slot[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsOf(holder[key])]);
}

describe("writing AIF", () => {
  it.each([
    ["aif", aif],
    ["xaif", xaif],
  ])("[FF1] %s brings back every field of every record, and is a sound graph for others", (_, format) => {
    const text = write(format, full);
    expectSound(text);
    expect(read(text)).toEqual({ map: full, diagnostics: [] });
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("[FF1] brings back the example", () => {
    const example = readFileSync(new URL("../../../examples/open-or-closed.json", import.meta.url), "utf8");
    const { map } = readJson(example);
    for (const format of [aif, xaif]) {
      const text = write(format, map);
      expectSound(text);
      expect(read(text)).toEqual({ map, diagnostics: [] });
    }
  });

  it("[F4, F5, FF1] brings back any map, and writes the same map as the same bytes", () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(aif, xaif), (map, format) => {
        const text = write(format, map);
        expectSound(text);
        const { map: again, diagnostics } = read(text);
        expect(again).toEqual(map);
        expect(diagnostics.filter(({ code }) => code !== "JSON_RULE_I9")).toEqual([]);
        expect(write(format, { ...map, records: new Map([...map.records].reverse()) })).toBe(text);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("[FF2] says to others what the map says, without what only we read", () => {
    const { counterpoint: _, ...plain } = JSON.parse(write(aif, full));
    const { map } = read(JSON.stringify(plain));
    expect(recordsOf(map, "card").map(({ kind }) => kind)).toEqual([
      ...["claim", "claim", "question", "question", "claim", "claim"],
    ]);
    expect(told(map)).toEqual(
      expect.arrayContaining([
        "two\n<b> 😀 oppose text of c1",
        "two\n<b> 😀 & text of c1 support step oppose",
        "text of c3 & text of c1 support text of c3 + text of c1, expert-opinion",
        "text of c3 + text of c1 oppose two\n<b> 😀",
        "text of c3 support text of c1, Rephrase",
      ]),
    );
    expect(recordsOf(map, "conflict")).toHaveLength(1);
    expect(recordsOf(map, "source").map(({ title }) => title)).toEqual(["Bo", "T"]);
  });

  it("[FF2] keeps what others changed in the graph, and drops what they deleted", () => {
    const parsed = JSON.parse(write(aif, full));
    parsed.nodes = parsed.nodes.filter(({ nodeID }: { nodeID: string }) => nodeID !== "c3");
    parsed.edges = parsed.edges.filter(
      ({ fromID, toID }: { fromID: string; toID: string }) => fromID !== "c3" && toID !== "c3",
    );
    parsed.nodes.find(({ nodeID }: { nodeID: string }) => nodeID === "c1").text = "changed";
    parsed.nodes.push({ nodeID: "9_7", type: "I", text: "new" }, { nodeID: "9_8", type: "CA", text: "" });
    parsed.edges.push({ fromID: "9_7", toID: "9_8" }, { fromID: "9_8", toID: "a1" });
    const { map } = read(JSON.stringify(parsed));
    expect(map.records.get(aCard("c1").id)).toMatchObject({ text: "changed", title: "one", granted: true });
    expect(map.records.has(aCard("c3").id)).toBe(false);
    expect(told(map)).toContain("new oppose step oppose");
    expect(recordsOf(map, "conflict")).toEqual([]);
    expect(checkMap(map)).toEqual([]);
  });
});

describe("reading AIF", () => {
  it("[FF3] reads inferences, conflicts, rephrases, undercuts and backings", () => {
    const nodes = {
      ...{ 1: "I rain", 2: "I clouds", 3: "I umbrella", 4: "I sun", 5: "I drought", 6: "I showers" },
      ...{ 10: "RA Default Inference", 11: "CA Default Conflict", 12: "CA Default Conflict" },
      ...{ 13: "RA Argument from Sign", 14: "MA Default Rephrase", 15: "RA Slippery Slope" },
    };
    const edges = ["1 10", "2 10", "10 3", "4 11", "11 1", "5 12", "12 10", "2 13", "13 10", "6 14", "14 1"];
    const { map, diagnostics } = read(file(nodes, [...edges, "5 15", "15 4"]));
    expect(told(map)).toEqual([
      "rain & clouds support umbrella",
      "sun oppose rain",
      "showers support rain, Rephrase",
      "drought support sun, AIF: Slippery Slope",
      "drought oppose step support",
      "clouds support step support, sign",
    ]);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([["AIF_REPHRASE", "nodes[10]"]]);
    expect(checkMap(map)).toEqual([]);
  });

  it("[FF4] reads two attacks, one each way, as a conflict", () => {
    const { map } = read(file({ a: "I a", b: "I b", x: "CA", y: "CA" }, ["a x", "x b", "b y", "y a"]));
    expect(told(map)).toEqual([]);
    expect(recordsOf(map, "conflict")).toMatchObject([{ kind: "contrary" }]);
  });

  it("[FF5] folds what was said into speaker and quotation", () => {
    const nodes = {
      ...{ 1: "I It rains", 2: "L Ada Byron: it is raining", 3: "YA Asserting", 4: "YA Analysing" },
      ...{ 5: "L Analyst: Ada Byron: it is raining", 6: "TA Default Transition" },
      ...{ 7: "I Does it rain", 8: "L Bo : does it rain?", 9: "YA Pure Questioning" },
      ...{ 20: "I Old", 21: "L Cy says 'it is old'", 22: "YA x", 23: "XX", 24: "PA" },
    };
    const edges = ["2 3", "3 1", "5 4", "4 2", "2 6", "6 8", "8 9", "9 7", "21 22", "22 20"];
    const locutions = [{ nodeID: 2, personID: 8, start: "2020-01-01 10:00:00", end: null }];
    const { map, diagnostics } = read(file(nodes, edges, { locutions, participants: null }));
    const cards = recordsOf(map, "card");
    expect(cards.map(({ kind, text }) => [kind, text])).toEqual([
      ["claim", "It rains"],
      ["question", "Does it rain"],
      ["claim", "Old"],
    ]);
    expect(
      cards.map(({ citations: [first] }) => [first?.attributedTo, first?.quote, first?.locator]),
    ).toEqual([
      ["Ada Byron", "it is raining", "2020-01-01 10:00:00"],
      ["Bo", "does it rain?", ""],
      ["Cy", "it is old", ""],
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "AIF_UNKNOWN_TYPE",
      "AIF_PREFERENCE",
      "AIF_DIALOGUE_FOLDED",
    ]);
  });

  it("[FF6] reads xAIF as it is found: numbers or words for ids, null or no lists, odd texts, places", () => {
    const text = 'Ada: <span id="node2" class="highlighted">It &amp; it</span> rains<br>';
    const graph = {
      nodes: [
        { nodeID: 1, type: "I", text: "It rains" },
        { nodeID: "2", type: "L", text: "Ada: it rains" },
        { nodeID: 3, type: "YA", text: "Asserting" },
        { nodeID: 4, type: "I", text: "Wet" },
        { nodeID: 5, type: "RA", text: "Default Inference" },
      ],
      edges: [
        { edgeID: 1, fromID: 2, toID: "3" },
        { edgeID: 2, fromID: "3", toID: 1 },
        { edgeID: 3, fromID: 1, toID: 5 },
        { edgeID: 4, fromID: 5, toID: 4 },
      ],
      ...{ schemefulfillments: [{ nodeID: 5, schemeID: 15 }], participants: null, locutions: null },
    };
    const ova = {
      nodes: [
        { nodeID: "1", visible: true, x: "10", y: 20 },
        { nodeID: 4, visible: true, x: 0, y: 90 },
      ],
    };
    const cases = [
      { text, OVA: ova, dialog: "True" },
      { text: { txt: text }, OVA: ova },
      { text: JSON.stringify({ txt: text }), OVA: ova },
    ];
    for (const given of cases) {
      const { map, diagnostics } = read(JSON.stringify({ AIF: graph, ...given }));
      expect(told(map)).toEqual(["It rains support Wet, expert-opinion"]);
      const [first] = recordsOf(map, "card");
      expect(first?.citations).toMatchObject([{ quote: "It & it", prefix: "Ada: ", suffix: " rains\n" }]);
      expect([...map.positions.values()]).toEqual([
        [10, 20],
        [0, 90],
      ]);
      expect(diagnostics.map(({ code }) => code)).toEqual(["AIF_DIALOGUE_FOLDED"]);
    }
    const bare = read(JSON.stringify({ AIF: { nodes: null, edges: null }, OVA: [], text: null }));
    expect(bare).toMatchObject({ map: { records: new Map() }, diagnostics: [] });
  });

  it("[FF7] says what it left out, and of what is no AIF that it is none", () => {
    const nodes = { a: "I a", b: "I b", r: "RA", s: "RA", t: "RA", u: "CA", v: "CA" };
    const edges = ["a r", "s b", "a b", "b b", "x a", "a u", "u v", "b v", "v u", "a t", "t a", "t b"];
    const { map, diagnostics } = read(file(nodes, edges));
    expect(told(map)).toEqual(["a support b"]);
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "AIF_DANGLING_EDGE edges[4]",
      "AIF_NO_CONCLUSION nodes[2]",
      "AIF_NO_PREMISE nodes[3]",
      "AIF_SEVERAL_CONCLUSIONS nodes[4]",
      "AIF_CLAIM_TO_CLAIM nodes[0]",
      "AIF_CLAIM_TO_CLAIM nodes[1]",
      "AIF_SELF_REFERENCE nodes[4]",
      "AIF_REPEATED_STEP nodes[0]",
      "AIF_SELF_REFERENCE nodes[1]",
      "AIF_NO_STEP nodes[5]",
      "AIF_NO_STEP nodes[6]",
    ]);
    expect(read("{").diagnostics).toMatchObject([{ code: "JSON_SYNTAX", severity: "error" }]);
    for (const other of ["null", "[]", "{}", '{"formedges":[]}', '{"AIF":null}']) {
      expect(read(other).diagnostics).toMatchObject([{ code: "AIF_NOT_AIF", severity: "error" }]);
    }
  });

  it("[FF7] reads the graph alone where our own part of it is damaged", () => {
    const parsed = JSON.parse(write(aif, full));
    parsed.counterpoint.cards[0].kind = "odd";
    const { map, diagnostics } = read(JSON.stringify(parsed));
    expect(diagnostics[0]).toMatchObject({ code: "AIF_OWN_PART", severity: "warning" });
    expect(recordsOf(map, "card").length).toBeGreaterThan(4);
    expect(checkMap(map)).toEqual([]);
  });

  it("[F1, F3] reads whatever becomes of a file, in bounded time", () => {
    const files = [write(aif, full), write(xaif, full)];
    const { counterpoint: _, ...plain } = JSON.parse(files[0] ?? "");
    files.push(JSON.stringify(plain));
    const pieces = [
      "null",
      "[]",
      "{}",
      '"',
      "1e999",
      "I",
      "CA",
      "a1",
      "c1",
      "n1",
      "\\u0000",
      "\ud800",
      "<span id=node",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom("", ...pieces)),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        (text, cuts) => {
          let cut = text;
          for (const [at, length, piece] of cuts) {
            const index = Math.floor(at * cut.length);
            cut = cut.slice(0, index) + piece + cut.slice(index + length);
          }
          const { map, diagnostics } = read(cut);
          expect(checkMap(map).filter(({ rule }) => rule !== "I9")).toEqual([]);
          if (diagnostics.some(({ severity }) => severity === "error")) expect(map.records.size).toBe(0);
          expect(diagnostics.length).toBeLessThanOrEqual(201);
        },
      ),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 2_000) },
    );
  });

  it("[F1, F3] reads a file in which anything stands for anything", () => {
    const { counterpoint: _, ...plain } = JSON.parse(write(aif, full));
    const files = [write(aif, full), write(xaif, full), JSON.stringify(plain)];
    const ids = ["a1", "a2", "a3", "c1", "c2", "c3", "k1", "n1", "n2", "n3", "n5", "n9", "q1"];
    const odd = [
      ...ids,
      ...["I", "RA", "CA", "MA", "L", "YA", "TA", "PA"],
      "",
      "x:",
      null,
      [],
      {},
      0,
      -1,
      1e300,
      true,
    ];
    const change = fc.tuple(fc.nat(), fc.constantFrom<unknown>(...odd));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        (text, changes) => {
          const parsed: unknown = JSON.parse(text);
          const slots = slotsOf(parsed);
          for (const [at, value] of changes) {
            const slot = slots[at % slots.length];
            if (slot) slot.holder[slot.key] = value;
          }
          const { map, diagnostics } = read(JSON.stringify(parsed));
          expect(checkMap(map).filter(({ rule }) => rule !== "I9")).toEqual([]);
          if (diagnostics.some(({ severity }) => severity === "error")) expect(map.records.size).toBe(0);
        },
      ),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 1_000) },
    );
  });

  it("[F1] takes large and deep files in a moment", () => {
    const started = process.cpuUsage();
    read(`${"[".repeat(500_000)}`);
    read(JSON.stringify({ AIF: { nodes: [] }, text: "<span ".repeat(200_000) }));
    read(JSON.stringify({ AIF: { nodes: [] }, text: `{'txt':'${"' ".repeat(200_000)}` }));
    const many = Array.from({ length: 6_000 }, (_, n) => n);
    const nodes = Object.fromEntries(many.map((n) => [`i${n}`, n % 2 ? "CA" : "I words"]));
    const { map } = read(
      file(
        nodes,
        many.flatMap((n) => (n > 0 ? [`i${n - 1} i${n}`, `i0 i${n}`] : [])),
      ),
    );
    expect(recordsOf(map, "card")).toHaveLength(3_000);
    const half = many.slice(0, 2_000).map((n) => `i${2 * n + 1}`);
    const hub = file(
      { ...nodes, hub: "RA", said: "YA", to: "TA" },
      half.flatMap((id) => [`i0 ${id}`, `${id} hub`, `hub i0`]),
    );
    read(hub);
    const wide = Object.fromEntries(
      many.flatMap((n) => [
        [`c${n}`, "I c"],
        [`l${n}`, "L Ada: so"],
      ]),
    );
    read(
      file(
        { ...wide, ya: "YA" },
        many.flatMap((n) => [`l${n} ya`, `ya c${n}`]),
      ),
    );
    read(
      file(
        { ...wide, ra: "RA", rb: "RA" },
        many.flatMap((n) => [`c${n} ra`, `rb c${n}`, `ra c${n}`]),
      ),
    );
    expect(process.cpuUsage(started).user).toBeLessThan(maxMicroseconds);
  });
});
