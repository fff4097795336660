import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import { type ArgumentId, getAs, getStatement, type Point, type Ref } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import type { LinkIntent } from "../../state/map-ui-store.ts";
import { useCanvas } from "../canvas-context.tsx";
import { argumentAt } from "./link-at.ts";

/** A press that moves less than this is a click; in screen pixels. */
const clickSlackPx = 5;

/**
 * Handlers for a button from which a link is drawn. A click makes a new card beside; a drag makes one where it is
 * dropped, links the card it is dropped on, or from a card argues about the step whose line it is dropped on. Escape
 * gives up.
 */
export function useSprout(from: Ref, intent: LinkIntent) {
  const { scene, actions, linkGesture, view } = useCanvas();
  const { doc } = useSession();
  const start = useRef<Point | null>(null);

  useEffect(() => {
    function giveUp() {
      if (!start.current) return;
      start.current = null;
      linkGesture.set(null);
    }
    function noteKey(event: KeyboardEvent) {
      if (event.key === "Escape") giveUp();
    }
    window.addEventListener("keydown", noteKey, { capture: true });
    return () => {
      window.removeEventListener("keydown", noteKey, { capture: true });
      giveUp();
    };
  }, [linkGesture]);

  /** What a link with this intent could end at there. */
  function targetAt(at: Point): Ref | null {
    const [x, y] = at;
    const [card] = scene.inView({ x, y, width: 0, height: 0 }).cards.filter((card) => {
      if (card === from.id) return false;
      return intent === "part"
        ? getAs(doc, "card", card)?.kind === "question"
        : getStatement(doc, card) !== undefined;
    });
    if (card) return { type: "card", id: card };
    if (from.type !== "card" || (intent !== "because" && intent !== "but")) return null;
    const id = argumentAt(scene, at, view.get().zoom, isAboutOthers);
    return id && { type: "argument", id };
  }

  /** A card says nothing about a step that it is itself an end of: its own lines begin right where one draws. */
  function isAboutOthers(id: ArgumentId): boolean {
    const argument = getAs(doc, "argument", id);
    return (
      argument !== undefined &&
      argument.target.id !== from.id &&
      !argument.premises.some((premise) => premise === from.id)
    );
  }

  function pointOf(event: PointerEvent): Point {
    return view.toCanvas(event.clientX, event.clientY);
  }

  function isDrag(event: PointerEvent): boolean {
    const at = start.current;
    return at !== null && Math.hypot(event.clientX - at[0], event.clientY - at[1]) > clickSlackPx;
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = [event.clientX, event.clientY];
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!isDrag(event)) return;
      const to = pointOf(event);
      linkGesture.set({ from, intent, to, over: targetAt(to) });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (!start.current) return;
      const wasDrag = isDrag(event);
      start.current = null;
      linkGesture.set(null);
      if (!wasDrag) return actions.addLinked(from, intent);
      const at = pointOf(event);
      const target = targetAt(at);
      if (target?.type === "card") actions.linkTo(from, intent, target.id);
      else if (target && from.type === "card") actions.linkTo(target, intent, from.id);
      else actions.addLinked(from, intent, at);
    },
    onPointerCancel() {
      start.current = null;
      linkGesture.set(null);
    },
    /** Keyboards and screen readers press without a pointer. */
    onClick(event: MouseEvent) {
      // The card below would take the click for its own and take the keyboard from the one just made.
      event.stopPropagation();
      if (event.detail === 0) actions.addLinked(from, intent);
    },
  };
}
