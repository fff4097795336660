import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CardId, createIdSource, type Point } from "#shared/model/index.ts";
import { aCard } from "../../../tests/fixtures/model/build.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { FileDesk, type FileReply, type FileWord } from "./file-desk.ts";
import type { ImportTarget } from "./import-target.ts";
import { ReadFileView } from "./read-file-view.tsx";

/** The worker's work, in the thread of the test. */
class NearWorker {
  static heard: FileWord[] = [];
  onmessage: ((event: Readonly<{ data: FileReply }>) => void) | null = null;
  #made = 0;
  readonly #desk = new FileDesk(createIdSource(() => `read-${++this.#made}`));

  postMessage(word: FileWord): void {
    NearWorker.heard.push(word);
    void this.#desk.hear(word).then((reply) => {
      if (reply) this.onmessage?.({ data: structuredClone(reply) });
    });
  }

  terminate(): void {
    this.onmessage = null;
  }
}

beforeEach(() => {
  NearWorker.heard = [];
  vi.stubGlobal("Worker", NearWorker);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(add: ImportTarget["add"], known: ImportTarget["known"] = () => []) {
  const onBusy = vi.fn<(isBusy: boolean) => void>();
  const onDone = vi.fn<() => void>();
  const page = renderPage(
    <ReadFileView
      file={new File(["- Trams pay off\n  + They run full"], "trams.txt")}
      target={{
        known,
        add,
        undo: () => undefined,
        onFurtherStep: () => () => undefined,
      }}
      author="Ada"
      onBusy={onBusy}
      onAnother={() => undefined}
      onDone={onDone}
    />,
    { answer: () => Response.json({ code: "internal" }, { status: 500 }) },
  );
  return { ...page, onBusy, onDone };
}

test("a fault while adding is told, and the dialog can be closed", async () => {
  const { onBusy, onDone } = open(() => Promise.reject(new Error("a fault")));
  fireEvent.click(await screen.findByRole("button", { name: "Add to this map" }));
  expect(await screen.findByText(/Something went wrong while this was added/)).toBeDefined();
  expect(onBusy.mock.calls).toEqual([[true], [false]]);
  expect(onDone).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "Add to this map" })).toBeDefined();
});

test("what was added closes the dialog", async () => {
  const { onBusy, onDone } = open(async ({ records }) => records);
  fireEvent.click(await screen.findByRole("button", { name: "Add to this map" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(onBusy.mock.calls).toEqual([[true], [false]]);
});

test("a new map is asked for with what was read, signed by who read it", async () => {
  const { fetchFrom } = open(async () => 0);
  fireEvent.click(await screen.findByRole("button", { name: "Open as a new map" }));
  await waitFor(() => expect(fetchFrom).toHaveBeenCalledOnce());
  const sent: unknown = JSON.parse(String(fetchFrom.mock.calls[0]?.[1]?.body));
  expect(sent).toEqual({ format: "json", content: expect.stringContaining('"author":"Ada"') });
});

test("the thread is told what is on the open map in parts, and hands out what is new in pieces, moved", async () => {
  const there = Array.from({ length: 700 }, (_, index) =>
    aCard(`c${index}`, "claim", { text: `Claim ${index}` }),
  );
  const pieces: (readonly (readonly [CardId, Point])[])[] = [];
  const { onDone } = open(
    async (content) => {
      for await (const { positions } of content.pieces([1_000, 0])) pieces.push([...positions]);
      return content.records;
    },
    () => [...there, aCard("known", "claim", { text: "Trams pay off" })],
  );
  await screen.findByText(/^1 card is on this map already/u);
  fireEvent.click(screen.getByRole("button", { name: "Add to this map" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const told = NearWorker.heard.flatMap((word) =>
    word.type === "known" ? [JSON.parse(word.records).length] : [],
  );
  expect(told).toEqual([500, 201]);
  // The card that is new, with the argument from it.
  expect(pieces).toHaveLength(1);
  expect(pieces[0]).toHaveLength(1);
  const [, at] = pieces[0]?.[0] ?? [];
  expect(at?.[0]).toBeGreaterThanOrEqual(1_000);
});
