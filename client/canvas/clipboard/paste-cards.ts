import { type OutlineReading, readOutline } from "#shared/formats/outline/index.ts";
import { type Card, type CardId, getAs, modelLimits, type Point, withFreshIds } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import type { Clipping } from "./clipping.ts";
import { insertMap, insertUnder } from "./insert-map.ts";
import { outlineOfHtml } from "./outline-of-html.ts";
import { readClipping } from "./read-clipping.ts";
import { withSharedSources } from "./share-sources.ts";

/** Pastes what lies on the clipboard, from a menu; keys and the browser's own menu go by the paste event. */
export async function pasteHere(desk: CanvasTools, at?: Point): Promise<void> {
  const clipping = await readClipboard();
  if (clipping) pasteClipping(desk, clipping, at);
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
 * place, selected. A list pasted while one card is selected speaks to that card.
 */
export function pasteClipping(desk: CanvasTools, clipping: Clipping, at?: Point): void {
  const { session, scene } = desk;
  const cards = readClipping(clipping);
  if (cards && cards.records.size > 0) {
    const fresh = withFreshIds(
      withSharedSources(cards, session.doc.records.values()),
      session.createId,
      () => true,
    );
    announce(desk, insertMap(desk, fresh, at));
    return;
  }
  const text = outlineOfHtml(clipping.html) ?? clipping.text;
  const under = onlyCard(desk);
  const reading = readIn(desk, text);
  const asReasons = under && reading.isList ? readIn(desk, text, under) : undefined;
  const { map, diagnostics } = asReasons ?? reading;
  const fault = diagnostics.find(({ severity }) => severity === "error");
  if (fault) {
    const isText = fault.code === "OUTLINE_TEXT_TOO_LONG";
    const { t, tell } = desk;
    tell(isText ? t("clipboard.textTooLong", { max: modelLimits.maxTextChars }) : t("clipboard.tooLarge"));
  } else if (map.records.size === 0) {
    desk.tell(desk.t("clipboard.empty"));
  } else {
    const shared = withSharedSources(map, session.doc.records.values());
    const isBelow = asReasons && under && scene.rectOf(under.id);
    announce(desk, isBelow ? insertUnder(desk, shared, under) : insertMap(desk, shared, at));
  }
}

function readIn({ session }: CanvasTools, text: string, under?: Card): OutlineReading {
  const { author, createdAt } = session.by();
  return readOutline(text, { createId: session.createId, now: createdAt, author, under });
}

/** The card that alone is selected. */
function onlyCard({ session, ui }: CanvasTools): Card | undefined {
  const [only, ...others] = ui.getState().selection;
  return only === undefined || others.length > 0 ? undefined : getAs(session.doc, "card", only as CardId);
}

/** One card shows by itself that it is there. */
function announce({ tell, t }: CanvasTools, count: number): void {
  if (count > 1) tell(t("clipboard.pasted", { count }));
}
