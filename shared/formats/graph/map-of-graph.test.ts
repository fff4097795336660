import { expect, it } from "vitest";
import { createIdSource } from "#shared/model/index.ts";
import { Findings } from "../building/index.ts";
import { mapOfGraph } from "./map-of-graph.ts";

it("[F1] takes more steps about one step than a call takes arguments", () => {
  const many = 200_000;
  let made = 0;
  const keys = Array.from({ length: many }, (_, n) => `j${n}`);
  const { map, diagnostics } = mapOfGraph(
    {
      title: "",
      groups: [],
      nodes: [
        { key: "a", text: "A" },
        { key: "b", text: "B" },
      ],
      joints: [{ key: "j" }, ...keys.map((key) => ({ key }))],
      edges: [{ from: "a", to: "j" }, { from: "j", to: "b" }, ...keys.map((key) => ({ from: key, to: "j" }))],
    },
    { createId: createIdSource(() => `n${++made}`), now: 1, author: "" },
    new Findings("GRAPH"),
  );
  // None of them has a premise, so that all but the first are left out and told.
  expect(map.records.size).toBe(3);
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.at(-1)?.message).toContain(String(many - 100));
});
