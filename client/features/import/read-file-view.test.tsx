import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createIdSource, emptyMap } from "#shared/model/index.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import type { ImportTarget } from "./import-target.ts";
import { type FileToRead, readFile } from "./read-file.ts";
import { ReadFileView } from "./read-file-view.tsx";

/** The worker's work, in the thread of the test. */
class NearWorker {
  onmessage: ((event: Readonly<{ data: unknown }>) => void) | null = null;

  postMessage(file: FileToRead): void {
    let made = 0;
    const createId = createIdSource(() => `read-${++made}`);
    void readFile(file, createId).then((read) => this.onmessage?.({ data: structuredClone(read) }));
  }

  terminate(): void {
    this.onmessage = null;
  }
}

beforeEach(() => vi.stubGlobal("Worker", NearWorker));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(add: ImportTarget["add"]) {
  const onBusy = vi.fn<(isBusy: boolean) => void>();
  const onDone = vi.fn<() => void>();
  const page = renderPage(
    <ReadFileView
      file={new File(["- Trams pay off\n  + They run full"], "trams.txt")}
      target={{
        known: () => emptyMap({ title: "", createdAt: 0 }),
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
  const { onBusy, onDone } = open(async ({ map }) => map.records.size);
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
