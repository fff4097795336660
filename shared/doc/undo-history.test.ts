import { describe, expect, it } from "vitest";
import { deliverAll, type Peer, peersOn } from "../../tests/fixtures/doc/peers.ts";
import {
  addCard,
  aPresentation,
  arg,
  aStep,
  card,
  connect,
  onCard,
  presentation,
  remove,
  step,
  type as typing,
} from "../../tests/fixtures/model/build.ts";

const textOf = (peer: Peer, id: string): string | undefined => {
  const found = peer.doc.get(card(id));
  return found?.type === "card" ? found.text : undefined;
};

/** Two people, each way round: who wins a field that both set goes by a number that neither knows. */
const bothWays = [
  { who: "the one whose value wins", first: 1, second: 0 },
  { who: "the one whose value loses", first: 0, second: 1 },
];

function pair(start: Parameters<typeof peersOn>[0], first = 0): readonly [Peer, Peer] {
  const [a, b] = peersOn(start, 2);
  if (!a || !b) throw new Error("two peers were asked for");
  return first === 0 ? [a, b] : [b, a];
}

describe("undo among several people", () => {
  it("[D13] keeps the words that another typed into a card while it was deleted", () => {
    const [ada, ben] = pair([addCard("c1", "claim", "open")]);
    ada.do(remove("c1"));
    ben.do(typing("c1", 4, " science"));
    deliverAll([ada, ben]);
    expect(ben.doc.get(card("c1"))).toBeUndefined();
    ada.history.undo();
    deliverAll([ada, ben]);
    expect(textOf(ada, "c1")).toBe("open science");
    expect(ben.doc.toPlainMap()).toEqual(ada.doc.toPlainMap());
  });

  it("[D11] takes an added card away for all, and brings back with it what others did to it", () => {
    const [ada, ben] = pair([addCard("c1")]);
    ada.do(addCard("c2", "claim", "ours", [7, 8]));
    deliverAll([ada, ben]);
    ben.do(typing("c2", 4, " too"), connect("a1", ["c2"], onCard("c1")), {
      type: "tag",
      id: card("c2"),
      tag: "new",
      on: true,
    });
    deliverAll([ada, ben]);
    const before = ben.doc.toPlainMap();
    ada.history.undo();
    deliverAll([ada, ben]);
    for (const { doc } of [ada, ben]) {
      expect([...doc.records.keys()]).toEqual(["c1"]);
      expect(doc.violations()).toEqual([]);
    }
    ada.history.redo();
    deliverAll([ada, ben]);
    expect(ada.doc.toPlainMap()).toEqual(before);
    expect(ben.doc.toPlainMap()).toEqual(before);
    expect(textOf(ben, "c2")).toBe("ours too");
  });

  for (const { who, first } of bothWays) {
    it(`[D10] leaves a card that both deleted away until both have taken it back (${who} first)`, () => {
      const [ada, ben] = pair([addCard("c1")], first);
      ada.do(remove("c1"));
      ben.do(remove("c1"));
      deliverAll([ada, ben]);
      ada.history.undo();
      deliverAll([ada, ben]);
      expect([ada.doc.has(card("c1")), ada.doc.get(card("c1")), ben.doc.get(card("c1"))]).toEqual([
        true,
        undefined,
        undefined,
      ]);
      ben.history.undo();
      deliverAll([ada, ben]);
      expect(textOf(ada, "c1")).toBe("");
      expect(textOf(ben, "c1")).toBe("");
    });

    it(`[D14] leaves a place to a card that both moved at once (${who} undoes)`, () => {
      const [ada, ben] = pair([addCard("c1", "claim", "", [0, 0])], first);
      ada.do({ type: "moveCards", to: [[card("c1"), [1, 1]]] });
      ben.do({ type: "moveCards", to: [[card("c1"), [2, 2]]] });
      deliverAll([ada, ben]);
      const wonByAda = ada.doc.position(card("c1"))?.[0] === 1;
      ada.history.undo();
      deliverAll([ada, ben]);
      expect(ada.doc.position(card("c1"))).toEqual(wonByAda ? [0, 0] : [2, 2]);
      expect(ben.doc.position(card("c1"))).toEqual(wonByAda ? [0, 0] : [2, 2]);
      if (!wonByAda) return;
      ada.history.redo();
      deliverAll([ada, ben]);
      expect(ben.doc.position(card("c1"))).toEqual([1, 1]);
    });

    it(`[D14] leaves a target to a step that both turned elsewhere at once (${who} undoes)`, () => {
      const [ada, ben] = pair(
        [addCard("c1"), addCard("c2"), addCard("c3"), addCard("c4"), connect("a1", ["c1"], onCard("c2"))],
        first,
      );
      ada.do({ type: "retargetArgument", id: arg("a1"), target: onCard("c3") });
      ben.do({ type: "retargetArgument", id: arg("a1"), target: onCard("c4") });
      deliverAll([ada, ben]);
      ada.history.undo();
      deliverAll([ada, ben]);
      expect(ada.doc.get(arg("a1"))).toMatchObject({ target: onCard(first === 1 ? "c2" : "c4") });
      expect(ben.doc.toPlainMap()).toEqual(ada.doc.toPlainMap());
    });
  }

  it("[D12] takes back one's own words in a step's notes, typed in one go, and leaves another's", () => {
    const [ada, ben] = pair([{ type: "addStep", step: aStep("t1", [], { notes: "Open." }) }]);
    const note = (index: number, insert: string) =>
      ({ type: "spliceNotes", id: step("t1"), index, remove: 0, insert }) as const;
    ada.do(note(5, " P"), note(7, "ause."));
    ben.do(note(0, "Smile. "));
    deliverAll([ada, ben]);
    const notesOf = (peer: Peer): unknown => peer.doc.get(step("t1"));
    expect(notesOf(ben)).toMatchObject({ notes: "Smile. Open. Pause." });
    ada.history.undo();
    deliverAll([ada, ben]);
    for (const peer of [ada, ben]) expect(notesOf(peer)).toMatchObject({ notes: "Smile. Open." });
    expect(ada.history.canUndo).toBe(false);
  });

  it("[D5] brings a presentation's steps back with it, with those that another added meanwhile", () => {
    const lecture = { presentation: presentation("p1") };
    const [ada, ben] = pair([
      { type: "addPresentation", presentation: aPresentation("p1") },
      { type: "addStep", step: aStep("t1", [], lecture) },
    ]);
    ada.do(remove("p1"));
    ben.do({ type: "addStep", step: aStep("t2", [], lecture) });
    deliverAll([ada, ben]);
    for (const { doc } of [ada, ben]) expect([...doc.records.keys()]).toEqual([]);
    ada.history.undo();
    deliverAll([ada, ben]);
    for (const { doc } of [ada, ben]) expect([...doc.records.keys()].sort()).toEqual(["p1", "t1", "t2"]);
  });

  it("[D12] takes back own work only, though others worked between", () => {
    const [ada, ben] = pair([addCard("c1", "claim", "a")]);
    ada.do({ type: "editCard", id: card("c1"), values: { title: "Ada's" } });
    deliverAll([ada, ben]);
    ben.do({ type: "editCard", id: card("c1"), values: { color: "blue" } }, addCard("c9"));
    deliverAll([ada, ben]);
    ada.history.undo();
    deliverAll([ada, ben]);
    expect(ben.doc.get(card("c1"))).toMatchObject({ title: "", color: "blue" });
    expect(ben.doc.get(card("c9"))).toBeDefined();
    expect(ada.history.canUndo).toBe(false);
  });
});

describe("the steps of undo", () => {
  const stepsBack = (peer: Peer): number => {
    let count = 0;
    for (; peer.history.canUndo; count++) peer.history.undo();
    return count;
  };

  it("[D12] counts typing in one card as one step", () => {
    const [ada] = pair([addCard("c1")]);
    ada.do(typing("c1", 0, "o"), typing("c1", 1, "p"), typing("c1", 2, "e"));
    expect(stepsBack(ada)).toBe(1);
    expect(textOf(ada, "c1")).toBe("");
  });

  it("[D12] begins a new step with another card, another command, or after an undo", () => {
    const [ada] = pair([addCard("c1"), addCard("c2")]);
    ada.do(typing("c1", 0, "a"), typing("c2", 0, "b"), typing("c1", 1, "c"));
    expect(stepsBack(ada)).toBe(3);
    ada.do(typing("c1", 0, "a"), { type: "moveCards", to: [[card("c1"), [1, 1]]] }, typing("c1", 1, "b"));
    expect(stepsBack(ada)).toBe(3);
    ada.do(typing("c1", 0, "a"), typing("c1", 1, "b"));
    ada.history.undo();
    ada.do(typing("c1", 0, "x"));
    ada.do(typing("c1", 1, "y"));
    expect(stepsBack(ada)).toBe(1);
  });

  it("[D12] counts putting a card down and writing in it as one step, however long one thinks", () => {
    const [ada] = pair([]);
    ada.do(addCard("c1"));
    ada.do(typing("c1", 0, "o"), typing("c1", 1, "p"));
    expect(stepsBack(ada)).toBe(1);
    expect(ada.doc.get(card("c1"))).toBeUndefined();
    ada.history.redo();
    expect(textOf(ada, "c1")).toBe("op");
  });

  it("[D12] counts a batch as one step and a refused command as none", () => {
    const [ada] = pair([addCard("c1")]);
    ada.do({ type: "batch", commands: [addCard("c2"), connect("a1", ["c1"], onCard("c2"))] });
    expect(ada.doc.apply(addCard("c2"), "user").ok).toBe(false);
    expect(stepsBack(ada)).toBe(1);
    expect([...ada.doc.records.keys()]).toEqual(["c1"]);
  });

  it("[D12] leaves repairs alone", () => {
    const [ada] = pair([addCard("c1")]);
    expect(ada.doc.apply(typing("c1", 0, "a"), "repair").ok).toBe(true);
    expect(ada.history.canUndo).toBe(false);
  });

  it("[D12] restores the view of the moment with each step, and tells when it can", () => {
    let looking = "start";
    const seen: string[] = [];
    const [ada] = peersOn([addCard("c1")], 1, {
      capture: () => looking,
      restore: (view) => seen.push(String(view)),
    });
    const told: boolean[] = [];
    const stop = ada?.history.onChange(() => told.push(ada.history.canUndo));
    ada?.do(typing("c1", 0, "a"));
    looking = "elsewhere";
    ada?.history.undo();
    looking = "here again";
    ada?.history.redo();
    expect(seen).toEqual(["start", "elsewhere"]);
    expect(told.at(0)).toBe(true);
    stop?.();
    ada?.history.dispose();
  });
});
