import { fieldsOf, type RecordType } from "#shared/model/index.ts";
import { structureOf } from "../fields/index.ts";
import { xmlAttributes } from "../xml/index.ts";

/** What a piece of data belongs to. */
export type Bearer = "graph" | "node" | "edge";

const numbers: ReadonlySet<string> = new Set(["base", "x", "y"]);
const flags: ReadonlySet<string> = new Set(["granted", "pinned"]);

/** The names under which data stands; `record` says what a node of ours is. */
export const keyNames: Readonly<Record<Bearer, readonly string[]>> = {
  graph: ["title", "createdAt", "sources", "presentations", "steps"],
  node: ["record", ...fieldNames("card", "argument", "group"), "x", "y", "url"],
  edge: ["relation", ...fieldNames("conflict")],
};

/** The id of a key; names may be the same for nodes and edges, ids may not. */
export function keyId(bearer: Bearer, name: string): string {
  return `${bearer}.${name}`;
}

/** The declarations that stand at the head of a file. */
export function keyLines(): readonly string[] {
  const bearers: readonly Bearer[] = ["graph", "node", "edge"];
  const own = bearers.flatMap((bearer) =>
    keyNames[bearer].map((name) =>
      line({ id: keyId(bearer, name), for: bearer, "attr.name": name, "attr.type": typeOf(name) }),
    ),
  );
  return [
    ...own,
    line({ id: "nodegraphics", for: "node", "yfiles.type": "nodegraphics" }),
    line({ id: "edgegraphics", for: "edge", "yfiles.type": "edgegraphics" }),
  ];
}

/** The text of a card is its label, so that other programs show it. */
export function nameOf(field: string): string {
  return field === "text" ? "label" : field;
}

function line(attributes: Readonly<Record<string, string>>): string {
  return `  <key${xmlAttributes(attributes)}/>`;
}

function typeOf(name: string): string {
  return numbers.has(name) ? "double" : flags.has(name) ? "boolean" : "string";
}

function fieldNames(...types: readonly RecordType[]): readonly string[] {
  const names = types.flatMap((type) =>
    fieldsOf(type).flatMap(([name]) => (structureOf(type).includes(name) ? [] : nameOf(name))),
  );
  return [...new Set(names)];
}
