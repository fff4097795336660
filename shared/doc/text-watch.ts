import type * as Y from "yjs";
import { withOwnListeners } from "./trim.ts";

/** One edit of a text, in UTF-16 code units of the text as the edit finds it. */
export type TextEdit = Readonly<{ index: number; remove: number; insert: string }>;

/**
 * Tells `listener` of each transaction's edits of `text`, to be made in their order; `isLocal` is true where this
 * replica typed them. Returns the way to stop.
 */
export function watchText(
  text: Y.Text,
  listener: (edits: readonly TextEdit[], isLocal: boolean) => void,
): () => void {
  const observe = (event: Y.YTextEvent): void => {
    listener(editsOf(event.delta), event.transaction.local);
  };
  withOwnListeners(text).observe(observe);
  return () => text.unobserve(observe);
}

type DeltaPart = Y.YTextEvent["delta"][number];

function editsOf(delta: readonly DeltaPart[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let index = 0;
  for (const part of delta) {
    if (part.retain !== undefined) index += part.retain;
    if (part.delete !== undefined) edits.push({ index, remove: part.delete, insert: "" });
    if (typeof part.insert === "string") {
      edits.push({ index, remove: 0, insert: part.insert });
      index += part.insert.length;
    }
  }
  return edits;
}
