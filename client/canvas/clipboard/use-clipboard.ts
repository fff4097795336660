import { useEffect, useEffectEvent, useRef } from "react";
import type { Point } from "#shared/model/index.ts";
import { inIdleTime } from "../../session/idle-time.ts";
import { type CanvasTools, useCanvas } from "../canvas-context.tsx";
import { hasCards } from "../commands/chosen.ts";
import { fetchCopying, knownCopying, withCopying } from "./with-copying.ts";
import { withPasting } from "./with-pasting.ts";

/** Where text is written, chosen or shown on top of the map, the clipboard belongs to that. */
const otherFields =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
/** The canvas itself, not the small map of it. */
const surface = ".react-flow";

/**
 * Copy, cut and paste of cards by the browser's own events: its keys and menus work, and it asks no permission. Text
 * fields and dialogs keep theirs.
 */
export function useClipboard(): void {
  const desk = useCanvas();
  const pointer = useRef<Readonly<{ x: number; y: number }> | null>(null);

  const take = useEffectEvent((event: ClipboardEvent, isCut: boolean) => {
    if (!isForCards(event) || hasSelectedText() || !hasCards(desk) || !event.clipboardData) return;
    event.preventDefault();
    const isGoing = isCut && desk.session.status().canEdit;
    const clipping = knownCopying()?.clippingOf(desk);
    if (!clipping) {
      withCopying(desk, ({ copySelected, cutSelected }) => void (isGoing ? cutSelected : copySelected)(desk));
      return;
    }
    event.clipboardData.setData("text/plain", clipping.text);
    event.clipboardData.setData("text/html", clipping.html);
    if (!isGoing) return;
    desk.actions.deleteSelected();
    // What had the keyboard is gone; the canvas has it next.
    desk.view.takeFocus();
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!isForCards(event) || !event.clipboardData || !desk.session.status().canEdit) return;
    event.preventDefault();
    // Read now: the browser takes it away after the event.
    const [text, html] = ["text/plain", "text/html"].map((type) => event.clipboardData?.getData(type) ?? "");
    const at = pointer.current ? pointOn(desk, pointer.current) : undefined;
    withPasting(desk, ({ pasteClipping }) => {
      void pasteClipping(desk, { text: text ?? "", html: html ?? "" }, at);
    });
  });

  useEffect(() => {
    // Ahead, so that a copy event can be answered by the event; where it does not come, copying asks again.
    inIdleTime(() => void fetchCopying().catch(() => undefined));
  }, []);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      pointer.current = { x: clientX, y: clientY };
    };
    const forget = () => {
      pointer.current = null;
    };
    const handleCopy = (event: ClipboardEvent) => take(event, false);
    const handleCut = (event: ClipboardEvent) => take(event, true);
    const handlePaste = (event: ClipboardEvent) => paste(event);
    document.addEventListener("copy", handleCopy);
    document.addEventListener("cut", handleCut);
    document.addEventListener("paste", handlePaste);
    document.addEventListener("pointermove", follow, { passive: true });
    document.addEventListener("pointerleave", forget);
    return () => {
      document.removeEventListener("copy", handleCopy);
      document.removeEventListener("cut", handleCut);
      document.removeEventListener("paste", handlePaste);
      document.removeEventListener("pointermove", follow);
      document.removeEventListener("pointerleave", forget);
    };
  }, []);
}

function isForCards({ target }: ClipboardEvent): boolean {
  return target instanceof Element && target.closest(otherFields) === null;
}

function hasSelectedText(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== "";
}

/** Where the pointer is on the canvas, if it is there and not on what stands over it. */
function pointOn({ view }: CanvasTools, { x, y }: Readonly<{ x: number; y: number }>): Point | undefined {
  return document.elementFromPoint(x, y)?.closest(surface) ? view.toCanvas(x, y) : undefined;
}
