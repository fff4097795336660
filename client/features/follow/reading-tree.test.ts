import { expect, test } from "vitest";
import type { ReadingRow } from "#shared/presenting/index.ts";
import { maxReadingDepth, type ReadingNode, readingTree } from "./reading-tree.ts";

const row = (key: string, depth: number): ReadingRow => ({ key, depth }) as ReadingRow;
const written = (nodes: readonly ReadingNode[]): string =>
  nodes.map(({ row: { key }, below }) => (below.length > 0 ? `${key}(${written(below)})` : key)).join(" ");

test("[K36] rows one deeper are a list within the list", () => {
  const rows = [row("a", 0), row("b", 1), row("c", 2), row("d", 1), row("e", 0)];
  expect(written(readingTree(rows))).toBe("a(b(c) d) e");
});

test("[K36] a chain as long as a map does not nest without end, and loses nothing", () => {
  const rows = Array.from({ length: 5_000 }, (_, depth) => row(`${depth}`, depth));
  let [count, depth] = [0, 0];
  const walk = (nodes: readonly ReadingNode[], at: number): void => {
    count += nodes.length;
    depth = Math.max(depth, at);
    for (const { below } of nodes) if (below.length > 0) walk(below, at + 1);
  };
  walk(readingTree(rows), 0);
  expect([count, depth]).toEqual([5_000, maxReadingDepth]);
});
