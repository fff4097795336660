import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { spliceText } from "#shared/model/index.ts";
import { deliver, deliverAll, peersOn } from "../../tests/fixtures/doc/peers.ts";
import {
  aCitation,
  addCard,
  arg,
  aSource,
  card,
  connect,
  onCard,
  remove,
  type as typing,
} from "../../tests/fixtures/model/build.ts";
import { ArgumentDoc, type DocChange } from "./argument-doc.ts";
import { purge } from "./purge.ts";

const pair = [addCard("c1"), addCard("c2"), connect("a1", ["c1"], onCard("c2"))] as const;

function opened(): Readonly<{ ydoc: Y.Doc; doc: ArgumentDoc }> {
  const ydoc = new Y.Doc();
  const doc = new ArgumentDoc(ydoc, () => 77);
  for (const command of pair) doc.apply(command, "user");
  return { ydoc, doc };
}

describe("how a map lies in a Y.Doc", () => {
  it("[D1, D2, D3, D4] has a root for each type, a map for each record and a key for each field", () => {
    const { ydoc, doc } = opened();
    doc.apply({ type: "addSource", source: aSource("s1") }, "user");
    doc.apply({ type: "cite", card: card("c1"), citation: aCitation("z1", "s1", { quote: "q" }) }, "user");
    doc.apply({ type: "tag", id: card("c1"), tag: "new", on: true }, "user");
    const {
      cards,
      arguments: steps,
      sources,
    } = Object.fromEntries([...ydoc.share.keys()].map((name) => [name, ydoc.getMap(name).toJSON()]));
    expect([...ydoc.share.keys()].sort()).toEqual([
      "arguments",
      "cards",
      "conflicts",
      "groups",
      "meta",
      "positions",
      "presentations",
      "sources",
      "steps",
    ]);
    expect(cards?.["c1"]).toEqual({
      kind: "claim",
      text: "",
      author: "Ada",
      createdAt: 5,
      answers: {},
      tags: { new: "a0" },
      citations: { z1: ["a0", expect.objectContaining({ source: "s1", quote: "q" })] },
    });
    expect(steps?.["a1"]).toEqual({
      polarity: "support",
      premises: { c1: "a0" },
      target: { type: "card", id: "c2" },
      author: "Ada",
      createdAt: 5,
    });
    expect(sources).toEqual({ s1: { createdAt: 1 } });
    expect(ydoc.getMap("positions").toJSON()).toEqual({ c1: [0, 0], c2: [0, 0] });
    expect((ydoc.getMap("cards").get("c1") as Y.Map<unknown>).get("text")).toBeInstanceOf(Y.Text);
  });

  it("[D10] deletes by one flag with its time, and leaves all else in place", () => {
    const { ydoc, doc } = opened();
    doc.apply(remove("c2"), "user");
    const stored = ydoc.getMap("cards").toJSON()["c2"];
    expect(stored).toMatchObject({ kind: "claim", createdAt: 5, [`deletedAt:${ydoc.clientID}`]: 77 });
    expect(ydoc.getMap("arguments").toJSON()["a1"].target).toEqual({ type: "card", id: "c2" });
    expect([doc.get(card("c2")), doc.get(arg("a1")), doc.has(card("c2"))]).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  it("[D18] purges what was deleted before a time, with its place, and keeps the rest", () => {
    const { ydoc, doc } = opened();
    doc.apply(remove("c1"), "user");
    expect(purge(ydoc, 77)).toBe(0);
    expect(purge(ydoc, 78)).toBe(1);
    expect([...ydoc.getMap("cards").keys()]).toEqual(["c2"]);
    expect([...ydoc.getMap("positions").keys()]).toEqual(["c2"]);
    expect(doc.has(card("c1"))).toBe(false);
    expect(doc.violations()).toEqual([]);
  });
});

describe("several people at once", () => {
  it("[D4] merge what they add to one set", () => {
    const peers = peersOn([...pair, addCard("c3"), addCard("c4")], 2);
    const [ada, ben] = peers;
    ada?.do({ type: "linkPremise", argument: arg("a1"), card: card("c3") });
    ben?.do({ type: "linkPremise", argument: arg("a1"), card: card("c4") });
    deliverAll(peers);
    for (const { doc } of peers) expect(doc.get(arg("a1"))).toMatchObject({ premises: ["c1", "c3", "c4"] });
  });

  it("[D4] give members that share a key new ones where something is to stand between them", () => {
    const peers = peersOn([...pair, addCard("c3"), addCard("c4"), addCard("c5")], 2);
    const [ada, ben] = peers;
    ada?.do({ type: "linkPremise", argument: arg("a1"), card: card("c3") });
    ben?.do({ type: "linkPremise", argument: arg("a1"), card: card("c4") });
    deliverAll(peers);
    ada?.do({ type: "linkPremise", argument: arg("a1"), card: card("c5") });
    ada?.do({ type: "orderPremise", argument: arg("a1"), card: card("c5"), before: card("c4") });
    ada?.do({ type: "orderPremise", argument: arg("a1"), card: card("c1"), before: null });
    deliverAll(peers);
    const premises = ["c3", "c5", "c4", "c1"];
    for (const { doc } of peers) expect(doc.get(arg("a1"))).toMatchObject({ premises });
  });

  it("[D1] both win when they edit two fields, and merge when they type in one text", () => {
    const peers = peersOn([addCard("c1", "claim", "is good")], 2);
    const [ada, ben] = peers;
    ada?.do({ type: "editCard", id: card("c1"), values: { color: "blue" } }, typing("c1", 0, "this "));
    ben?.do({ type: "editCard", id: card("c1"), values: { title: "Good" } }, typing("c1", 7, " enough"));
    deliverAll(peers);
    for (const { doc } of peers) {
      expect(doc.get(card("c1"))).toMatchObject({
        color: "blue",
        title: "Good",
        text: "this is good enough",
      });
    }
  });

  it("[D10] a delete wins over an edit, and a connection to it comes and goes with it", () => {
    const peers = peersOn([addCard("c1"), addCard("c2")], 2);
    const [ada, ben] = peers;
    ada?.do(remove("c2"));
    ben?.do(typing("c2", 0, "mine"), connect("a1", ["c1"], onCard("c2")));
    deliverAll(peers);
    for (const { doc } of peers) expect([...doc.records.keys()]).toEqual(["c1"]);
    ada?.history.undo();
    deliverAll(peers);
    for (const { doc } of peers) expect([...doc.records.keys()].sort()).toEqual(["a1", "c1", "c2"]);
  });

  it("[D15] who connect the same two cards the same way keep one connection", () => {
    const peers = peersOn([addCard("c1"), addCard("c2")], 2);
    const [ada, ben] = peers;
    ada?.do(connect("a1", ["c1"], onCard("c2")));
    ben?.do(connect("a2", ["c1"], onCard("c2")));
    deliverAll(peers);
    for (const { doc } of peers) expect(doc.repair().map(({ rule }) => rule)).toEqual(["I9"]);
    deliverAll(peers);
    for (const { doc } of peers) {
      expect(doc.get(arg("a1"))).toBeDefined();
      expect(doc.get(arg("a2"))).toBeUndefined();
      expect(doc.violations()).toEqual([]);
    }
  });

  it("[D15] mends the same when looking is done in steps, also what arrives between them", () => {
    const cards = Array.from({ length: 100 }, (_, at) => addCard(`c${at}`));
    const peers = peersOn(cards, 2);
    const [ada, ben] = peers;
    if (!ada || !ben) throw new Error("two peers were asked for");
    const fresh = new ArgumentDoc(ada.ydoc, () => 77);
    const looking = fresh.prepareRepair();
    expect(looking.next().done).toBe(false);
    ada.do(connect("a0", ["c0"], onCard("c1")), connect("a2", ["c2"], onCard("c3")));
    ben.do(connect("a1", ["c0"], onCard("c1")), connect("a3", ["c2"], onCard("c3")));
    deliverAll(peers);
    while (!looking.next().done);
    const mended = fresh.repair().map(({ rule, id }) => [rule, id]);
    expect(mended.sort()).toEqual([
      ["I9", "a1"],
      ["I9", "a3"],
    ]);
    expect(fresh.violations()).toEqual([]);
    expect(new ArgumentDoc(ada.ydoc, () => 77).violations()).toEqual([]);
  });

  it("[D8] takes in what arrives out of order", () => {
    const [ada, ben] = peersOn([], 2);
    ada?.do(addCard("c1"), typing("c1", 0, "a"), typing("c1", 1, "b"));
    if (!ada || !ben) throw new Error("two peers were asked for");
    while (ben.inbox.length > 0) deliver(ben, ben.inbox.length - 1);
    expect(ben.doc.toPlainMap()).toEqual(ada.doc.toPlainMap());
  });
});

describe("what a document tells of its changes", () => {
  const listening = (): Readonly<{ doc: ArgumentDoc; ydoc: Y.Doc; told: DocChange[]; stop: () => void }> => {
    const { ydoc, doc } = opened();
    const told: DocChange[] = [];
    const stop = doc.onChange((change) => told.push(change));
    return { ydoc, doc, told, stop };
  };
  const ids = (...names: readonly string[]): ReadonlySet<unknown> => new Set(names);

  it("[D6] is one transaction a command, with its origin", () => {
    const { doc, told } = listening();
    doc.apply({ type: "batch", commands: [addCard("c3"), connect("a2", ["c3"], onCard("c1"))] }, "import");
    doc.apply(
      {
        type: "moveCards",
        to: [
          [card("c1"), [1, 1]],
          [card("c2"), [2, 2]],
        ],
      },
      "layout",
    );
    doc.apply({ type: "entitle", title: "T" }, "user");
    expect(told).toEqual([
      {
        added: ids("c3", "a2"),
        changed: ids(),
        removed: ids(),
        moved: ids("c3"),
        meta: false,
        origin: "import",
      },
      { added: ids(), changed: ids(), removed: ids(), moved: ids("c1", "c2"), meta: false, origin: "layout" },
      { added: ids(), changed: ids(), removed: ids(), moved: ids(), meta: true, origin: "user" },
    ]);
  });

  it("[D9] names what a deletion hides and its undoing shows", () => {
    const { doc, told, ydoc } = listening();
    doc.apply(remove("c2"), "user");
    const stored = ydoc.getMap("cards").get("c2") as Y.Map<unknown>;
    ydoc.transact(() => stored.delete(`deletedAt:${ydoc.clientID}`), "a provider");
    expect(told.map(({ added, removed, origin }) => ({ added, removed, origin }))).toEqual([
      { added: ids(), removed: ids("c2", "a1"), origin: "user" },
      { added: ids("c2", "a1"), removed: ids(), origin: "remote" },
    ]);
  });

  it("[D6] is nothing after a refusal, after no change, and after it was told to stop", () => {
    const { doc, told, stop } = listening();
    expect(doc.apply(addCard("c1"), "user").ok).toBe(false);
    expect(doc.apply(typing("c1", 0, ""), "user").ok).toBe(true);
    stop();
    doc.apply(addCard("c9"), "user");
    doc.dispose();
    doc.apply(addCard("c8"), "user");
    expect(told).toEqual([]);
    expect(doc.get(card("c8"))).toBeUndefined();
  });

  it("[D9] keeps the very record while it is the same, and freezes it", () => {
    const { doc } = listening();
    const before = [doc.get(card("c1")), doc.get(arg("a1"))];
    doc.apply(typing("c2", 0, "a"), "user");
    doc.apply({ type: "editCard", id: card("c1"), values: { title: "" } }, "user");
    expect([doc.get(card("c1")), doc.get(arg("a1"))].every((record, index) => record === before[index])).toBe(
      true,
    );
    expect(before.every(Object.isFrozen)).toBe(true);
  });
});

describe("what a document tells of typing", () => {
  it("[D6] is every edit in order, and whose it was", () => {
    const peers = peersOn([addCard("c1", "claim", "one two")], 2);
    const [ada, ben] = peers;
    let mirror = "one two";
    const told: boolean[] = [];
    const stop = ada?.doc.watchText(card("c1"), (edits, isLocal) => {
      mirror = edits.reduce(spliceText, mirror);
      told.push(isLocal);
    });
    ada?.do({ type: "setText", id: card("c1"), text: "one 😀 two" });
    ben?.do({
      type: "batch",
      commands: [
        typing("c1", 7, "!"),
        { type: "spliceText", id: card("c1"), index: 0, remove: 2, insert: "O" },
      ],
    });
    deliverAll(peers);
    expect(mirror).toBe("Oe 😀 two!");
    expect(told).toEqual([true, false]);
    stop?.();
    ada?.do(typing("c1", 0, "x"));
    expect(mirror).toBe("Oe 😀 two!");
  });

  it("[D7] is nothing of a card that is not there", () => {
    const { doc } = opened();
    expect(() => doc.watchText(card("c9"), () => undefined)()).not.toThrow();
  });
});
