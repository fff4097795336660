import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { aCard, aCitation, anArgument, aSource, mapOf, onCard } from "../../tests/fixtures/model/build.ts";
import { ArgumentDoc } from "./argument-doc.ts";
import { seedDocument } from "./seed.ts";
import { trim } from "./trim.ts";

const card = (id: string) => aCard(id).id;

function opened() {
  const seeded = new Y.Doc();
  const map = mapOf(
    [
      aCard("c1", "claim", { text: "one", tags: ["a", "b"] }),
      aCard("c2", "evidence", { text: "two", citations: [aCitation("z1", "s1", { quote: "so" })] }),
      aSource("s1"),
      anArgument("a1", ["c2"], onCard("c1")),
    ],
    { c1: [1.5, -2], c2: [30, 40] },
  );
  expect(seedDocument(seeded, map).ok).toBe(true);
  const ydoc = new Y.Doc();
  const doc = new ArgumentDoc(ydoc, () => 1);
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(seeded), "network");
  return { ydoc, doc };
}

function trimAll(ydoc: Y.Doc): void {
  for (const _ of trim(ydoc));
}

describe("a trimmed document", () => {
  it("[D8, D9] shows the same records, and sends the same bytes", () => {
    const { ydoc, doc } = opened();
    const before = doc.toPlainMap();
    const bytes = Y.encodeStateAsUpdate(ydoc);
    trimAll(ydoc);
    expect(doc.get(card("c1"))).toBe(before.records.get(card("c1")));
    expect(doc.toPlainMap()).toEqual(before);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(bytes);
    expect(new ArgumentDoc(ydoc, () => 1).toPlainMap()).toEqual(before);
  });

  it("is changed from here and from elsewhere as before, and tells of it", () => {
    const { ydoc, doc } = opened();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(ydoc));
    trimAll(ydoc);
    const changed: string[] = [];
    doc.onChange((change) => changed.push(...change.changed, ...change.moved));
    const theirs = new ArgumentDoc(other, () => 1);
    theirs.apply({ type: "spliceText", id: card("c1"), index: 3, remove: 0, insert: "!" }, "user");
    theirs.apply({ type: "tag", id: card("c1"), tag: "c", on: true }, "user");
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(other), "network");
    doc.apply({ type: "moveCards", to: [[card("c2"), [7, 8]]] }, "user");
    expect(changed).toEqual(["c1", "c2"]);
    expect(doc.get(card("c1"))).toMatchObject({ text: "one!", tags: ["a", "b", "c"] });
    expect(doc.position(card("c2"))).toEqual([7, 8]);
  });

  it("tells of edits to the text of one card only to who watches that card", () => {
    const { ydoc, doc } = opened();
    trimAll(ydoc);
    const heard: string[] = [];
    const stop = doc.watchText(card("c1"), () => heard.push("c1"));
    doc.apply({ type: "setText", id: card("c2"), text: "2" }, "user");
    expect(heard).toEqual([]);
    doc.apply({ type: "setText", id: card("c1"), text: "1" }, "user");
    trimAll(ydoc);
    doc.apply({ type: "setText", id: card("c1"), text: "11" }, "user");
    expect(heard).toEqual(["c1", "c1"]);
    stop();
  });
});
