import * as Y from "yjs";

/**
 * Whether an update leaves a document that reads the same when it is written down and read again. `copy` is the document
 * that would get it; the update is applied to it, and it is destroyed. Takes as long as reading and writing it does.
 */
export function isSoundOn(copy: Y.Doc, update: Uint8Array): boolean {
  const again = new Y.Doc();
  try {
    Y.applyUpdate(copy, update);
    Y.applyUpdate(again, Y.encodeStateAsUpdate(copy));
    return isSameOrder(copy, again);
  } catch {
    return false; // decoded, yet impossible: a forged update
  } finally {
    copy.destroy();
    again.destroy();
  }
}

function isSameOrder(one: Y.Doc, other: Y.Doc): boolean {
  const names = new Set([...one.share.keys(), ...other.share.keys()]);
  return [...names].every((name) => orderOf(one, name) === orderOf(other, name));
}

/** Everything in a root and below, by ids, in its order. */
function orderOf(document: Y.Doc, name: string): string {
  const order: string[] = [];
  const pending: (Y.Item | null)[] = [];
  const enter = ({ _start, _map }: Pick<Y.AbstractType<unknown>, "_start" | "_map">): void => {
    for (const key of [..._map.keys()].sort()) {
      order.push(`key ${key}`);
      pending.push(firstOf(_map.get(key) ?? null));
    }
    pending.push(_start);
  };
  const root = document.share.get(name);
  if (root) enter(root);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    let item: Y.Item | null = next;
    order.push("list");
    while (item !== null) {
      const { client, clock } = item.id;
      for (let at = clock; at < clock + item.length; at++) order.push(`${client} ${at} ${item.deleted}`);
      if (item.content instanceof Y.ContentType) enter(item.content.type);
      item = item.right;
    }
  }
  return order.join();
}

function firstOf(item: Y.Item | null): Y.Item | null {
  let first = item;
  while (first?.left) first = first.left;
  return first;
}
