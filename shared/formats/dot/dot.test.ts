import { instance } from "@viz-js/viz";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { example } from "../../../tests/fixtures/formats/reading.ts";
import { aCard, anArgument, mapOf, onArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { dot } from "./index.ts";

const write = dot.write ?? String;

/** Graphviz without fonts guesses how wide such characters are. */
const guess = /^Warning: no value for width of /u;

/** What Graphviz draws of it: the titles of nodes and of lines, as they stand in its SVG. */
async function drawn(
  text: string,
): Promise<Readonly<{ nodes: readonly string[]; lines: readonly string[]; svg: string }>> {
  // One that has drawn clusters does not survive the next drawing.
  const viz = await instance();
  const { status, errors, output: svg = "" } = viz.render(text, { format: "svg" });
  expect(status).toBe("success");
  expect(errors.filter(({ message }) => !guess.test(message))).toEqual([]);
  const titled = (kind: string): readonly string[] =>
    [...svg.matchAll(new RegExp(`class="${kind}">\\s*<title>(.*?)</title>`, "gsu"))].map(
      ([, title = ""]) => title,
    );
  return { svg, nodes: titled("node").toSorted(), lines: titled("edge") };
}

describe("DOT", () => {
  it("[FD1] is drawn by Graphviz without complaint, every card with its words", async () => {
    const { svg } = await drawn(write(example));
    const words = svg
      .replace(/<[^>]*>/gu, " ")
      .replace(/\s+/gu, " ")
      .replaceAll("&#39;", "'")
      .replaceAll("&#45;", "-")
      .replaceAll("&amp;", "&");
    for (const { text } of recordsOf(example, "card")) expect(words).toContain(text);
  });

  it("[FD1] has the same nodes and lines as the map, whatever the words", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLawfulMap(), async (map) => {
        const text = write(map);
        expect(text.endsWith("}\n")).toBe(true);
        expect(write({ ...map, records: new Map([...map.records].reverse()) })).toBe(text);
        const { nodes, lines } = await drawn(text);
        const cards = recordsOf(map, "card");
        const steps = recordsOf(map, "argument");
        expect(nodes).toEqual([...cards, ...steps].map(({ id }) => id).sort());
        const drawnLines =
          steps.reduce((sum, { premises }) => sum + premises.length + 1, recordsOf(map, "conflict").length) +
          cards.reduce(
            (sum, { answers, parent, raisedBy }) =>
              sum + answers.length + (parent ? 1 : 0) + (raisedBy ? 1 : 0),
            0,
          );
        expect(lines).toHaveLength(drawnLines);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("[FD2] lets objections to a step end at its point", () => {
    const map = mapOf([
      ...["c1", "c2", "c3"].map((id) => aCard(id)),
      anArgument("a1", ["c1"], onCard("c2")),
      anArgument("a2", ["c3"], onArgument("a1"), { polarity: "oppose" }),
    ]);
    expect(write(map)).toContain('"a2" -> "a1" [color="#d64a78", style="dashed", tooltip="but", label="but"');
  });
});
