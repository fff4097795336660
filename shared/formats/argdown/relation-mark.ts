import type { RelationType } from "./argdown-model.ts";
import { matchAt } from "./head.ts";

/** How a relation is marked, which of the two speaks, and where the mark ends. */
export type RelationMark = Readonly<{ type: RelationType; isFromParent: boolean; end: number }>;

const marks: ReadonlyMap<string, readonly [type: RelationType, isFromParent: boolean]> = new Map([
  ["+>", ["support", true]],
  ["<+", ["support", false]],
  ["+", ["support", false]],
  ["->", ["attack", true]],
  ["<-", ["attack", false]],
  ["-", ["attack", false]],
  ["_>", ["undercut", true]],
  ["<_", ["undercut", false]],
  ["_", ["undercut", false]],
  ["><", ["contradictory", true]],
]);

const relationAt = /\+>|<\+|\+|->|<-|-|_>|<_|_(?=\s|$)|></y;

/** The mark with which a line begins that tells of a relation. */
export function relationMarkAt(text: string, at: number): RelationMark | undefined {
  const [sign = ""] = matchAt(relationAt, text, at) ?? [];
  const mark = marks.get(sign);
  return mark && { type: mark[0], isFromParent: mark[1], end: at + sign.length };
}
