import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CardId, Point } from "#shared/model/index.ts";
import { aCard } from "../../../tests/fixtures/model/build.ts";
import { NearFileWorker } from "../../../tests/support/near-file-worker.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import type { ImportTarget } from "./import-target.ts";
import { ReadFileView } from "./read-file-view.tsx";

beforeEach(() => {
  NearFileWorker.heard = [];
  vi.stubGlobal("Worker", NearFileWorker);
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
  const told = NearFileWorker.heard.flatMap((word) =>
    word.type === "known" ? [JSON.parse(word.records).length] : [],
  );
  expect(told).toEqual([500, 201]);
  // The card that is new, with the argument from it.
  expect(pieces).toHaveLength(1);
  expect(pieces[0]).toHaveLength(1);
  const [, at] = pieces[0]?.[0] ?? [];
  expect(at?.[0]).toBeGreaterThanOrEqual(1_000);
});

let change: (target: ImportTarget | null) => void;

/** Beside an open map that becomes another one as the test says. */
function OnChanging({ first, file, onDone }: { first: ImportTarget | null; file: File; onDone: () => void }) {
  const [target, setTarget] = useState(first);
  change = (next) => act(() => setTarget(next));
  return (
    <ReadFileView
      file={file}
      target={target}
      author="Ada"
      onBusy={() => undefined}
      onAnother={() => undefined}
      onDone={onDone}
    />
  );
}

function openOn(first: ImportTarget | null, text: string) {
  const onDone = vi.fn<() => void>();
  renderPage(<OnChanging first={first} file={new File([text], "trams.txt")} onDone={onDone} />);
  return onDone;
}

function aTarget(add: ImportTarget["add"], known: ImportTarget["known"] = () => []): ImportTarget {
  return { known, add, undo: () => undefined, onFurtherStep: () => () => undefined };
}

const timesRead = () => NearFileWorker.heard.filter(({ type }) => type === "read").length;

test("what is added goes on coming when the map is given anew between two pieces, or may not be changed any more", async () => {
  const reasons = Array.from({ length: 60 }, (_, index) => `  + reason ${index}`);
  const counts: number[] = [];
  const add: ImportTarget["add"] = async ({ pieces }) => {
    let count = 0;
    for await (const { records } of pieces([0, 0])) {
      count += records.size;
      change(counts.length === 0 ? aTarget(add) : null);
      counts.push(count);
    }
    return count;
  };
  const onDone = openOn(aTarget(add), ["- goal", ...reasons].join("\n"));
  fireEvent.click(await screen.findByRole("button", { name: "Add to this map" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.at(-1)).toBe(121);
  expect(timesRead()).toBe(1);
});

test("a map that may be changed only now is compared with the file, and one that may not any more is not offered", async () => {
  const target = aTarget(
    async () => 0,
    () => [aCard("known", "claim", { text: "Trams pay off" })],
  );
  openOn(null, "- Trams pay off\n  + They run full");
  await screen.findByRole("button", { name: "Open as a new map" });
  change(target);
  await screen.findByText(/^1 card is on this map already/u);
  expect(timesRead()).toBe(2);
  change(null);
  expect(screen.queryByText(/on this map already/u)).toBeNull();
  expect(screen.queryByRole("button", { name: "Add to this map" })).toBeNull();
  expect(screen.getByRole("button", { name: "Open as a new map" })).toBeDefined();
  expect(timesRead()).toBe(2);
});
