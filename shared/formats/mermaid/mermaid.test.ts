import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMap } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { meaningOf, withOwnTexts } from "../../../tests/fixtures/formats/meaning-of.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import { mermaid } from "./index.ts";

const read = readWith(mermaid);
const write = mermaid.write ?? String;

describe("flowcharts of ours", () => {
  it("come back as the same map, up to what they cannot carry", () => {
    fc.assert(
      fc.property(arbitraryLawfulMap(), (whole) => {
        const map = withOwnTexts(whole);
        const { map: back, diagnostics } = read(write(map));
        expect(diagnostics).toEqual([]);
        expect(meaningOf(back)).toEqual(meaningOf(map));
        expect(checkMap(back)).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(meaningOf(read(write(example)).map)).toEqual(meaningOf(example));
  });
});

describe("flowcharts of others", () => {
  const said = (text: string): readonly string[] => meaningOf(read(text).map);

  it("become cards and arguments", () => {
    expect(
      said(`graph TD
  A[Cars are loud] --> B(The town is loud)
  C{{"Who pays?"}}; D -- attacks --> B
  %% a comment
  E & F -->|supports| D
  B -. "answers" .-> C
  G --x B
  style A fill:#fff
  subgraph s1 [One side]
    direction LR
    F
    H>A flag]
  end`),
    ).toEqual([
      '("Cars are loud" support "The town is loud")',
      '("D" oppose "The town is loud")',
      '("E" support "D")',
      '("F" support "D")',
      '("G" oppose "The town is loud")',
      'claim "A flag" in "One side"',
      'claim "Cars are loud"',
      'claim "D"',
      'claim "E"',
      'claim "F" in "One side"',
      'claim "G"',
      'claim "The town is loud" answers "Who pays?"',
      'group "One side"',
      'map ""',
      'question "Who pays?"',
    ]);
  });
});
