import { afterEach, expect, test, vi } from "vitest";
import type { MapRecord, PlainMap } from "#shared/model/index.ts";
import { aCard, addCard, anArgument, card, mapOf, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { insertInPieces, insertPieces } from "./insert-in-pieces.ts";
import { blockOf } from "./paste-place.ts";

afterEach(() => vi.restoreAllMocks());

/** A claim with so many reasons: more than one piece. */
function argued(reasons: number, name = "") {
  const goal = `${name}goal`;
  const records: MapRecord[] = [aCard(goal, "claim", { text: "goal" })];
  for (let at = 0; at < reasons; at += 1) {
    records.push(
      aCard(`${name}r${at}`, "claim", { text: `reason ${at}` }),
      anArgument(`${name}a${at}`, [`${name}r${at}`], onCard(goal)),
    );
  }
  return blockOf(mapOf(records));
}

function open() {
  const client = createClientSession([aCard("before", "claim", { text: "before" })]);
  return { ...client, desk: createCanvasTools(client.session) };
}

test("a large map comes in piece by piece as one step of undo", async () => {
  const { desk, doc, session } = open();
  const seen: number[] = [];
  const block = argued(100);
  const onProgress = (done: number, total: number) => {
    expect(doc.records.size).toBe(done + 1);
    seen.push(done / total);
  };
  expect(await insertInPieces(desk, block, { origin: "import", onProgress })).toBe(201);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toBe(1);
  expect(desk.ui.getState().selection.size).toBe(101);
  session.undo();
  expect([...doc.records.keys()]).toEqual(["before"]);
  session.redo();
  expect(doc.records.size).toBe(202);
});

test("called off in the middle, nothing of it stays", async () => {
  const { desk, doc } = open();
  const calling = new AbortController();
  const onProgress = (done: number) => {
    if (done > 60) calling.abort();
  };
  const { signal } = calling;
  expect(await insertInPieces(desk, argued(100), { origin: "import", signal, onProgress })).toBe(0);
  expect([...doc.records.keys()]).toEqual(["before"]);
});

test("refused in the middle, nothing of it stays, and it is told why", async () => {
  const { desk, doc, session } = open();
  const tell = vi.spyOn(desk, "tell");
  const apply = session.apply.bind(session);
  const refusal = { ok: false, error: { code: "read-only", message: "", ids: [] } } as const;
  const spy = vi
    .spyOn(session, "apply")
    .mockImplementation((command, origin) => (spy.mock.calls.length > 2 ? refusal : apply(command, origin)));
  expect(await insertInPieces(desk, argued(100), { origin: "import" })).toBe(0);
  expect(tell).toHaveBeenCalledOnce();
  expect([...doc.records.keys()]).toEqual(["before"]);
});

test("a second one that comes in meanwhile is a step of its own", async () => {
  const { desk, doc, session } = open();
  const first = insertInPieces(desk, argued(100), { origin: "user" });
  const second = insertInPieces(desk, argued(60, "b"), { origin: "user" });
  expect(await Promise.all([first, second])).toEqual([201, 121]);
  expect(doc.records.size).toBe(1 + 201 + 121);
  session.undo();
  expect(doc.records.size).toBe(1 + 201);
  expect(doc.get(card("goal"))).toBeDefined();
  session.undo();
  expect([...doc.records.keys()]).toEqual(["before"]);
  session.redo();
  session.redo();
  expect(doc.records.size).toBe(1 + 201 + 121);
});

test("undo in the middle calls it off", async () => {
  const { desk, doc, session } = open();
  const onProgress = (done: number) => done === 80 && session.undo();
  expect(await insertInPieces(desk, argued(100), { origin: "user", onProgress })).toBe(0);
  expect([...doc.records.keys()]).toEqual(["before"]);
  expect(session.history.canUndo).toBe(false);
});

test("what one does oneself meanwhile is no part of it, and stays when it is called off", async () => {
  const { desk, doc, session } = open();
  const calling = new AbortController();
  const onProgress = (done: number) => {
    if (done === 80) session.apply(addCard("own", "claim", "own"));
    if (done > 120) calling.abort();
  };
  const { signal } = calling;
  expect(await insertInPieces(desk, argued(100), { origin: "user", signal, onProgress })).toBe(0);
  expect([...doc.records.keys()]).toEqual(["before", "own"]);
  session.undo();
  expect([...doc.records.keys()]).toEqual(["before"]);
});

test("where the map may not be changed any more, it says how much has come in", async () => {
  const { desk, doc, setStatus } = open();
  const tell = vi.spyOn(desk, "tell");
  const onProgress = (done: number) => done === 80 && setStatus({ canEdit: false });
  expect(await insertInPieces(desk, argued(100), { origin: "import", onProgress })).toBe(80);
  expect(doc.records.size).toBe(81);
  expect(tell).toHaveBeenCalledOnce();
});

test("goes on where frames stop coming, as they do once nobody sees the page", async () => {
  vi.spyOn(window, "requestAnimationFrame").mockReturnValue(1);
  const { desk } = open();
  expect(await insertInPieces(desk, argued(30), { origin: "import" })).toBe(61);
});

test("where a piece cannot be had, nothing of it stays", async () => {
  const { desk, doc } = open();
  const { map, bounds } = argued(3);
  async function* pieces(): AsyncGenerator<PlainMap> {
    yield map;
    throw new Error("a fault");
  }
  const adding = insertPieces(desk, { pieces: pieces(), records: 14, bounds }, { origin: "import" });
  await expect(adding).rejects.toThrow("a fault");
  expect([...doc.records.keys()]).toEqual(["before"]);
});

test("called off while the next piece does not come, it waits for nothing", async () => {
  const { desk, doc } = open();
  const { map, bounds } = argued(3);
  const calling = new AbortController();
  async function* pieces(): AsyncGenerator<PlainMap> {
    yield map;
    calling.abort();
    await new Promise(() => undefined);
  }
  const content = { pieces: pieces(), records: 14, bounds };
  expect(await insertPieces(desk, content, { origin: "import", signal: calling.signal })).toBe(0);
  expect([...doc.records.keys()]).toEqual(["before"]);
});
