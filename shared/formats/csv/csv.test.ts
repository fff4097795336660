import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { csv } from "./index.ts";

const read = readWith(csv);
const write = csv.write ?? String;

describe("tables of ours", () => {
  it("come back as the same map", () => {
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
