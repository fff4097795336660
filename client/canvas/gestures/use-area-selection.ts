import { type RefObject, useEffect } from "react";
import { boxAround } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import { type CanvasTools, useCanvas } from "../canvas-context.tsx";
import { zooms } from "../view/frame-view.ts";
import { type Area, isMeant } from "./area.ts";

/** A press that moves less than this is a click; in screen pixels. */
const slackPx = 4;
/** Points of a loop are at least so far apart, in screen pixels, and not more than so many. */
const stepPx = 3;
const maxPoints = 4_000;

/** What a press on these means is theirs. */
const ownPress = "button, input, textarea, .nodrag, [contenteditable]";

type Drawing = {
  pointerId: number;
  kind: Area["kind"];
  page: Point[];
  isDrag: boolean;
  before: readonly string[];
};

/**
 * Selecting by drawing around things: a rectangle with the selection tool (or Shift), a loop with the lasso; by mouse,
 * pen and finger alike. Looks at the scene, so it reaches what is not mounted. `show` draws the area, given in pixels of
 * the page. A second finger makes it a pinch; Escape gives up.
 */
export function useAreaSelection(
  surface: RefObject<Element | null>,
  show: (area: Area | null) => void,
): void {
  const tools = useCanvas();
  useEffect(() => {
    const element = surface.current?.parentElement;
    if (!element) return;
    let drawing: Drawing | null = null;
    /** The click that ends a drag is none. */
    let isClickSpent = false;

    function end(isDone: boolean): void {
      if (!drawing) return;
      const { isDrag, before } = drawing;
      if (isDrag && isDone) select(drawing);
      if (isDrag && !isDone) tools.ui.getState().select(before);
      drawing = null;
      show(null);
    }

    function select({ kind, page, before }: Drawing): void {
      const points = page.map(([x, y]) => tools.view.toCanvas(x, y));
      tools.ui.getState().select([...before, ...meantBy({ kind, points }, tools)]);
    }

    function handleDown(event: PointerEvent): void {
      isClickSpent = false;
      const isSecond = drawing !== null;
      end(false);
      const kind = isSecond ? null : areaFor(event, tools);
      if (!kind) return;
      // React Flow would pan, drag the card, or draw a rectangle of its own.
      event.stopPropagation();
      const before = event.shiftKey ? [...tools.ui.getState().selection] : [];
      drawing = {
        pointerId: event.pointerId,
        kind,
        page: [[event.clientX, event.clientY]],
        isDrag: false,
        before,
      };
    }

    /** The older events of the same press, by which others begin to pan and drag. */
    function holdBack(event: Event): void {
      const isPinch = "touches" in event && (event as TouchEvent).touches.length > 1;
      if (drawing && !isPinch) event.stopPropagation();
    }

    function handleMove(event: PointerEvent): void {
      if (drawing?.pointerId !== event.pointerId) return;
      const at: Point = [event.clientX, event.clientY];
      const [start] = drawing.page;
      if (!start) return;
      if (!drawing.isDrag) {
        if (distance(start, at) <= slackPx) return;
        drawing.isDrag = true;
        isClickSpent = true;
        element?.setPointerCapture(event.pointerId);
      }
      if (drawing.kind === "box") drawing.page = [start, at];
      else if (distance(drawing.page.at(-1) ?? start, at) >= stepPx && drawing.page.length < maxPoints)
        drawing.page.push(at);
      show({ kind: drawing.kind, points: drawing.page });
      // From afar there may be thousands; they are selected once, at the end.
      if (tools.view.get().zoom >= zooms.far) select(drawing);
    }

    function handleUp(event: PointerEvent): void {
      if (drawing?.pointerId === event.pointerId) end(event.type === "pointerup");
    }

    function handleClick(event: MouseEvent): void {
      if (isClickSpent) event.stopPropagation();
      isClickSpent = false;
    }

    function handleKey(event: KeyboardEvent): void {
      if (event.key !== "Escape" || !drawing) return;
      event.stopPropagation();
      end(false);
    }

    const stop = new AbortController();
    const capture = { capture: true, signal: stop.signal };
    element.addEventListener("pointerdown", handleDown, capture);
    element.addEventListener("mousedown", holdBack, capture);
    element.addEventListener("touchstart", holdBack, capture);
    element.addEventListener("click", handleClick, capture);
    window.addEventListener("pointermove", handleMove, { signal: stop.signal });
    window.addEventListener("pointerup", handleUp, { signal: stop.signal });
    window.addEventListener("pointercancel", handleUp, { signal: stop.signal });
    window.addEventListener("keydown", handleKey, capture);
    return () => stop.abort();
  }, [tools, surface, show]);
}

/** What a press begins to draw: nothing where it is meant for something else. */
function areaFor(event: PointerEvent, { ui }: CanvasTools): Area["kind"] | null {
  if (event.button !== 0 || !(event.target instanceof Element)) return null;
  if (event.target.closest(ownPress)) return null;
  const { tool } = ui.getState();
  if (tool === "lasso") return "lasso";
  const isOnCanvas = event.target.closest(".react-flow__node") === null;
  return isOnCanvas && (tool === "select" || event.shiftKey) ? "box" : null;
}

/** Cards and links in the area, and the cards of collapsed groups whose box is. Costs what lies in the box around it. */
function meantBy(area: Area, { scene, visibility, ui }: CanvasTools): readonly string[] {
  const { cards, links } = scene.inView(boxAround(area.points));
  const found: string[] = [...cards, ...links].filter((key) => {
    const place = scene.placeOf(key);
    return place !== undefined && isMeant(area, place);
  });
  for (const group of ui.getState().collapsedGroups) {
    const box = visibility.boxOfGroup(group);
    if (box && isMeant(area, box)) found.push(...scene.cardsIn(group));
  }
  return found;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
