import { emptyMap, type MapMeta, type MapRecord, metaSchemas } from "#shared/model/index.ts";
import { Findings, inputFault, MapBuilder, type Where } from "../building/index.ts";
import { type BesideFault, besidesIn, type Cells, dateIn, fieldsOfCells } from "../fields/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import {
  type Graph,
  type GraphEdge,
  type GraphGroup,
  type GraphJoint,
  type GraphNode,
  mapOfGraph,
  type Relation,
  relationIn,
  relationWords,
} from "../graph/index.ts";
import { LeftOutNames } from "../left-out-names.ts";
import { readXml, type XmlElement } from "../xml/index.ts";
import { cardOf, namesRead } from "./card-of.ts";
import { dataOf, keysOf, lookOf, wordsShown } from "./data-of.ts";
import { keyNames } from "./keys.ts";

/**
 * Reads GraphML: what `writeGraphml` wrote comes back whole, and in files by others nodes become cards and edges
 * arguments. What was changed in a drawing program counts: words, places, lines.
 */
export function readGraphml(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "GRAPHML");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("GRAPHML");
  const root = readXml(text, findings);
  if (root && root.name !== "graphml") {
    findings.fail("NOT_GRAPHML", `This is no GraphML: it begins with <${root.name}>.`, whereOf(root));
  }
  if (!root || findings.hasFailed) return new MapBuilder(options, findings).finish("");
  return mapOfGraph(new GraphmlReader(root, findings).read(), options, findings);
}

class GraphmlReader {
  readonly #root: XmlElement;
  readonly #findings: Findings;
  readonly #keys: ReadonlyMap<string, string>;
  readonly #nodes: GraphNode[] = [];
  readonly #joints: GraphJoint[] = [];
  readonly #groups: GraphGroup[] = [];
  readonly #edges: GraphEdge[] = [];
  #title = "";
  #meta: MapMeta | undefined;
  #others: readonly MapRecord[] = [];
  #hasHyperedge = false;
  #lostWords = 0;
  readonly #leftOut = new LeftOutNames();

  constructor(root: XmlElement, findings: Findings) {
    this.#root = root;
    this.#findings = findings;
    this.#keys = keysOf(root);
  }

  read(): Graph {
    for (const child of this.#root.children) {
      if (child.name === "graph") this.#readGraphData(child);
    }
    this.#walk();
    if (this.#hasHyperedge) {
      this.#findings.warn(
        "HYPEREDGE",
        "Lines with more than two ends have no meaning here; they were left out.",
      );
    }
    if (this.#lostWords > 0) {
      const message = `Words on ${this.#lostWords} lines say nothing of arguments; they were left out, and the lines support.`;
      this.#findings.remark("LINE_WORDS", message);
    }
    for (const { message, where } of this.#leftOut.told())
      this.#findings.warn("DATA_LEFT_OUT", message, where);
    return {
      title: this.#title,
      nodes: this.#nodes,
      joints: this.#joints,
      groups: this.#groups,
      edges: this.#edges,
      others: this.#others,
      ...(this.#meta && { meta: this.#meta }),
    };
  }

  #readGraphData(graph: XmlElement): void {
    const cells = dataOf(graph, this.#keys);
    this.#noteUnread(cells, [...keyNames.graph, "label"], graph);
    const { title, label, createdAt, sources, presentations, steps } = cells;
    this.#title ||= title ?? label ?? "";
    if (createdAt !== undefined) this.#meta ??= metaIn(title, createdAt);
    const onFault: BesideFault = (what, message) => this.#findings.warn(what, message, whereOf(graph));
    for (const [type, list] of [
      ["source", sources],
      ["presentation", presentations],
      ["step", steps],
    ] as const)
      this.#others = [...this.#others, ...besidesIn(type, jsonIn(list), this.#others, onFault)];
  }

  /** In the order of the file, without recursion: groups may be nested as deep as XML may. */
  #walk(): void {
    const waiting: [element: XmlElement, group: string | undefined][] = [[this.#root, undefined]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [element, group] = next;
      const inner = this.#take(element, group);
      for (let at = element.children.length - 1; at >= 0; at -= 1) {
        const child = element.children[at];
        if (child && isPart(child)) waiting.push([child, inner]);
      }
    }
  }

  /** Takes one element; the group in which its children stand. */
  #take(element: XmlElement, group: string | undefined): string | undefined {
    if (element.name === "edge") this.#takeEdge(element);
    if (element.name === "hyperedge") this.#hasHyperedge = true;
    return element.name === "node" ? this.#takeNode(element, group) : group;
  }

  #takeNode(element: XmlElement, group: string | undefined): string | undefined {
    const where = whereOf(element);
    const key = element.attributes["id"] ?? `node at line ${element.line}, ${element.column}`;
    const cells = dataOf(element, this.#keys);
    const look = lookOf(element);
    const onFault = (name: string) =>
      this.#findings.warn(
        "BAD_VALUE",
        `What "${name}" says here cannot be kept; it was left out or cut.`,
        where,
      );
    const isGroup = element.children.some(({ name }) => name === "graph");
    if (cells["record"] === "group" || isGroup) {
      this.#noteUnread(cells, [...keyNames.node, "label"], element);
      const said = cells["title"] ?? cells["label"] ?? "";
      const title = wordsShown(said, look);
      const { title: words = "", ...fields } = fieldsOfCells("group", cells, onFault);
      this.#groups.push({
        key,
        id: key,
        title,
        where,
        fields: title === said ? { ...fields, title: words } : fields,
      });
      return key;
    }
    if (cells["record"] === "argument") {
      this.#noteUnread(cells, keyNames.node, element);
      const { polarity, scheme, ...fields } = fieldsOfCells("argument", cells, onFault);
      this.#joints.push({
        key,
        id: key,
        fields: { author: "", ...fields },
        where,
        ...(polarity && { polarity }),
        ...(scheme && { scheme }),
      });
      return group;
    }
    const card = cardOf(key, cells, look, onFault);
    this.#noteUnread(cells, namesRead(cells, card.text), element);
    this.#nodes.push({ key, where, ...(group !== undefined && { group }), ...card });
    return group;
  }

  /** What stands there under names that nobody reads. */
  #noteUnread(cells: Cells, read: readonly string[], element: XmlElement): void {
    for (const [name, value] of Object.entries(cells))
      if (value.trim() !== "" && !read.includes(name)) this.#leftOut.note(name, whereOf(element));
  }

  #takeEdge(element: XmlElement): void {
    const { id, source: from, target: to } = element.attributes;
    const where = whereOf(element);
    if (from === undefined || to === undefined) {
      this.#findings.warn("LOOSE_END", "A line without a beginning or an end was left out.", where);
      return;
    }
    const cells = dataOf(element, this.#keys);
    const words = lookOf(element).label ?? cells["label"] ?? cells["relation"] ?? cells["type"] ?? "";
    const said = cells["relation"] ?? "";
    const relation = Object.hasOwn(relationWords, said) ? (said as Relation) : relationIn(words);
    if (!relation && words.trim() !== "") this.#lostWords += 1;
    this.#noteUnread(cells, [...keyNames.edge, "label", "type"], element);
    const { kind: _, ...fields } = fieldsOfCells("conflict", cells, () => undefined);
    this.#edges.push({
      from,
      to,
      where,
      ...(said !== "" && { fields: { author: "", ...fields } }),
      ...(id !== undefined && { id }),
      ...(relation && { relation }),
    });
  }
}

function metaIn(title: string = "", createdAt: string): MapMeta | undefined {
  const words = metaSchemas.title.safeParse(title);
  const age = metaSchemas.createdAt.safeParse(dateIn(createdAt));
  return words.success && age.success ? { title: words.data, createdAt: age.data } : undefined;
}

function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return null; // no JSON is no list either, and is told as such
  }
}

function isPart({ name }: XmlElement): boolean {
  return name === "graph" || name === "node" || name === "edge" || name === "hyperedge";
}

function whereOf({ line, column }: XmlElement): Where {
  return { line, column };
}
