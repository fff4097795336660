import { cardKinds, type Polarity } from "#shared/model/index.ts";
import type { Where } from "../building/index.ts";
import {
  type Graph,
  type GraphEdge,
  type GraphGroup,
  type GraphJoint,
  type GraphNode,
  relationIn,
} from "../graph/index.ts";
import { type Body, kindOfShape, looksLikeJoint } from "./shapes.ts";

/** A flowchart as its statements have it. */
export type Chart = Readonly<{
  nodes: Map<string, ChartNode>;
  groups: Map<string, GraphGroup>;
  edges: GraphEdge[];
}>;

type ChartNode = {
  readonly where: Where;
  readonly classes: string[];
  body: Body | undefined;
  group: string | undefined;
  link: GraphNode["links"];
};

/** What the nodes of a chart are: cards, or the places where premises meet. */
export function graphOf({ nodes: drawn, groups, edges }: Chart, title: string): Graph {
  const meets = meetingsOf(edges);
  const nodes: GraphNode[] = [];
  const joints: GraphJoint[] = [];
  for (const [key, { where, body, group, classes, link }] of drawn) {
    // A line to or from a subgraph names it like a node.
    if (groups.has(key) && !body) continue;
    if (body && looksLikeJoint(body) && meets(key)) {
      const polarity = polarityOf(classes) ?? polarityIn(body.words);
      joints.push({ key, where, ...(polarity && { polarity }) });
      continue;
    }
    const kind = cardKinds.find((name) => classes.includes(name)) ?? (body && kindOfShape(body));
    nodes.push({
      key,
      where,
      text: body ? body.words : key,
      ...(kind && { kind }),
      ...(group !== undefined && { group }),
      ...(link && { links: link }),
    });
  }
  return { title, nodes, joints, groups: [...groups.values()], edges };
}

/** Whether lines come together at a node and go on as one. */
function meetingsOf(edges: readonly GraphEdge[]): (key: string) => boolean {
  const into = new Set<string>();
  const outOf = new Map<string, number>();
  for (const { from, to } of edges) {
    into.add(to);
    outOf.set(from, (outOf.get(from) ?? 0) + 1);
  }
  return (key) => into.has(key) && outOf.get(key) === 1;
}

/** Joints of ours have a class of how they speak. */
function polarityOf(classes: readonly string[]): Polarity | undefined {
  if (classes.includes("support") || classes.includes("backing")) return "support";
  return classes.includes("oppose") || classes.includes("undercut") ? "oppose" : undefined;
}

function polarityIn(words: string): Polarity | undefined {
  const relation = relationIn(words);
  return relation === "support" || relation === "oppose" ? relation : undefined;
}
