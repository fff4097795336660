import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import { addCard, card, connect, onCard } from "../fixtures/model/build.ts";
import { answerFrame, askFrame, barrierFrame, presenceFrame, updateFrame } from "../support/frames.ts";

/** Frames of every kind that a client may send, of somebody who edits a map: what a fuzzer begins with. */
export function sampleFrames(): readonly [Uint8Array, ...Uint8Array[]] {
  const ydoc = new Y.Doc();
  const map = new ArgumentDoc(ydoc, () => 1);
  const updates: Uint8Array[] = [];
  ydoc.on("update", (update: Uint8Array) => updates.push(update));
  for (const id of ["a", "b", "c"]) map.apply(addCard(id, "claim", `text of ${id}`), "user");
  map.apply(connect("r", ["a", "b"], onCard("c")), "user");
  map.apply({ type: "spliceText", id: card("a"), index: 2, remove: 3, insert: "other" }, "user");
  map.apply({ type: "moveCards", to: [[card("a"), [3, 4]]] }, "user");
  map.apply({ type: "delete", ids: [card("b")] }, "user");
  const probe = ydoc.getMap("probe");
  probe.set("nested", new Y.Map([["list", [1, "two", { three: null }]]]));
  probe.delete("nested");
  ydoc.getArray("list").push([new Uint8Array(9), 2 ** 40, true]);
  map.dispose();
  return [
    askFrame(Y.encodeStateVector(ydoc)),
    askFrame(Uint8Array.of(0)),
    answerFrame(Y.encodeStateAsUpdate(ydoc)),
    answerFrame(Uint8Array.of(0, 0)),
    ...updates.map(updateFrame),
    presenceFrame([
      [ydoc.clientID, 1, { user: { name: "Fuzz" }, cursor: [1, 2], drag: { ids: ["a"], dx: 1, dy: 1 } }],
    ]),
    presenceFrame([[ydoc.clientID, 2, null]]),
    Uint8Array.of(3),
    barrierFrame(Uint8Array.of(1, 2, 3)),
  ];
}
