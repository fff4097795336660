import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { blankCard, blankRecord, type CardId, type MapRecord } from "#shared/model/index.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CanvasScene } from "../scene/canvas-scene.ts";
import { answerTidy } from "./answer-tidy.ts";
import { tidy } from "./tidy.ts";
import type { TidyQuestion, TidyRequest } from "./tidy-request.ts";

const whole: TidyRequest = { scope: { type: "map" }, arrangement: "tree", direction: "right" };
const [claim, reason, other] = ["claim", "reason", "other"] as CardId[] as [CardId, CardId, CardId];

/** Stands in for the browser's worker: answers in a later turn, unless it is one of those that hang. */
class FakeWorker {
  static hanging = new Set<string>();
  static ended = 0;
  onmessage: ((event: Readonly<{ data: unknown }>) => void) | null = null;
  readonly #name: string;
  #isOver = false;

  constructor(url: URL) {
    this.#name = /(\w+)-worker/.exec(url.href)?.[1] ?? "";
  }

  postMessage(question: TidyQuestion): void {
    if (FakeWorker.hanging.has(this.#name)) return;
    const answer = answerTidy(structuredClone(question));
    queueMicrotask(() => this.#isOver || this.onmessage?.({ data: answer }));
  }

  terminate(): void {
    this.#isOver = true;
    FakeWorker.ended += 1;
  }
}

beforeEach(() => {
  vi.stubGlobal("Worker", FakeWorker);
  FakeWorker.hanging.clear();
  FakeWorker.ended = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("tidy", () => {
  test("moves cards in one step that undo takes back", async () => {
    const { session, scene } = open();
    expect(await tidy(session, scene, whole)).toEqual({ ok: true, value: { moved: 2, fellBack: false } });
    const places = [claim, reason, other].map((id) => session.doc.position(id));
    expect(new Set(places.map(String)).size).toBe(3);
    session.history.undo();
    expect(session.doc.position(reason)).toEqual([0, 0]);
    expect(session.doc.position(other)).toEqual([0, 0]);
  });

  test("what is tidy stays, and nothing is written", async () => {
    const { session, scene } = open();
    await tidy(session, scene, whole);
    expect(await tidy(session, scene, whole)).toEqual({ ok: true, value: { moved: 0, fellBack: false } });
  });

  test("a newer request ends the one under way", async () => {
    const { session, scene } = open();
    FakeWorker.hanging.add("tidy");
    const first = tidy(session, scene, whole);
    FakeWorker.hanging.clear();
    const second = tidy(session, scene, whole);
    expect(await first).toEqual({ ok: false, error: { code: "superseded" } });
    expect(await second).toMatchObject({ ok: true });
    expect(FakeWorker.ended).toBe(2);
  });

  test("layers that take too long are given up for a tree", async () => {
    vi.useFakeTimers();
    const { session, scene } = open();
    FakeWorker.hanging.add("layered");
    const result = tidy(session, scene, { ...whole, arrangement: "layered" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await result).toEqual({ ok: true, value: { moved: 2, fellBack: true } });
  });

  test("layers that cannot be found fall back at once", async () => {
    const { session, scene } = open();
    const result = await tidy(session, scene, { ...whole, arrangement: "layered" });
    expect(result).toMatchObject({ ok: true, value: { fellBack: true } });
  });

  test("a worker that never answers is ended, and nothing is moved", async () => {
    vi.useFakeTimers();
    const { session, scene } = open();
    FakeWorker.hanging.add("tidy");
    const result = tidy(session, scene, whole);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await result).toEqual({ ok: false, error: { code: "too-slow" } });
    expect(session.doc.position(reason)).toEqual([0, 0]);
  });

  test("a card that is pinned while places are sought stays", async () => {
    const { session, scene } = open();
    const result = tidy(session, scene, whole);
    session.apply({ type: "editCard", id: other, values: { pinned: true } });
    expect(await result).toMatchObject({ ok: true, value: { moved: 1 } });
    expect(session.doc.position(other)).toEqual([0, 0]);
  });

  test("a card that is moved while places are sought stays where it was put", async () => {
    const { session, scene } = open();
    const result = tidy(session, scene, whole);
    session.apply({ type: "moveCards", to: [[other, [900, 900]]] });
    expect(await result).toMatchObject({ ok: true, value: { moved: 1 } });
    expect(session.doc.position(other)).toEqual([900, 900]);
  });

  test("who may not change the map is told so", async () => {
    const { session, scene } = open(false);
    expect(await tidy(session, scene, whole)).toMatchObject({
      ok: false,
      error: { code: "refused", fault: { code: "read-only" } },
    });
  });

  test("a subtree is laid out by itself", async () => {
    const { session, scene } = open();
    const result = await tidy(session, scene, { ...whole, scope: { type: "subtree", root: claim } });
    expect(result).toMatchObject({ ok: true });
    expect(session.doc.position(other)).toEqual([0, 0]);
  });
});

function open(canEdit = true) {
  const records: MapRecord[] = [
    ...[claim, reason, other].map((id, createdAt) => blankCard(id, { kind: "claim", createdAt, text: id })),
    blankRecord("argument", "a" as never, {
      polarity: "support",
      premises: [reason],
      target: { type: "card", id: claim },
      createdAt: 3,
    }),
  ];
  const { session } = createClientSession(records, { canEdit });
  session.doc.apply({ type: "moveCards", to: [claim, reason, other].map((id) => [id, [0, 0]]) }, "import");
  return { session, scene: new CanvasScene(session.records) };
}
