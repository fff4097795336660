import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { aCard, anArgument, arg, by, card, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { NearWeigher } from "../../../tests/support/near-weigher.ts";
import type { WeighTold } from "./scales.ts";
import { Weighing } from "./weighing.ts";

beforeEach(() => {
  NearWeigher.asked = 0;
  NearWeigher.told = 0;
  vi.stubGlobal("Worker", NearWeigher);
});
afterEach(() => vi.unstubAllGlobals());

/** A thread that has a fault. */
class BadWeigher {
  static made = 0;
  onerror: (() => void) | null = null;

  constructor() {
    BadWeigher.made += 1;
  }

  postMessage({ isLast }: WeighTold): void {
    if (isLast) queueMicrotask(() => this.onerror?.());
  }

  terminate(): void {
    this.onerror = null;
  }
}

function weigh() {
  const made = createClientSession([
    aCard("q", "question"),
    aCard("c"),
    aCard("e", "evidence"),
    aCard("o", "evidence"),
    anArgument("a", ["e"], onCard("c")),
  ]);
  const weighing = new Weighing(made.session);
  onTestFinished(() => weighing.dispose());
  return { ...made, weighing };
}

test("[K21] a map is weighed from when somebody listens, who is told which cards fare otherwise", async () => {
  const { weighing } = weigh();
  expect(NearWeigher.asked).toBe(0);
  const told = vi.fn<(cards: readonly string[]) => void>();
  weighing.subscribe(told);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(new Set(told.mock.calls[0]?.[0])).toEqual(new Set(["c", "e", "o"]));
  expect(weighing.fareOf("standing", card("c"))).toEqual({ kind: "standing", standing: "stands" });
  expect(weighing.fareOf("strength", card("e"))).toEqual({ kind: "strength", value: 0.5, text: "0.50" });
  expect(weighing.fareOf("standing", card("q"))).toBeUndefined();
});

test("[K21] it is weighed anew when that matters, and not for words", async () => {
  const { weighing, session } = weigh();
  const told = vi.fn<(cards: readonly string[]) => void>();
  weighing.subscribe(told);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  session.apply({ type: "spliceText", id: card("c"), index: 0, remove: 0, insert: "Surely " });
  session.apply({ type: "moveCards", to: [[card("c"), [40, 40]]] });
  session.apply({
    type: "connect",
    id: arg("b"),
    polarity: "oppose",
    premises: [card("o")],
    target: onCard("c"),
    by,
  });
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), { timeout: 3_000 });
  expect(told.mock.calls[1]?.[0]).toEqual(["c"]);
  expect(weighing.fareOf("standing", card("c"))).toEqual({ kind: "standing", standing: "contested" });
  expect(NearWeigher.asked).toBe(2);
  // The five that there were at first, and the argument that came.
  expect(NearWeigher.told).toBe(6);
});

test("[K21] while nobody listens it is not weighed again, but as soon as somebody does", async () => {
  const { weighing, session } = weigh();
  const told = vi.fn<(cards: readonly string[]) => void>();
  const stop = weighing.subscribe(told);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  stop();
  session.apply({ type: "editCard", id: card("e"), values: { base: 0.9 } });
  await new Promise(requestAnimationFrame);
  expect(NearWeigher.asked).toBe(1);
  weighing.subscribe(told);
  await vi.waitFor(() => expect(weighing.fareOf("strength", card("e"))).toMatchObject({ text: "0.90" }), {
    timeout: 3_000,
  });
});

test("[E18] a map of any size is told in parts, and each thing once", async () => {
  const { session } = createClientSession(Array.from({ length: 1_201 }, (_, index) => aCard(`c${index}`)));
  const told: WeighTold[] = [];
  class Listening extends NearWeigher {
    override postMessage(part: WeighTold): void {
      told.push(part);
      super.postMessage(part);
    }
  }
  vi.stubGlobal("Worker", Listening);
  const weighing = new Weighing(session);
  onTestFinished(() => weighing.dispose());
  weighing.begin();
  await vi.waitFor(() =>
    expect(weighing.fareOf("standing", card("c1200"))).toEqual({ kind: "standing", standing: "unsupported" }),
  );
  expect(told.map(({ records }) => JSON.parse(records).length)).toEqual([500, 500, 201]);
  expect(told.map(({ isLast }) => isLast)).toEqual([false, false, true]);
});

test("[E18] what is deleted is told as gone", async () => {
  const { weighing, session } = weigh();
  const told = vi.fn<(cards: readonly string[]) => void>();
  weighing.subscribe(told);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  session.apply({ type: "delete", ids: [card("e")] });
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), { timeout: 3_000 });
  expect(new Set(told.mock.calls[1]?.[0])).toEqual(new Set(["c", "e"]));
  expect(weighing.fareOf("standing", card("e"))).toBeUndefined();
  expect(weighing.fareOf("standing", card("c"))).toEqual({ kind: "standing", standing: "unsupported" });
});

test("[E18] a thread that fails is told of, and another one is told all with the next change", async () => {
  vi.stubGlobal("Worker", BadWeigher);
  const { weighing, session } = weigh();
  const heard = vi.fn<() => void>();
  weighing.onState(heard);
  weighing.subscribe(() => undefined);
  await vi.waitFor(() => expect(weighing.hasFailed()).toBe(true));
  expect(heard).toHaveBeenCalledOnce();
  vi.stubGlobal("Worker", NearWeigher);
  session.apply({ type: "editCard", id: card("e"), values: { base: 0.9 } });
  await vi.waitFor(() => expect(weighing.hasFailed()).toBe(false), { timeout: 3_000 });
  expect(BadWeigher.made).toBe(1);
  expect(NearWeigher.told).toBe(5);
  expect(weighing.fareOf("strength", card("e"))).toMatchObject({ text: "0.90" });
});

/** A large map that is weighed; `turn` gives it time to tell one part, `leftOver` how often it waits for more. */
function weighSlowly() {
  const waiting: (() => void)[] = [];
  vi.stubGlobal("requestIdleCallback", (run: IdleRequestCallback) =>
    waiting.push(() => run({ didTimeout: false, timeRemaining: () => 0 })),
  );
  const threads: { told: WeighTold[]; onerror: (() => void) | null }[] = [];
  class SilentWeigher {
    readonly told: WeighTold[] = [];
    onerror: (() => void) | null = null;

    constructor() {
      threads.push(this);
    }

    postMessage(part: WeighTold): void {
      this.told.push(part);
    }

    terminate(): void {
      this.onerror = null;
    }
  }
  vi.stubGlobal("Worker", SilentWeigher);
  const { session } = createClientSession(Array.from({ length: 1_201 }, (_, index) => aCard(`c${index}`)));
  const weighing = new Weighing(session);
  onTestFinished(() => weighing.dispose());
  weighing.subscribe(() => undefined);
  const turn = () => waiting.shift()?.();
  return {
    ...{ session, weighing, threads, turn },
    leftOver: () => waiting.length,
    turnAll: () => {
      while (waiting.length > 0) turn();
    },
  };
}

test("[E18] a thread that fails while it is told is not begun again before something changes", () => {
  const { weighing, threads, turn, turnAll } = weighSlowly();
  turn();
  threads[0]?.onerror?.();
  expect(weighing.hasFailed()).toBe(true);
  turnAll();
  expect(threads).toHaveLength(1);
});

test("[E18] what was still to be told to a thread that failed is told to the next one once", async () => {
  const { session, threads, turn, turnAll, leftOver } = weighSlowly();
  turn();
  threads[0]?.onerror?.();
  session.apply({ type: "editCard", id: card("c0"), values: { base: 0.9 } });
  await vi.waitFor(() => expect(leftOver()).toBe(2), { timeout: 3_000 });
  turnAll();
  expect(threads).toHaveLength(2);
  const told = threads[1]?.told.map(({ records, isLast }) => [JSON.parse(records).length, isLast]);
  expect(told).toEqual([
    [500, false],
    [500, false],
    [201, true],
  ]);
});
