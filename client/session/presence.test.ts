import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { PresenceStore } from "./presence.ts";

const view = { x: 10.4, y: 20.6, zoom: 0.123456, width: 1280, height: 800 };

beforeEach(() => {
  vi.useFakeTimers();
});

const opened: PresenceStore[] = [];
afterEach(() => {
  for (const store of opened.splice(0)) store.dispose();
  vi.useRealTimers();
});

/** Two people who hear of each other at once. */
function twoPeople() {
  const [left, right] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const [ada, ben] = [
    new PresenceStore(left, { name: "Ada", color: "#2a6cb8" }),
    new PresenceStore(right, { name: "Ben", color: "#b03a7a" }),
  ];
  opened.push(ada, ben);
  let sent = 0;
  const pass = (from: Awareness, to: Awareness) => {
    applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), "wire");
    from.on("update", (_change: unknown, origin: unknown) => {
      if (origin !== "local") return;
      sent += 1;
      applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), "wire");
    });
  };
  pass(left, right);
  pass(right, left);
  return { ada, ben, left, sentSoFar: () => sent };
}

describe("what one sees", () => {
  test("goes out rounded, at once and then at most four times a second", () => {
    const { ada, ben, sentSoFar } = twoPeople();
    ada.look(view);
    expect(ben.peer(ada.ownId)?.view).toEqual({ x: 10, y: 21, zoom: 0.123, width: 1280, height: 800 });
    const before = sentSoFar();
    for (let ms = 0; ms < 1000; ms += 10) {
      ada.look({ ...view, x: ms });
      vi.advanceTimersByTime(10);
    }
    expect(sentSoFar() - before).toBeLessThanOrEqual(4);
    vi.advanceTimersByTime(1000);
    expect(ben.peer(ada.ownId)?.view?.x).toBe(990);
  });

  test("is heard by who listens to that one, and not by who listens to people", () => {
    const { ada, ben } = twoPeople();
    const [onAda, onPeople, onOther] = [vi.fn(), vi.fn(), vi.fn()];
    ben.onPeer(ada.ownId, onAda);
    ben.onPeople(onPeople);
    ben.onPeer(12345, onOther);
    ada.look(view);
    expect(onAda).toHaveBeenCalledOnce();
    expect(onPeople).not.toHaveBeenCalled();
    expect(onOther).not.toHaveBeenCalled();
  });
});

test("one counts as typing until a little after the last key", () => {
  const { ada, ben } = twoPeople();
  ada.edit("card");
  ada.type();
  ada.type();
  expect(ben.peer(ada.ownId)?.typing).toBe(true);
  vi.advanceTimersByTime(1000);
  ada.type();
  vi.advanceTimersByTime(1000);
  expect(ben.peer(ada.ownId)?.typing).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(ben.peer(ada.ownId)?.typing).toBe(false);
});

test("leaving the card ends typing", () => {
  const { ada, ben } = twoPeople();
  ada.edit("card");
  ada.type();
  ada.edit(null);
  expect(ben.peer(ada.ownId)).toMatchObject({ editing: null, typing: false });
});

describe("a call", () => {
  test("is heard once, with what the caller sees", () => {
    const { ada, ben } = twoPeople();
    const heard = vi.fn();
    ben.onCall(heard);
    ada.look(view);
    ada.look({ ...view, x: 500 });
    ada.call();
    ada.point([1, 2]);
    vi.advanceTimersByTime(1000);
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ clientId: ada.ownId, view: { x: 500 } });
  });

  test("made before one came is not heard", () => {
    const { ada, left } = twoPeople();
    ada.call();
    const late = new Awareness(new Y.Doc());
    const cy = new PresenceStore(late, { name: "Cy", color: "#3d7a36" });
    opened.push(cy);
    const heard = vi.fn();
    cy.onCall(heard);
    applyAwarenessUpdate(late, encodeAwarenessUpdate(left, [left.clientID]), "wire");
    expect(cy.peer(ada.ownId)?.calls).toBe(1);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe("a talk", () => {
  test("goes out at once, and a laser at most twenty times a second", () => {
    const { ada, ben, sentSoFar } = twoPeople();
    ada.present({ stage: { turn: 1 } });
    expect(ben.peer(ada.ownId)?.stage).toEqual({ turn: 1 });
    const before = sentSoFar();
    for (let ms = 0; ms < 1000; ms += 10) {
      ada.present({ laser: [ms, 0] });
      vi.advanceTimersByTime(10);
    }
    expect(sentSoFar() - before).toBeLessThanOrEqual(20);
    vi.advanceTimersByTime(1000);
    expect(ben.peer(ada.ownId)).toMatchObject({ laser: [990, 0], stage: { turn: 1 } });
  });
});

describe("states of others", () => {
  test("from clients before views, following, calls and talks are taken", () => {
    const { ada, ben, left } = twoPeople();
    left.setLocalState({
      user: { name: "Ada", color: "#2a6cb8" },
      cursor: null,
      selection: [],
      editing: null,
      drag: null,
    });
    expect(ben.peer(ada.ownId)).toMatchObject({
      typing: false,
      view: null,
      follows: null,
      calls: 0,
      stage: null,
      laser: null,
    });
  });

  test.each([
    ["a zoom of nothing", { view: { x: 0, y: 0, zoom: 0, width: 10, height: 10 } }],
    ["a place beyond all bounds", { view: { x: 1e300, y: 0, zoom: 1, width: 10, height: 10 } }],
    ["a call that is no number", { calls: "many" }],
    ["someone who is no client", { follows: -1 }],
    ["a laser that points nowhere", { laser: [0, null] }],
  ])("with %s are left out", (_what, odd) => {
    const { ada, ben, left } = twoPeople();
    left.setLocalState({ ...left.getLocalState(), ...odd });
    expect(ben.peer(ada.ownId)).toBeUndefined();
  });
});
