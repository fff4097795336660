import { cleanup, fireEvent, render, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import {
  type CardId,
  checkMap,
  createIdSource,
  type MapRecord,
  modelLimits,
  recordsOf,
} from "#shared/model/index.ts";
import {
  aCard,
  aCitation,
  aConflict,
  aGroup,
  anArgument,
  aSource,
  card,
  group,
  mapOf,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CanvasProvider } from "../canvas-context.tsx";
import { type Clipping, writeClipping } from "./clipping.ts";
import { clippingOf } from "./copy-cards.ts";
import { pasteClipping } from "./paste-cards.ts";
import { readClipping } from "./read-clipping.ts";
import { packText, readText, type TextToRead } from "./read-text.ts";
import { withSharedSources } from "./share-sources.ts";
import { useClipboard } from "./use-clipboard.ts";
import { fetchCopying } from "./with-copying.ts";

const records: readonly MapRecord[] = [
  aCard("c1", "claim", { text: 'a "quoted" <b> & c', group: group("g1") }),
  aCard("c2", "evidence", { text: "b", citations: [aCitation("z1", "s1", { quote: "word for word" })] }),
  aCard("c3", "claim", { text: "c" }),
  anArgument("a1", ["c2"], onCard("c1"), { note: "n" }),
  anArgument("a2", ["c3"], onCard("c1")),
  aConflict("k1", "c1", "c3"),
  aSource("s1", { title: "Report", url: "https://x.y/" }),
  aGroup("g1"),
];

function deskWith(given: readonly MapRecord[], options?: { canEdit: boolean }) {
  const client = createClientSession(given, options);
  const desk = createCanvasTools(client.session);
  return { ...client, desk, shown: () => client.doc.toPlainMap() };
}

function textOnly(text: string): Clipping {
  return { text, html: "" };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Stands in for the browser's worker: answers when it is told to, or fails. */
class FakeWorker {
  static asked: FakeWorker[] = [];
  onmessage: ((event: Readonly<{ data: unknown }>) => void) | null = null;
  onerror: (() => void) | null = null;
  isOver = false;
  #question: TextToRead | undefined;

  constructor() {
    FakeWorker.asked.push(this);
  }

  postMessage(question: TextToRead): void {
    this.#question = structuredClone(question);
  }

  answer(): void {
    let made = 0;
    const createId = createIdSource(() => `worker-${++made}`);
    if (this.#question) this.onmessage?.({ data: packText(readText(this.#question, createId)) });
  }

  terminate(): void {
    this.isOver = true;
  }
}

/** Pastes a text that is read in a worker, which is given. */
function pasteLong(desk: ReturnType<typeof deskWith>["desk"], text: string) {
  vi.stubGlobal("Worker", FakeWorker);
  const done = pasteClipping(desk, textOnly(text));
  const worker = FakeWorker.asked.at(-1);
  if (!worker) throw new Error("A long text is read in a worker.");
  return { worker, done };
}

test("what is copied is the cards with all that joins them, as a list for others and whole for maps", () => {
  const { desk } = deskWith(records);
  desk.ui.getState().select(["c1", "c2", "a1"]);
  const clipping = clippingOf(desk);
  expect(clipping?.text).toBe('* a "quoted" <b> & c\n  + evidence: b (source: [Report](https://x.y/))\n');
  const map = clipping && readClipping(clipping);
  expect([...(map?.records.keys() ?? [])].sort()).toEqual(["a1", "c1", "c2", "g1", "s1"]);
  expect(map?.records.get(card("c1"))).toEqual(records[0]);
});

test("nothing is copied where no card is selected", () => {
  const { desk } = deskWith(records);
  desk.ui.getState().select(["a1"]);
  expect(clippingOf(desk)).toBeUndefined();
});

test("pasting in another map brings fresh copies around the place, with the sources that are there already", async () => {
  const from = deskWith(records);
  from.desk.ui.getState().select(["c1", "c2", "c3"]);
  const clipping = clippingOf(from.desk);
  const to = deskWith([aSource("known", { title: "Other words", url: "http://x.y" }), aCard("c1")]);
  if (clipping) pasteClipping(to.desk, clipping, [1_000, 500]);
  const map = to.shown();
  const pasted = recordsOf(map, "card").filter(({ id }) => id !== "c1");
  expect(pasted.map(({ text }) => text)).toEqual(['a "quoted" <b> & c', "b", "c"]);
  expect(new Set(to.desk.ui.getState().selection)).toEqual(new Set(pasted.map(({ id }) => id)));
  expect(recordsOf(map, "source").map(({ id }) => id)).toEqual(["known"]);
  expect(pasted[1]?.citations).toMatchObject([{ source: "known", quote: "word for word" }]);
  expect([
    recordsOf(map, "argument").length,
    recordsOf(map, "conflict").length,
    recordsOf(map, "group").length,
  ]).toEqual([2, 1, 1]);
  expect(to.desk.told).toEqual(["3 cards were pasted"]);
  await waitFor(() => expect(pasted.every(({ id }) => to.desk.scene.boxOf(id))).toBe(true));
  const middle = to.desk.scene.bounds(pasted.map(({ id }) => id));
  expect(Math.round((middle?.x ?? 0) + (middle?.width ?? 0) / 2)).toBe(1_000);
  to.session.undo();
  expect(recordsOf(to.shown(), "card").map(({ id }) => id)).toEqual(["c1"]);
});

test("pasting in the same map covers nothing", async () => {
  const { desk, shown } = deskWith(records);
  desk.ui.getState().select(["c1", "c2", "c3"]);
  const clipping = clippingOf(desk);
  for (let times = 1; times <= 4; times += 1) {
    if (clipping) pasteClipping(desk, clipping, [100, 100]);
    await waitFor(() => expect(desk.scene.cardCount).toBe(3 + 3 * times));
  }
  const cards = recordsOf(shown(), "card").slice(-12);
  expect(cards).toHaveLength(12);
  for (const { id } of cards) {
    const rect = desk.scene.rectOf(id);
    expect(rect && desk.scene.inView(rect).cards).toEqual([id]);
  }
  expect(checkMap(shown())).toEqual([]);
});

test("a line is a claim, a line that asks is a question, an address is evidence with its source", () => {
  const { desk, shown } = deskWith([]);
  for (const line of ["One line", "Really?", "https://x.y/z"]) pasteClipping(desk, textOnly(line));
  expect(recordsOf(shown(), "card").map(({ kind, text }) => [kind, text])).toEqual(
    expect.arrayContaining([
      ["claim", "One line"],
      ["question", "Really?"],
      ["evidence", "x.y/z"],
    ]),
  );
  expect(recordsOf(shown(), "source")).toMatchObject([{ title: "x.y", url: "https://x.y/z" }]);
  expect(desk.told).toEqual([]);
  expect(desk.ui.getState().selection.size).toBe(1);
});

test.each([
  "[Thesis]: Trams pay off\n  + <Full>: they run full",
  "flowchart LR\n  a --> b",
  '{"format": "counterpoint", "version": 1}',
  '<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>',
  '{"nodes": [{"nodeID": "1", "text": "a", "type": "I"}], "edges": []}',
])("a text in the format of a file is handed over as one, to be looked into: %s", async (text) => {
  class Transfer {
    readonly files: File[] = [];
    readonly items = { add: (file: File) => this.files.push(file) };
  }
  class Pasted extends Event {
    readonly clipboardData: Transfer;
    constructor(type: string, init: EventInit & Readonly<{ clipboardData: Transfer }>) {
      super(type, init);
      this.clipboardData = init.clipboardData;
    }
  }
  vi.stubGlobal("DataTransfer", Transfer);
  vi.stubGlobal("ClipboardEvent", Pasted);
  const given: File[] = [];
  const listen = (event: Event) => given.push(...(event as Pasted).clipboardData.files);
  document.addEventListener("paste", listen);
  const { desk, shown } = deskWith([]);
  await pasteClipping(desk, { text, html: `<ul><li>${text}</li></ul>` });
  document.removeEventListener("paste", listen);
  expect(shown().records.size).toBe(0);
  expect(await given[0]?.text()).toBe(text);
});

test("a list speaks to the card that is selected, other text stands beside it", async () => {
  const { desk, shown, session } = deskWith([aCard("c1", "claim", { text: "a" })]);
  const id = "c1" as CardId;
  desk.ui.getState().select([id]);
  pasteClipping(desk, textOnly("+ b\n- c\n  - d"));
  expect(recordsOf(shown(), "argument").map(({ polarity, target }) => [polarity, target.id === id])).toEqual([
    ["support", true],
    ["oppose", true],
    ["oppose", false],
  ]);
  await waitFor(() => expect(desk.scene.cardCount).toBe(4));
  const at = (key: CardId) => desk.scene.rectOf(key)?.x ?? 0;
  for (const { id: pasted } of recordsOf(shown(), "card").filter(({ id: other }) => other !== id)) {
    expect(at(pasted)).toBeGreaterThan(at(id));
  }
  session.undo();
  desk.ui.getState().select([id]);
  pasteClipping(desk, textOnly("b\nc"));
  expect(recordsOf(shown(), "argument")).toEqual([]);
  expect(recordsOf(shown(), "card")).toHaveLength(3);
});

test("lists of other programs keep their levels", () => {
  const { desk, shown } = deskWith([]);
  pasteClipping(desk, { text: "a\nb", html: "<meta><ul><li>a<ul><li>b</li></ul></li></ul>" });
  expect(recordsOf(shown(), "argument")).toHaveLength(1);
});

test("a long text is read in a worker, and is one step below the card that was selected", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { desk, shown, session } = deskWith([aCard("c1", "claim", { text: "a" })]);
  desk.ui.getState().select(["c1"]);
  const { worker, done } = pasteLong(desk, "+ b\n- c\n".repeat(501));
  expect(shown().records.size).toBe(1);
  desk.ui.getState().clearSelection();
  vi.advanceTimersByTime(300);
  expect(desk.told).toEqual(["Reading what you pasted …"]);
  worker.answer();
  await done;
  expect(worker.isOver).toBe(true);
  expect(recordsOf(shown(), "argument").filter(({ target }) => target.id === "c1")).toHaveLength(1_002);
  expect(desk.told.at(-1)).toBe("1,002 cards were pasted");
  expect(checkMap(shown())).toEqual([]);
  session.undo();
  expect(shown().records.size).toBe(1);
});

test("a card that goes while a text is read takes nothing of it along", async () => {
  const { desk, shown, others } = deskWith([aCard("c1", "claim", { text: "a" })]);
  desk.ui.getState().select(["c1"]);
  const { worker, done } = pasteLong(desk, "+ b\n".repeat(1_100));
  others({ type: "delete", ids: [card("c1")] });
  worker.answer();
  await done;
  expect(recordsOf(shown(), "card")).toHaveLength(1_100);
  expect(recordsOf(shown(), "argument")).toEqual([]);
});

test("a reading that fails, or takes too long, is said and changes nothing", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { desk, shown } = deskWith([]);
  const failing = pasteLong(desk, "b\n".repeat(1_100));
  failing.worker.onerror?.();
  await failing.done;
  const slow = pasteLong(desk, "b\n".repeat(1_100));
  vi.advanceTimersByTime(30_000);
  await slow.done;
  expect(desk.told.filter((text) => text.startsWith("Nothing was pasted: reading"))).toHaveLength(2);
  expect(slow.worker.isOver).toBe(true);
  expect(shown().records.size).toBe(0);
});

test("what cannot be pasted is said, and changes nothing", async () => {
  const { desk, shown } = deskWith([]);
  pasteClipping(desk, textOnly(" \n "));
  pasteClipping(desk, textOnly("x".repeat(modelLimits.maxTextChars + 1)));
  const { worker, done } = pasteLong(desk, "x\n".repeat(modelLimits.maxRecords + 1));
  worker.answer();
  await done;
  expect(desk.told.map((text) => text.slice(0, 32))).toEqual([
    "There is no text on the clipboar",
    "Nothing was pasted: a part of th",
    "Nothing was pasted: this is more",
  ]);
  expect(shown().records.size).toBe(0);
});

test("cards that were tampered with are taken for the text that came with them", () => {
  const { desk, shown } = deskWith([]);
  const { html } = writeClipping(mapOf([aCard("c1"), aCard("c2")]));
  for (const broken of [
    html.replace("version&quot;: 1", "version&quot;: 9"),
    html.replace("claim", "x".repeat(9)),
  ]) {
    pasteClipping(desk, { text: "plain", html: broken });
  }
  expect(recordsOf(shown(), "card").map(({ text }) => text.trim())).not.toContain("text of c1 x");
  expect(checkMap(shown())).toEqual([]);
});

test("sources of the same title and author are one", () => {
  const map = mapOf([
    aCard("c1", "evidence", { citations: [aCitation("z1", "s1"), aCitation("z2", "s2")] }),
    aSource("s1", { title: "T", creator: "C" }),
    aSource("s2", { title: "T", creator: "D" }),
  ]);
  const shared = withSharedSources(map, [aSource("k1", { title: "t ", creator: "c" })]);
  expect([...shared.records.keys()]).toEqual(["c1", "s2"]);
  expect(shared.records.get(card("c1"))).toMatchObject({ citations: [{ source: "k1" }, { source: "s2" }] });
});

function Surface({ useEvents = useClipboard }: Readonly<{ useEvents?: () => void }>) {
  useEvents();
  return (
    <div role="application">
      <input aria-label="field" defaultValue="words" />
    </div>
  );
}

function renderSurface(desk: ReturnType<typeof deskWith>["desk"]) {
  const page = render(
    <CanvasProvider tools={desk}>
      <Surface />
    </CanvasProvider>,
  );
  const held = new Map<string, string>();
  const clipboardData = {
    setData: (type: string, text: string) => void held.set(type, text),
    getData: (type: string) => held.get(type) ?? "",
  };
  return { surface: page.getByRole("application"), field: page.getByLabelText("field"), held, clipboardData };
}

test("the browser's own cut and paste move cards, each as one step", async () => {
  await fetchCopying();
  const { desk, shown, session } = deskWith(records);
  const { surface, held, clipboardData } = renderSurface(desk);
  desk.ui.getState().select(["c1", "c2"]);
  fireEvent.cut(surface, { clipboardData });
  expect([...held.keys()]).toEqual(["text/plain", "text/html"]);
  expect(recordsOf(shown(), "card").map(({ id }) => id)).toEqual(["c3"]);
  fireEvent.paste(surface, { clipboardData });
  await waitFor(() => expect(recordsOf(shown(), "card")).toHaveLength(3));
  session.undo();
  session.undo();
  expect(recordsOf(shown(), "card").map(({ id }) => id)).toEqual(["c1", "c2", "c3"]);
});

test("a text field keeps its clipboard to itself", () => {
  const { desk, shown } = deskWith(records);
  const { field, held, clipboardData } = renderSurface(desk);
  desk.ui.getState().select(["c1", "c2"]);
  held.set("text/plain", "words");
  expect(fireEvent.cut(field, { clipboardData })).toBe(true);
  expect(fireEvent.paste(field, { clipboardData })).toBe(true);
  expect([...held]).toEqual([["text/plain", "words"]]);
  expect(recordsOf(shown(), "card")).toHaveLength(3);
});

test("who may not change the map can copy from it, and cut takes nothing away", async () => {
  await fetchCopying();
  const { desk, shown } = deskWith(records, { canEdit: false });
  const { surface, held, clipboardData } = renderSurface(desk);
  desk.ui.getState().select(["c3"]);
  fireEvent.cut(surface, { clipboardData });
  expect(held.get("text/plain")).toBe("c\n");
  fireEvent.paste(surface, { clipboardData });
  expect(recordsOf(shown(), "card")).toHaveLength(3);
});

test("what is copied before the code for it is there is written as soon as it is", async () => {
  const written: ClipboardItem[] = [];
  vi.stubGlobal(
    "ClipboardItem",
    class {
      readonly parts: Readonly<Record<string, Blob>>;
      constructor(parts: Readonly<Record<string, Blob>>) {
        this.parts = parts;
      }
    },
  );
  vi.spyOn(navigator.clipboard, "write").mockImplementation(async (items) => void written.push(...items));
  // As on a page that has only just opened: nothing of it was fetched.
  vi.resetModules();
  const fresh = {
    ...(await import("../canvas-context.tsx")),
    ...(await import("./use-clipboard.ts")),
  };
  const { desk, shown } = deskWith(records);
  const page = render(
    <fresh.CanvasProvider tools={desk}>
      <Surface useEvents={fresh.useClipboard} />
    </fresh.CanvasProvider>,
  );
  desk.ui.getState().select(["c3"]);
  const clipboardData = { setData: vi.fn() };
  expect(fireEvent.cut(page.getByRole("application"), { clipboardData })).toBe(false);
  expect(clipboardData.setData).not.toHaveBeenCalled();
  await waitFor(() => expect(recordsOf(shown(), "card")).toHaveLength(2));
  expect(written).toHaveLength(1);
  vi.restoreAllMocks();
});
