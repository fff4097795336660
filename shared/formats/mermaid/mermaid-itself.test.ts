// @vitest-environment happy-dom
import * as fc from "fast-check";
import mermaidItself from "mermaid";
import { expect, it } from "vitest";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { example } from "../../../tests/fixtures/formats/reading.ts";
import { mermaid } from "./index.ts";

const write = mermaid.write ?? String;

it("Mermaid itself reads what is written, whatever the words", async () => {
  await mermaidItself.parse(write(example));
  await fc.assert(
    fc.asyncProperty(arbitraryLawfulMap(), async (map) => {
      const { diagramType } = await mermaidItself.parse(write(map));
      expect(diagramType).toBe("flowchart-v2");
    }),
    { seed: 1, numRuns: 100 },
  );
});
