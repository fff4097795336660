import { afterEach, expect, test, vi } from "vitest";
import { englishWords } from "#shared/diagram/picture/index.ts";
import { englishPageWords } from "#shared/formats/drawn/page-words.ts";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { emptyMap } from "#shared/model/index.ts";
import { packPlainMap } from "../../canvas/packed-map.ts";
import { makeFile } from "./make-file.ts";
import { isNotFetched } from "./not-fetched.ts";
import type { FileToWrite } from "./write-file.ts";

const map = emptyMap({ title: "Trams", createdAt: 1 });

function fileAs(format: FileToWrite["format"]): FileToWrite {
  const words = { words: englishWords, pageWords: englishPageWords, lang: "en" };
  return {
    format,
    map: packPlainMap(map),
    drawing: { options: initialExportOptions, standings: new Map(), date: "", madeAt: 1, ...words },
    isShown: true,
  };
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

test("a fault of the writer is told as one", async () => {
  vi.stubGlobal("Worker", answering({ fault: "cannot import what is undefined" }));
  expect(await makeFile(map, fileAs("argdown"), signal)).toEqual({
    ok: false,
    fault: "cannotMake",
    message: "cannot import what is undefined",
  });
});

test.each([undefined, { fault: "Failed to fetch dynamically imported module: https://example.org/a.js" }])(
  "a writer that is not there for want of a network is missing (%j)",
  async (answer) => {
    vi.stubGlobal("Worker", answering(answer));
    expect(await makeFile(map, fileAs("argdown"), signal)).toMatchObject({ fault: "missing" });
  },
);

test("the whole map is saved even then", async () => {
  vi.stubGlobal("Worker", answering(undefined));
  expect(await makeFile(map, fileAs("json"), signal)).toMatchObject({ ok: true });
});

test("a fault of a drawing is told as one", async () => {
  const message = "The important fonts cannot be fetchedly laid out";
  vi.stubGlobal("Worker", answering({ type: "failed", isTooLarge: false, message }));
  expect(await makeFile(map, fileAs("pdf"), signal)).toEqual({ ok: false, fault: "cannotMake", message });
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
