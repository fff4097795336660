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

it("[F8] says what has the name of another, and what cannot be raised, asked or answered", () => {
  let made = 0;
  const findings = new Findings("GRAPH");
  const { map } = mapOfGraph(
    {
      title: "",
      groups: [
        { key: "g", title: "One" },
        { key: "g", title: "Two", where: { line: 1 } },
      ],
      nodes: [
        { key: "a", text: "A" },
        { key: "a", text: "B", where: { line: 2 } },
        { key: "c", text: "C" },
      ],
      joints: [{ key: "c", where: { line: 3 } }],
      edges: [
        { from: "a", to: "c", relation: "answer", where: { line: 4 } },
        { from: "a", to: "c", relation: "part", where: { line: 5 } },
        { from: "a", to: "c", relation: "raise", where: { line: 6 } },
      ],
    },
    { createId: createIdSource(() => `n${++made}`), now: 1, author: "" },
    findings,
  );
  expect(map.records.size).toBe(3);
  expect(findings.diagnostics().map(({ code, line }) => `${code} ${line}`)).toEqual(
    ["NAME_TAKEN", "NAME_TAKEN", "NAME_TAKEN", "NOT_AN_ANSWER", "NOT_A_PART", "NOT_RAISED"].map(
      (what, index) => `GRAPH_${what} ${index + 1}`,
    ),
  );
});
