import { type OutlineReading, readOutline } from "#shared/formats/outline/index.ts";
import { mapBounds } from "#shared/layout/index.ts";
import {
  type Card,
  type CardId,
  getAs,
  modelLimits,
  type PlainMap,
  type Point,
  recordsOf,
  withFreshIds,
} from "#shared/model/index.ts";
import { faultText } from "../../words/fault-words.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { flight } from "../view/flight.ts";
import { viewWith } from "../view/frame-view.ts";
import { type Clipping, readClipping } from "./clipping.ts";
import { outlineOfHtml } from "./outline-of-html.ts";
import { placedAround, placedUnder } from "./paste-place.ts";
import { withSharedSources } from "./share-sources.ts";

const flightMs = 160;

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
export function pasteClipping(desk: CanvasTools, clipping: Clipping, at = middleOf(desk)): void {
  const { session, scene } = desk;
  const isOccupied = (box: Parameters<typeof scene.inView>[0]) => scene.inView(box).cards.length > 0;
  const cards = readClipping(clipping);
  if (cards && cards.records.size > 0) {
    const fresh = withFreshIds(
      withSharedSources(cards, session.doc.records.values()),
      session.createId,
      () => true,
    );
    insert(desk, placedAround(fresh, at, isOccupied));
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
    const rect = asReasons && under ? scene.rectOf(under.id) : undefined;
    const place = under && rect && placedUnder(shared, under, [rect.x, rect.y], isOccupied);
    insert(desk, place ?? placedAround(shared, at, isOccupied));
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

function middleOf({ view }: CanvasTools): Point {
  const { x, y, width, height } = view.seen();
  return [x + width / 2, y + height / 2];
}

function insert({ session, ui, view, tell, t }: CanvasTools, map: PlainMap): void {
  const result = session.apply({ type: "insert", map });
  if (!result.ok) {
    tell(faultText(t, result.error));
    return;
  }
  const ids = recordsOf(map, "card").map(({ id }) => id);
  const [first] = ids;
  if (first !== undefined && ids.length === 1) ui.getState().focus(first);
  else ui.getState().select(ids);
  if (ids.length > 1) tell(t("clipboard.pasted", { count: ids.length }));
  const bounds = mapBounds(map);
  const now = view.get();
  const next = bounds ? viewWith(bounds, now, view.screen()) : now;
  if (next !== now) view.moveTo(next, flight(flightMs));
}
