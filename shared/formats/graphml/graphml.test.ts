import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIdSource, type PlainMap } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import type { ReadResult } from "../format.ts";
import { readJson } from "../json/index.ts";
import { readGraphml } from "./read-graphml.ts";
import { writeGraphml } from "./write-graphml.ts";

function read(text: string): ReadResult {
  let count = 0;
  return readGraphml(text, { createId: createIdSource(() => `n${++count}`), now: 1_000_000, author: "Ada" });
}

const example: PlainMap = readJson(readFileSync("examples/open-or-closed.json", "utf8")).map;

describe("GraphML of ours", () => {
  it("comes back as the same map", () => {
    expect(read(writeGraphml(example))).toEqual({ map: example, diagnostics: [] });
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        const { map: back, diagnostics } = read(writeGraphml(map));
        expect(diagnostics).toEqual([]);
        expect(back).toEqual(map);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
