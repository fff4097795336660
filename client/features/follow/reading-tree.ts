import type { ReadingRow } from "#shared/presenting/index.ts";

/** A row with the rows that lie one deeper below it. */
export type ReadingNode = Readonly<{ row: ReadingRow; below: readonly ReadingNode[] }>;
type Growing = { readonly row: ReadingRow; readonly below: Growing[] };

/** Deeper than this rows stand side by side: no screen has room for more, and a page is not to be nested without end. */
export const maxReadingDepth = 12;

/** The rows as lists within lists, as they are read aloud. */
export function readingTree(rows: readonly ReadingRow[]): readonly ReadingNode[] {
  const top: Growing[] = [];
  const path: Growing[] = [];
  for (const row of rows) {
    const node: Growing = { row, below: [] };
    const depth = Math.min(row.depth, maxReadingDepth);
    path.length = depth;
    (path.at(-1)?.below ?? top).push(node);
    path.push(node);
  }
  return top;
}
