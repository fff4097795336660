import { type RefObject, useEffect } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import type { GroupId, Point } from "#shared/model/index.ts";
import { type CanvasTools, useCanvas } from "../canvas-context.tsx";
import type { MenuSubject } from "./menu-commands.ts";

/** A menu that was asked for: what about, where on the page, and where on the canvas one pointed. */
export type MenuCall = Readonly<{ subject: MenuSubject; place: Rect; at: Point | null }>;

/** How long a finger rests for a menu, and how far it may stray meanwhile in screen pixels. */
const longPressMs = 500;
const slackPx = 10;

/** Where the browser's own menu is the better one. */
const isText = "input, textarea, [contenteditable]";

/**
 * Hears of menus asked for on the canvas inside `anchor`'s parent: by the other button, by the Menu key or Shift+F10,
 * and by a finger that rests. What is pointed at is selected first, unless it is already.
 */
export function useMenuCalls(anchor: RefObject<Element | null>, onCall: (call: MenuCall) => void): void {
  const tools = useCanvas();
  useEffect(() => {
    const surface = anchor.current?.parentElement;
    if (!surface) return;
    let press: { timer: number; x: number; y: number } | null = null;
    /** The click with which a finger lets go of a long press is none. */
    let isClickSpent = false;

    function callAt(target: EventTarget | null, x: number, y: number): void {
      const at = tools.view.toCanvas(x, y);
      onCall({ subject: turnTo(target, at, tools), place: { x, y, width: 0, height: 0 }, at });
    }

    function giveUpPress(): void {
      if (press) window.clearTimeout(press.timer);
      press = null;
    }

    function handleContextMenu(event: MouseEvent): void {
      if (!isOnCanvas(event.target)) return;
      event.preventDefault();
      giveUpPress();
      callAt(event.target, event.clientX, event.clientY);
    }

    function handleKey(event: KeyboardEvent): void {
      const isAsked = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
      if (!isAsked || !isOnCanvas(event.target)) return;
      event.preventDefault();
      const group = groupOf(event.target);
      if (group) tools.ui.getState().select(tools.scene.cardsIn(group));
      const subject = tools.ui.getState().selection.size > 0 ? "selection" : "canvas";
      onCall({ subject, place: placeOf(event.target, subject), at: null });
    }

    function handleDown(event: PointerEvent): void {
      isClickSpent = false;
      giveUpPress();
      const { pointerType, isPrimary, target, clientX: x, clientY: y } = event;
      if (pointerType !== "touch" || !isPrimary || !isOnCanvas(target)) return;
      const timer = window.setTimeout(() => {
        press = null;
        isClickSpent = true;
        callAt(target, x, y);
      }, longPressMs);
      press = { timer, x, y };
    }

    function handleMove(event: PointerEvent): void {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > slackPx) giveUpPress();
    }

    function handleClick(event: MouseEvent): void {
      if (isClickSpent) event.stopPropagation();
      isClickSpent = false;
    }

    const stop = new AbortController();
    const { signal } = stop;
    surface.addEventListener("contextmenu", handleContextMenu, { signal });
    surface.addEventListener("keydown", handleKey, { signal });
    surface.addEventListener("pointerdown", handleDown, { capture: true, signal });
    surface.addEventListener("click", handleClick, { capture: true, signal });
    window.addEventListener("pointermove", handleMove, { signal });
    window.addEventListener("pointerup", giveUpPress, { signal });
    window.addEventListener("pointercancel", giveUpPress, { signal });
    return () => {
      giveUpPress();
      stop.abort();
    };
  }, [tools, anchor, onCall]);
}

function isOnCanvas(target: EventTarget | null): target is Element {
  return target instanceof Element && target.closest(".react-flow") !== null && !target.closest(isText);
}

/** Selects what is pointed at, and says what the menu is about. */
function turnTo(target: EventTarget | null, at: Point, { ui, scene }: CanvasTools): MenuSubject {
  const group = groupOf(target);
  if (group) {
    ui.getState().select(scene.cardsIn(group));
    return "selection";
  }
  const node = target instanceof Element ? target.closest<HTMLElement>(".react-flow__node") : null;
  // From afar cards are drawn and no elements.
  const drawn = scene.inView({ x: at[0], y: at[1], width: 0, height: 0 }).cards.at(-1);
  const key = node?.dataset["id"] ?? drawn;
  if (key === undefined) return "canvas";
  if (!ui.getState().selection.has(key)) ui.getState().focus(key);
  return "selection";
}

/** The group whose head was meant. */
function groupOf(target: EventTarget | null): GroupId | undefined {
  const head = target instanceof Element ? target.closest<HTMLElement>("[data-group]") : null;
  return head?.dataset["group"] as GroupId | undefined;
}

/** At what has the keyboard; the canvas is too large for that, so in its middle. */
function placeOf(target: Element, subject: MenuSubject): Rect {
  const { x, y, width, height } = target.getBoundingClientRect();
  const isCanvas = subject === "canvas" || target.classList.contains("react-flow");
  return isCanvas ? { x: x + width / 2, y: y + height / 3, width: 0, height: 0 } : { x, y, width, height };
}
