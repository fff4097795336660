import {
  type CardKind,
  cardKinds,
  emptyMap,
  type MapMeta,
  type MapRecord,
  metaSchemas,
} from "#shared/model/index.ts";
import { Findings, inputFault, MapBuilder, type Where } from "../building/index.ts";
import {
  type BesideFault,
  besidesIn,
  type Cells,
  cellsIn,
  dateIn,
  type FieldsOf,
  fieldsOfCells,
  idsIn,
  placeIn,
} from "../fields/index.ts";
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
} from "../graph/index.ts";
import { syntaxError } from "../json/syntax-error.ts";
import { fieldsIn, type Idea, ideaOf, implicitTag, linksIn, oursKey } from "./ideas.ts";

/**
 * Reads a MindMup map (.mup): nodes become cards, groups of nodes arguments whose premises only work together, nodes
 * in plain mind maps reasons or answers. Files of ours come back whole.
 */
export function readMindmup(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "MINDMUP");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("MINDMUP");
  const file = fileIn(text, findings);
  if (!file) return new MapBuilder(options, findings).finish("");
  return mapOfGraph(new IdeaReader(findings).read(file), options, findings);
}

function fileIn(text: string, findings: Findings): Readonly<Record<string, unknown>> | undefined {
  let file: Readonly<Record<string, unknown>>;
  try {
    file = fieldsIn(JSON.parse(text.replace(/^\uFEFF/u, "")));
  } catch {
    const { message, code: _, severity: __, ...where } = syntaxError(text);
    findings.fail("SYNTAX", message, where);
    return undefined;
  }
  if (typeof file["ideas"] === "object" || typeof file["formatVersion"] === "number") return file;
  findings.fail("NOT_A_MAP", 'This is no MindMup map: it has no "ideas".');
  return undefined;
}

/** What a node stands under: a card, or the joint of an argument. */
type Above = Readonly<{ key: string; kind: CardKind | "joint" }> | undefined;

class IdeaReader {
  readonly #findings: Findings;
  readonly #nodes: GraphNode[] = [];
  readonly #joints: GraphJoint[] = [];
  readonly #groups: GraphGroup[] = [];
  readonly #edges: GraphEdge[] = [];
  readonly #keys = new Set<string>();
  #notes = 0;
  #count = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  read(file: Readonly<Record<string, unknown>>): Graph {
    const root = ideaOf(file);
    // Older files have no frame around the first node.
    const isFrame = file["id"] === "root" || Number(file["formatVersion"]) >= 3;
    this.#walk(isFrame ? root.parts : [file]);
    for (const { from, to, words, ours } of linksIn(file["links"]))
      this.#link(from, to, words, cellsIn(ours));
    if (this.#notes > 0) {
      this.#findings.warn("NOTES", `Notes and attachments of ${this.#notes} nodes were left out.`);
    }
    const besides = fieldsIn(root.ours);
    const meta = metaIn(cellsIn(root.ours));
    return {
      title: root.title,
      nodes: this.#nodes,
      joints: this.#joints,
      groups: [...this.#groups, ...this.#groupsIn(besides["groups"])],
      edges: this.#edges,
      others: this.#besidesIn(besides),
      ...(meta && { meta }),
    };
  }

  #walk(parts: readonly unknown[]): void {
    const waiting: [value: unknown, above: Above, path: string][] = [];
    const push = (values: readonly unknown[], above: Above, path: string): void => {
      for (let at = values.length - 1; at >= 0; at -= 1)
        waiting.push([values[at], above, `${path}.ideas[${at}]`]);
    };
    push(parts, undefined, "");
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [value, above, path] = next;
      const idea = ideaOf(value);
      const here = this.#take(idea, above, { path: path.slice(1, maxPathChars) });
      push(idea.parts, here, path.length < maxPathChars ? path : "…");
    }
  }

  /** Takes one node, and gives what its parts stand under. */
  #take(idea: Idea, above: Above, where: Where): Above {
    if (idea.hasNote) this.#notes += 1;
    const cells = cellsIn(idea.ours);
    const isArgument = idea.group !== undefined && above !== undefined && above.kind !== "question";
    if (isArgument) return this.#takeGroup(idea, above, cells, where);
    // What a group stands for without anything above it is only its parts.
    if (idea.group !== undefined) return above;
    if (idea.title.trim() === "" && idea.parts.length === 0 && idea.ours === undefined) return above;
    const kind = kindOf(idea, above, cells);
    const key = this.#keyOf(idea, cells);
    const here = { key, kind } as const;
    if (!this.#keys.has(key) && cells["same"] === undefined) this.#addCard(idea, here, cells, where);
    if (above) this.#join(here, above, idea, where);
    return here;
  }

  #takeGroup(idea: Idea, above: NonNullable<Above>, cells: Cells, where: Where): Above {
    const key = this.#keyOf(idea, {});
    this.#keys.add(key);
    const { polarity: _, scheme, ...fields } = this.#fieldsOf("argument", cells, where);
    this.#joints.push({
      key,
      where,
      polarity: /^oppos|^con|^obj|^reb/iu.test(idea.group ?? "") ? "oppose" : "support",
      ...(scheme && { scheme }),
      ...(cells["id"] !== undefined && { id: cells["id"], fields: { author: "", ...fields } }),
    });
    this.#edges.push({ from: key, to: above.key, where });
    return { key, kind: "joint" };
  }

  #addCard(
    idea: Idea,
    { key, kind }: Readonly<{ key: string; kind: CardKind }>,
    cells: Cells,
    where: Where,
  ): void {
    this.#keys.add(key);
    const isOurs = cells["id"] !== undefined;
    const text = isOurs ? idea.title : idea.title.trim();
    const { kind: _, ...fields } = this.#fieldsOf("card", { ...cells, text }, where);
    const at = placeIn(cells["x"], cells["y"]);
    this.#nodes.push({
      key,
      text,
      kind,
      where,
      ...(idea.isImplicit && !isOurs && { tags: [implicitTag] }),
      ...(at && { at }),
      ...(cells["group"] !== undefined && { group: cells["group"] }),
      ...(cells["answers"] !== undefined && { answersInOrder: idsIn(cells["answers"]) }),
      ...(cells["id"] !== undefined && { id: cells["id"], fields: { author: "", ...fields } }),
    });
  }

  #join(
    here: Readonly<{ key: string; kind: CardKind }>,
    above: NonNullable<Above>,
    idea: Idea,
    where: Where,
  ): void {
    const relation = relationIn(idea.lineWords) ?? relationOf(here.kind, above.kind);
    this.#edges.push({ from: here.key, to: above.key, where, ...(relation && { relation }) });
  }

  #link(from: string, to: string, words: string, cells: Cells): void {
    const relation = relationIn(words);
    if (!relation) {
      this.#findings.warn("LINK", "A line across the tree says nothing of arguments; it was left out.");
      return;
    }
    const { kind: _, ...fields } = this.#fieldsOf("conflict", cells, {});
    this.#edges.push({
      from: keyOfId(from),
      to: keyOfId(to),
      relation,
      ...(cells["id"] !== undefined && { id: cells["id"], fields: { author: "", ...fields } }),
    });
  }

  #groupsIn(list: unknown): readonly GraphGroup[] {
    return (Array.isArray(list) ? list : []).map((item: unknown): GraphGroup => {
      const cells = cellsIn(item);
      const { id: key = "" } = cells;
      return { key, id: key, title: cells["title"] ?? "", fields: this.#fieldsOf("group", cells, {}) };
    });
  }

  #besidesIn({ sources, presentations, steps }: Readonly<Record<string, unknown>>): readonly MapRecord[] {
    const onFault: BesideFault = (what, message) =>
      this.#findings.warn(what, message, { path: `attr.${oursKey}` });
    const records: MapRecord[] = [];
    for (const [type, list] of [
      ["source", sources],
      ["presentation", presentations],
      ["step", steps],
    ] as const)
      records.push(...besidesIn(type, list, records, onFault));
    return records;
  }

  #fieldsOf<Type extends "card" | "argument" | "conflict" | "group">(
    type: Type,
    cells: Cells,
    where: Where,
  ): FieldsOf<Type> {
    return fieldsOfCells(type, cells, (name) =>
      this.#findings.warn(
        "BAD_VALUE",
        `What "${name}" says here cannot be kept; it was left out or cut.`,
        where,
      ),
    );
  }

  #keyOf(idea: Idea, { same }: Cells): string {
    this.#count += 1;
    const key = same ?? idea.id;
    const isRepeated = same === undefined && key !== undefined && this.#keys.has(keyOfId(key));
    return key === undefined || isRepeated ? `node ${this.#count}` : keyOfId(key);
  }
}

/** Where a node stands is told as long as somebody would read it. */
const maxPathChars = 200;

function keyOfId(id: string): string {
  return `idea ${id}`;
}

function kindOf(idea: Idea, above: Above, cells: Cells): CardKind {
  const said = cardKinds.find((kind) => kind === cells["kind"]);
  if (said) return said;
  const isArgued = above?.kind === "joint" || idea.parts.some((part) => ideaOf(part).group !== undefined);
  return !isArgued && /[?？]\s*$/u.test(idea.title.slice(-8)) ? "question" : "claim";
}

/** What a part says to what it stands under, as far as their kinds tell. */
function relationOf(kind: CardKind, above: CardKind | "joint"): Relation | undefined {
  if (kind === "question") return above === "question" ? "part" : "raise";
  return above === "question" ? "answer" : undefined;
}

function metaIn({ title = "", createdAt }: Cells): MapMeta | undefined {
  if (createdAt === undefined) return undefined;
  const words = metaSchemas.title.safeParse(title);
  const age = metaSchemas.createdAt.safeParse(dateIn(createdAt));
  return words.success && age.success ? { title: words.data, createdAt: age.data } : undefined;
}
