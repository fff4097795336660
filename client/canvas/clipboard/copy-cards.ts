import { excerptOf } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { selectedCards } from "../selected-cards.ts";
import { type Clipping, writeClipping } from "./clipping.ts";

/** The selected cards for the clipboard, with what joins them; undefined where none is selected. */
export function clippingOf({ session, ui }: CanvasTools): Clipping | undefined {
  const ids = selectedCards(ui, session).map(({ id }) => id);
  return ids.length === 0 ? undefined : writeClipping(excerptOf(session.doc, ids));
}

/** Copies the selected cards, from a menu; keys and the browser's own menu go by the copy event. */
export async function copySelected(desk: CanvasTools): Promise<void> {
  await write(desk);
}

/** Copies the selected cards and takes them out of the map, from a menu. */
export async function cutSelected(desk: CanvasTools): Promise<void> {
  const { selection } = desk.ui.getState();
  // The browser may ask for leave first, and meanwhile something else may be selected.
  if ((await write(desk)) && desk.actions.delete(selection) && desk.ui.getState().selection === selection) {
    desk.ui.getState().clearSelection();
  }
}

async function write(desk: CanvasTools): Promise<boolean> {
  const clipping = clippingOf(desk);
  if (!clipping) return false;
  try {
    const item = new ClipboardItem({
      "text/plain": new Blob([clipping.text], { type: "text/plain" }),
      "text/html": new Blob([clipping.html], { type: "text/html" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    desk.tell(desk.t("clipboard.copyDenied")); // not allowed, or no such means in this browser
    return false;
  }
}
