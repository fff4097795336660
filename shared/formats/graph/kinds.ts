import type { CardKind } from "#shared/model/index.ts";
import type { Graph } from "./graph.ts";

/**
 * What kind of card each node is. Where the file does not tell, what ends in a question mark is a question, unless a
 * line says that it is argued with: people ask what they mean to say.
 */
export function kindsOf({ nodes, edges, joints }: Graph): ReadonlyMap<string, CardKind> {
  const meetings = new Set(joints.map(({ key }) => key));
  const argued = new Set<string>();
  for (const { from, to, relation } of edges) {
    const isAsking = relation === "answer" || relation === "part" || relation === "raise";
    if (isAsking || (relation === undefined && !meetings.has(from) && !meetings.has(to))) continue;
    argued.add(from).add(to);
  }
  const kinds = new Map<string, CardKind>();
  for (const { key, kind, text } of nodes) {
    const isAsked = /[?？]\s*$/u.test(text.slice(-8)) && !argued.has(key);
    if (!kinds.has(key)) kinds.set(key, kind ?? (isAsked ? "question" : "claim"));
  }
  return kinds;
}
