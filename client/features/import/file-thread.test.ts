import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyMap } from "#shared/model/index.ts";
import { aCard } from "../../../tests/fixtures/model/build.ts";
import { packPlainMap } from "../../canvas/packed-map.ts";
import type { FileReply, FileWord } from "./file-desk.ts";
import { FileThread } from "./file-thread.ts";

/** Answers only when the test says so. */
class StillWorker {
  onmessage: ((event: Readonly<{ data: FileReply }>) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly heard: FileWord[] = [];
  isEnded = false;

  constructor() {
    worker = this;
  }

  postMessage(word: FileWord): void {
    this.heard.push(word);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

let worker: StillWorker;
const file = { fileName: "a.txt", text: "- a", format: null, now: 0, author: "", isBesideMap: true };
const there = [aCard("c", "claim", { text: "c" })];
const packed = packPlainMap(emptyMap({ title: "", createdAt: 0 }));

beforeEach(() => {
  vi.stubGlobal("Worker", StillWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("what has been ended answers at once", async () => {
  const controller = new AbortController();
  const thread = new FileThread(controller.signal);
  const first = thread.pieces("all", [0, 0]).next();
  await vi.waitFor(() => expect(worker.heard).toHaveLength(1));
  controller.abort();
  await expect(first).rejects.toThrow("does not answer");
  await expect(thread.pieces("all", [0, 0]).next()).rejects.toThrow("does not answer");
  expect(worker.isEnded).toBe(true);
  expect(worker.heard).toHaveLength(1);
});

test("a program that cannot be fetched has failed, also where that is known before the first question", async () => {
  const thread = new FileThread(new AbortController().signal);
  const knowing = thread.know(there);
  worker.onerror?.();
  await knowing;
  expect(await thread.read(file)).toBe("failed");
  expect(worker.heard).toEqual([]);
});

test("one that is too slow does not go on", async () => {
  vi.useFakeTimers();
  const thread = new FileThread(new AbortController().signal);
  const reading = thread.read(file);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await reading).toBe("too-slow");
  expect(worker.isEnded).toBe(true);
  expect(await thread.read(file)).toBe("too-slow");
});

test("a piece that nobody waits for any more is not taken for the next one's", async () => {
  const thread = new FileThread(new AbortController().signal);
  const given = vi.fn();
  void thread.pieces("all", [0, 0]).next();
  void thread.pieces("all", [0, 0]).next().then(given);
  await vi.waitFor(() => expect(worker.heard).toHaveLength(1));
  worker.onmessage?.({ data: { type: "piece", map: undefined } });
  await vi.waitFor(() => expect(worker.heard).toHaveLength(2));
  expect(given).not.toHaveBeenCalled();
  worker.onmessage?.({ data: { type: "piece", map: packed } });
  await vi.waitFor(() => expect(given).toHaveBeenCalledOnce());
  expect(given.mock.calls[0]?.[0].value.meta.createdAt).toBe(0);
});

test("what is on the map is told though the page is never idle, and without waiting where nobody sees it", async () => {
  const idle = vi.fn<typeof requestIdleCallback>(() => 1);
  vi.stubGlobal("requestIdleCallback", idle);
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  const thread = new FileThread(new AbortController().signal);
  await thread.know(there);
  expect(worker.heard).toHaveLength(1);
  hidden.mockReturnValue(false);
  void thread.know(there);
  expect(idle.mock.calls[0]?.[1]?.timeout).toBeLessThanOrEqual(200);
});
