import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryOutlineMap } from "../../../tests/fixtures/formats/arbitrary-outline-map.ts";
import { readCounting, told } from "../../../tests/fixtures/formats/outline.ts";
import {
  aCard,
  aCitation,
  anArgument,
  aSource,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { writeOutline } from "./index.ts";

describe("writing", () => {
  it("[O16] writes one card as its words, and the same map as the same text", () => {
    expect(writeOutline(mapOf([aCard("c1", "claim", { text: "But why" })]))).toBe("But why\n");
    expect(writeOutline(mapOf([aCard("c1", "question", { text: "a\n\nb" })]))).toBe("* Q: a\n\n  b\n");
    expect(writeOutline(mapOf([]))).toBe("");
    const records = [aCard("c1"), aCard("c2"), anArgument("a1", ["c2"], onCard("c1"))];
    expect(writeOutline(mapOf(records.reverse()))).toBe(writeOutline(mapOf(records.reverse())));
  });

  it("[O15] writes objections as such where nothing speaks for", () => {
    const map = mapOf([
      aCard("c1", "claim", { text: "a" }),
      aCard("c2", "claim", { text: "b" }),
      anArgument("a1", ["c2"], onCard("c1"), { polarity: "oppose" }),
    ]);
    expect(writeOutline(map)).toBe("* a\n  - con: b\n");
    expect(told(readCounting(writeOutline(map)).map)).toEqual(told(map));
  });

  it("[O15] keeps sources by title and address", () => {
    const map = mapOf([
      aCard("c1", "evidence", {
        text: "a *b*",
        citations: [aCitation("z1", "s1"), aCitation("z2", "s2")],
      }),
      aSource("s1", { title: "T [1]", url: "https://x.y" }),
      aSource("s2", { title: "U (2020)" }),
    ]);
    expect(writeOutline(map)).toBe(
      "evidence: a \\*b\\* (source: [T \\[1\\]](https://x.y)) (source: U (2020))\n",
    );
    expect(told(readCounting(writeOutline(map)).map)).toEqual([
      "evidence: a *b* [T [1] <https://x.y>] [U (2020)]",
    ]);
  });

  it("[O13, O15] writes shared premises and rings once, and names them elsewhere", () => {
    const map = mapOf([
      ...["a", "b", "c"].map((id) => aCard(id, "claim", { text: id })),
      anArgument("a1", ["a"], onCard("b")),
      anArgument("a2", ["b"], onCard("a")),
      anArgument("a3", ["a", "b"], onCard("c")),
      anArgument("a4", ["c"], onArgument("a1"), { polarity: "oppose" }),
    ]);
    expect(new Set(told(readCounting(writeOutline(map)).map))).toEqual(new Set(told(map)));
  });

  it("[O15] gives back any map up to what it declares as lost", () => {
    fc.assert(
      fc.property(arbitraryOutlineMap, (map) => {
        const { map: again, diagnostics } = readCounting(writeOutline(map));
        expect([...told(again)].sort()).toEqual([...told(map)].sort());
        expect(diagnostics).toEqual([]);
      }),
      { seed: 1, numRuns: 1_000 },
    );
  });
});
