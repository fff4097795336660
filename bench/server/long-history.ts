/** A map with years behind it: many cards, and many more edits of them than the cards show. */
import * as Y from "yjs";
import { metaRoot, positionsRoot, rootNames } from "#shared/doc/doc-layout.ts";
import { limits } from "#shared/protocol/limits.ts";

const people = 20;
/** People stay with a card for a while; so much of the history merges. */
const editsTogether = 25;
const sampleWords = "The premise would have to hold for every member of the group, and it does not. ";

export type LongHistory = Readonly<{ snapshot: Uint8Array; tail: readonly Uint8Array[] }>;

/** Edits the document of a map in its stored form: words typed and taken back, and places. */
export function withLongHistory(first: readonly Uint8Array[], edits: number): LongHistory {
  const ydoc = new Y.Doc();
  for (const record of first) Y.applyUpdate(ydoc, record);
  if (ydoc.getMap(metaRoot).size === 0) throw new Error("The map to be edited was not stored.");
  const cards = ydoc.getMap<Y.Map<unknown>>(rootNames.card);
  const positions = ydoc.getMap<readonly number[]>(positionsRoot);
  const ids = [...cards.keys()];
  const tailLength = Math.min(limits.maxTailRecords - 1, Math.floor(edits / 2));
  const burst = (count: number, turn: number): void => {
    const id = ids[(turn * 7919) % ids.length] ?? "";
    ydoc.clientID = 1 + (turn % people);
    if (turn % 3 === 0) {
      for (let step = 0; step < count; step++) positions.set(id, [turn % 5000, step * 8]);
      return;
    }
    const text = cards.get(id)?.get("text");
    if (!(text instanceof Y.Text)) throw new Error(`The card ${id} has no text.`);
    const start = text.length;
    for (let step = 0; step < count; step++)
      text.insert(start + step, sampleWords[step % sampleWords.length] ?? " ");
    text.delete(start, count - 1);
  };
  let done = 0;
  for (let turn = 0; done < edits - tailLength; turn++, done += editsTogether) burst(editsTogether, turn);
  const snapshot = Y.encodeStateAsUpdate(ydoc);
  const tail: Uint8Array[] = [];
  ydoc.on("update", (update: Uint8Array) => tail.push(update));
  for (let turn = 0; tail.length < tailLength; turn++) burst(5, turn);
  ydoc.destroy();
  return { snapshot, tail: tail.slice(0, tailLength) };
}
