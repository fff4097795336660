import type { Card, Ref } from "#shared/model/index.ts";
import type { OutlineRow } from "#shared/outline/index.ts";

/** A row as it is shown, and the rows shown below it. The same object while nothing of that changed. */
export type OutlineNode = Readonly<{
  id: string;
  row: OutlineRow;
  card: Card;
  /** What else the card speaks to: there it stands as well. */
  elsewhere: readonly Ref[];
  /** Whether rows can stand below it; they do while it is open. */
  canOpen: boolean;
  items: readonly OutlineItem[];
}>;

/** Stands for rows that are not shown yet, so that a card with thousands of reasons opens at once. */
export type MoreItem = Readonly<{ id: string; parentKey: string; count: number }>;
export type OutlineItem = OutlineNode | MoreItem;

export type ShownOutline = Readonly<{ items: readonly OutlineItem[]; open: ReadonlySet<string> }>;

/** Whether the item is a row, and not what stands for more of them. */
export function isNode(item: OutlineItem): item is OutlineNode {
  return "row" in item;
}

/** Adds the keys of all rows below which rows are shown. */
export function gatherOpen(items: readonly OutlineItem[], open: Set<string>): void {
  for (const item of items) {
    if (!isNode(item) || item.items.length === 0) continue;
    open.add(item.id);
    gatherOpen(item.items, open);
  }
}

/** Whether two versions of a card differ in words only, not in what it speaks to nor in its place among its siblings. */
export function haveSamePlace(a: Card, b: Card): boolean {
  return (
    a.order === b.order &&
    a.kind === b.kind &&
    a.parent === b.parent &&
    a.raisedBy?.id === b.raisedBy?.id &&
    a.answers.length === b.answers.length &&
    a.answers.every((id, index) => id === b.answers[index])
  );
}

/** Whether two versions of a row show the same. */
export function isSame(a: OutlineNode, b: OutlineNode): boolean {
  return (
    a.row === b.row &&
    a.card === b.card &&
    a.elsewhere === b.elsewhere &&
    a.canOpen === b.canOpen &&
    a.items === b.items
  );
}

/** The list from before where nothing of it has changed. */
export function sameItems(
  now: readonly OutlineItem[],
  before: readonly OutlineItem[],
): readonly OutlineItem[] {
  return now.length === before.length && now.every((item, index) => item === before[index]) ? before : now;
}

/** Whether two sets have the same members. */
export function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}

/** The list from before where it names the same things. */
export function sameRefs(now: readonly Ref[], before: readonly Ref[]): readonly Ref[] {
  return now.length === before.length && now.every(({ id }, index) => id === before[index]?.id)
    ? before
    : now;
}
