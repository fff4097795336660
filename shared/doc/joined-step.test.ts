import { describe, expect, it } from "vitest";
import { deliverAll, type Peer, peersOn } from "../../tests/fixtures/doc/peers.ts";
import { addCard, card, type as typing } from "../../tests/fixtures/model/build.ts";
import { joinSteps } from "./joined-step.ts";

function pair(start: Parameters<typeof peersOn>[0]): readonly [Peer, Peer] {
  const [a, b] = peersOn(start, 2);
  if (!a || !b) throw new Error("two peers were asked for");
  return [a, b];
}

describe("steps that are joined", () => {
  const textOf = ({ doc }: Peer): unknown => doc.get(card("c1"));
  const shown = (peer: Peer) => [...peer.doc.records.keys()].sort();

  it("[D12] what is carried out in pieces is one step, and what comes before, between and after is not part of it", () => {
    const [ada] = pair([]);
    ada.do(addCard("before", "claim", "before"));
    const step = joinSteps(ada.history);
    for (const id of ["p1", "p2"]) step.during(() => ada.do(addCard(id, "claim", id)));
    ada.do(addCard("between", "claim", "between"));
    step.during(() => ada.do(addCard("p3", "claim", "p3")));
    ada.do(addCard("after", "claim", "after"));
    ada.history.undo();
    expect(shown(ada)).toEqual(["before", "between", "p1", "p2", "p3"]);
    ada.history.undo();
    expect(shown(ada)).toEqual(["before", "p1", "p2", "p3"]);
    ada.history.undo();
    expect(shown(ada)).toEqual(["before"]);
    ada.history.redo();
    expect(shown(ada)).toEqual(["before", "p1", "p2", "p3"]);
    ada.history.redo();
    expect(shown(ada)).toEqual(["before", "between", "p1", "p2", "p3"]);
  });

  it("[D12] several at once are a step each", () => {
    const [ada] = pair([]);
    const first = joinSteps(ada.history);
    const second = joinSteps(ada.history);
    for (const at of [1, 2]) {
      first.during(() => ada.do(addCard(`a${at}`, "claim", "a")));
      second.during(() => ada.do(addCard(`b${at}`, "claim", "b")));
    }
    ada.history.undo();
    expect(shown(ada)).toEqual(["a1", "a2"]);
    expect([first.isTakenBack(), second.isTakenBack()]).toEqual([false, true]);
    ada.history.undo();
    expect(shown(ada)).toEqual([]);
    expect(ada.history.canUndo).toBe(false);
  });

  it("[D12] words written while pieces come are one step", () => {
    const [ada] = pair([addCard("c1")]);
    const step = joinSteps(ada.history);
    step.during(() => ada.do(addCard("p1")));
    ada.do(typing("c1", 0, "o"));
    step.during(() => ada.do(addCard("p2")));
    ada.do(typing("c1", 1, "k"));
    ada.history.undo();
    expect(textOf(ada)).toMatchObject({ text: "" });
    expect(shown(ada)).toEqual(["c1", "p1", "p2"]);
    // What was taken back meanwhile can still be brought back.
    step.during(() => ada.do(addCard("p3")));
    ada.history.redo();
    expect(textOf(ada)).toMatchObject({ text: "ok" });
    ada.do(typing("c1", 0, "own "));
    ada.history.undo();
    expect(shown(ada)).toEqual(["c1", "p1", "p2", "p3"]);
  });

  it("[D12] is taken back by itself, from among other steps, and can be brought back", () => {
    const [ada] = pair([]);
    ada.do(addCard("before", "claim", "before"));
    const step = joinSteps(ada.history);
    step.takeBack();
    expect(shown(ada)).toEqual(["before"]);
    step.during(() => ada.do(addCard("p1", "claim", "p1")));
    ada.do(addCard("after", "claim", "after"));
    expect(step.isTakenBack()).toBe(false);
    step.takeBack();
    expect(step.isTakenBack()).toBe(true);
    expect(shown(ada)).toEqual(["after", "before"]);
    step.takeBack();
    ada.history.redo();
    expect(shown(ada)).toEqual(["after", "before", "p1"]);
  });

  it("[D12] leaves other steps alone where nothing of it can be taken back", () => {
    const [ada, ben] = pair([addCard("c1", "claim", "", [0, 0])]);
    ada.do(addCard("before", "claim", "before"));
    const step = joinSteps(ada.history);
    step.during(() => ada.do({ type: "moveCards", to: [[card("c1"), [1, 1]]] }));
    deliverAll([ada, ben]);
    ben.do({ type: "moveCards", to: [[card("c1"), [2, 2]]] });
    deliverAll([ada, ben]);
    step.takeBack();
    expect(ada.doc.position(card("c1"))).toEqual([2, 2]);
    expect(shown(ada)).toEqual(["before", "c1"]);
  });
});
