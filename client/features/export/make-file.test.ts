import { afterEach, expect, test, vi } from "vitest";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { aCard, card, mapOf } from "../../../tests/fixtures/model/build.ts";
import { packPlainMap } from "../../canvas/packed-map.ts";
import { makeFile } from "./make-file.ts";
import { isNotFetched } from "./not-fetched.ts";
import type { FileToWrite } from "./write-file.ts";

const map = {
  ...mapOf([
    aCard("c1", "claim", { text: "Trams are quiet" }),
    aCard("c2", "claim", { text: "Buses are not" }),
  ]),
  meta: { title: "Trams", createdAt: 1 },
};

function fileAs(format: FileToWrite["format"], options = initialExportOptions): FileToWrite {
  return { format, map: packPlainMap(map), options, madeAt: 1 };
}

/** A thread that answers one thing to whatever it is asked, or fails where there is no answer. */
function answering(answer: unknown) {
  return class extends EventTarget {
    onmessage: ((event: Readonly<{ data: unknown }>) => void) | null = null;
    onerror: (() => void) | null = null;

    postMessage(): void {
      queueMicrotask(() => {
        if (answer === undefined) this.onerror?.();
        else this.onmessage?.({ data: answer });
        this.dispatchEvent(new MessageEvent("message", { data: answer }));
      });
    }

    terminate(): void {
      this.onmessage = null;
    }
  };
}

afterEach(() => vi.unstubAllGlobals());

const { signal } = new AbortController();
const ignore = () => undefined;

test("a fault of the writer is told as one", async () => {
  vi.stubGlobal("Worker", answering({ fault: "cannot import what is undefined" }));
  expect(await makeFile(fileAs("argdown"), signal, ignore)).toEqual({
    ok: false,
    fault: "cannotMake",
    message: "cannot import what is undefined",
  });
});

test.each([undefined, { fault: "Failed to fetch dynamically imported module: https://example.org/a.js" }])(
  "a writer that is not there for want of a network is missing (%j)",
  async (answer) => {
    vi.stubGlobal("Worker", answering(answer));
    expect(await makeFile(fileAs("argdown"), signal, ignore)).toMatchObject({ fault: "missing" });
  },
);

test("our own format is saved even then", async () => {
  vi.stubGlobal("Worker", answering(undefined));
  const some = { ...initialExportOptions, cards: [card("c1")] };
  const made = await makeFile(fileAs("json", some), signal, ignore);
  const text = made.ok ? await made.value.text() : "";
  expect(text).toContain("Trams are quiet");
  expect(text).not.toContain("Buses");
});

test("a drawing tells how far it is, and is given up when it takes too long", async () => {
  vi.useFakeTimers();
  try {
    const told: number[] = [];
    vi.stubGlobal("Worker", answering({ type: "progress", share: 0.5 }));
    const making = makeFile(fileAs("pdf"), signal, (share) => told.push(share));
    await vi.advanceTimersByTimeAsync(119_000);
    expect(told).toEqual([0.5]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await making).toMatchObject({ ok: false, fault: "slow" });
  } finally {
    vi.useRealTimers();
  }
});

test("a fault of a drawing is told as one", async () => {
  const message = "The important fonts cannot be fetchedly laid out";
  vi.stubGlobal("Worker", answering({ type: "failed", isTooLarge: false, message }));
  expect(await makeFile(fileAs("pdf"), signal, ignore)).toEqual({ ok: false, fault: "cannotMake", message });
});

test.each([
  "Failed to fetch",
  "Uncaught TypeError: Failed to fetch dynamically imported module: https://example.org/a.js",
  "Script error.",
  "error loading dynamically imported module: https://example.org/a.js",
  "Importing a module script failed.",
  "NetworkError when attempting to fetch resource.",
  "The font file inter.woff2 could not be fetched (404).",
  "The drawing thread did not start.",
])("“%s” is said of what was not fetched", (message) => {
  expect(isNotFetched(message)).toBe(true);
});
