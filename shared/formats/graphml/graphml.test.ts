import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { graphml } from "./index.ts";

const read = readWith(graphml);
const write = graphml.write ?? String;

describe("GraphML of ours", () => {
  it("comes back as the same map", () => {
    expect(read(write(example))).toEqual({ map: example, diagnostics: [] });
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        const { map: back, diagnostics } = read(write(map));
        expect(diagnostics).toEqual([]);
        expect(back).toEqual(map);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
