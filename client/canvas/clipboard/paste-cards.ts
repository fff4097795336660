import { guessFormat } from "#shared/formats/registry.ts";
import {
  type Card,
  type CardId,
  getAs,
  modelLimits,
  type Point,
  recordsOf,
  withFreshIds,
} from "#shared/model/index.ts";
import { askWorker } from "../ask-worker.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import type { Clipping } from "./clipping.ts";
import { insertInPieces } from "./insert-in-pieces.ts";
import { insertBlock, placedFor } from "./insert-map.ts";
import { outlineOfHtml } from "./outline-of-html.ts";
import { type Block, blockOf } from "./paste-place.ts";
import { readClipping } from "./read-clipping.ts";
import { readText, type TextRead, type TextToRead, unpackText } from "./read-text.ts";
import { withSharedSources } from "./share-sources.ts";

/** Longer texts are read in a worker: these take some 50 ms of the page. */
const maxLinesAtOnce = 1_000;
const maxCharsAtOnce = 100_000;
/** More are added in pieces: these take a tenth of a second of the page. */
const maxRecordsAtOnce = 200;
/** Of longer HTML only the plain text beside it is read. */
const maxHtmlChars = 4_000_000;
/** After this long it is said that something is going on. */
const busyAfterMs = 300;
/** Some ten times what the largest texts take. */
const deadlineMs = 30_000;

/** Pastes what lies on the clipboard, from a menu; keys and the browser's own menu go by the paste event. */
export async function pasteHere(desk: CanvasTools, at?: Point): Promise<void> {
  const clipping = await readClipboard();
  if (clipping) await pasteClipping(desk, clipping, at);
  else desk.tell(desk.t("clipboard.pasteDenied"));
}

async function readClipboard(): Promise<Clipping | undefined> {
  try {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : "";
    return { text: await read("text/plain"), html: await read("text/html") };
  } catch {
    return undefined; // not allowed, or no such means in this browser
  }
}

/**
 * Brings in cards of a map, or what a text says, around `at` or the middle of the view: as one step of undo, on a free
 * place, selected. A text in one of the formats of files is shown as an import first. A list pasted while one card is selected speaks to that card. What is short is there when this
 * returns; a long text is read in a worker, and the map changes once it is read.
 */
export async function pasteClipping(desk: CanvasTools, clipping: Clipping, at?: Point): Promise<void> {
  const { session } = desk;
  const { text: plain, html } = clipping;
  const cards = readClipping(clipping);
  if (cards && cards.records.size > 0) {
    const fresh = withFreshIds(
      withSharedSources(cards, session.doc.records.values()),
      session.createId,
      () => true,
    );
    await bringIn(desk, blockOf(fresh), at);
    return;
  }
  const format = guessFormat("", plain);
  if (format !== undefined && format !== "outline") {
    lookInto(plain);
    return;
  }
  const text = (html.length > maxHtmlChars ? undefined : outlineOfHtml(html)) ?? plain;
  const { author, createdAt } = session.by();
  const under = onlyCard(desk) ?? null;
  const question: TextToRead = { text, now: createdAt, author, under };
  if (!isLong(text)) {
    await insertRead(desk, readText(question, session.createId), under, at);
    return;
  }
  const busy = window.setTimeout(() => desk.tell(desk.t("clipboard.reading")), busyAfterMs);
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), { type: "module" });
  const answer = await askWorker<TextToRead, string>(worker, question, deadlineMs);
  window.clearTimeout(busy);
  if (answer === "superseded" || answer === "too-slow" || answer === "failed")
    desk.tell(desk.t("clipboard.failed"));
  else await insertRead(desk, unpackText(answer), under, at);
}

/** Hands a text that is a file of some format to whoever takes pasted files: one sees what is in it before it comes in. */
function lookInto(text: string): void {
  const given = new DataTransfer();
  given.items.add(new File([text], "", { type: "text/plain" }));
  document.body.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }),
  );
}

function isLong(text: string): boolean {
  if (text.length > maxCharsAtOnce) return true;
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= maxLinesAtOnce; at = text.indexOf("\n", at + 1))
    lines += 1;
  return lines > maxLinesAtOnce;
}

async function insertRead(
  desk: CanvasTools,
  { fault, block }: TextRead,
  under: Card | null,
  at?: Point,
): Promise<void> {
  const { session, t, tell } = desk;
  if (fault !== null) {
    const isText = fault === "OUTLINE_TEXT_TOO_LONG";
    tell(isText ? t("clipboard.textTooLong", { max: modelLimits.maxTextChars }) : t("clipboard.tooLarge"));
  } else if (block.map.records.size === 0) {
    tell(t("clipboard.empty"));
  } else {
    const map = withSharedSources(block.map, session.doc.records.values());
    await bringIn(desk, { ...block, map }, at, under ?? undefined);
  }
}

/** The card that alone is selected. */
function onlyCard({ session, ui }: CanvasTools): Card | undefined {
  const [only, ...others] = ui.getState().selection;
  return only === undefined || others.length > 0 ? undefined : getAs(session.doc, "card", only as CardId);
}

/** What is short is there when this returns. */
async function bringIn(desk: CanvasTools, block: Block, at?: Point, target?: Card): Promise<void> {
  if (block.map.records.size <= maxRecordsAtOnce) {
    announce(desk, insertBlock(desk, block, at, target));
    return;
  }
  const placed = placedFor(desk, block, at, target);
  const added = await insertInPieces(desk, placed, { origin: "user" });
  // Less than all may have come in.
  if (added > 0)
    announce(desk, recordsOf(placed.map, "card").filter(({ id }) => desk.session.doc.get(id)).length);
}

/** One card shows by itself that it is there. */
function announce({ tell, t }: CanvasTools, count: number): void {
  if (count > 1) tell(t("clipboard.pasted", { count }));
}
