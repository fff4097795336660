import { useReactFlow } from "@xyflow/react";
import type { KeyboardEvent } from "react";
import { jointBox, type Rect } from "#shared/diagram/index.ts";
import { type ArgumentId, argumentRef, type CardId, cardRef, getAs, type Ref } from "#shared/model/index.ts";
import { useSession } from "../session/session-context.tsx";
import { useMapUiStore } from "../state/map-ui-context.tsx";
import type { LinkIntent } from "../state/map-ui-store.ts";
import { useView } from "../state/view-context.tsx";
import { useCanvas } from "./canvas-context.tsx";
import { type KeyIntent, readKey } from "./keyboard.ts";
import { type Heading, nearest } from "./navigation.ts";
import { useShowAll } from "./use-show-all.ts";

/** How far around the focused thing the next one is looked for, in canvas pixels. */
const reachPx = 2_400;

/** Handles keys pressed while the canvas, or something on it that is no text field, has the focus. */
export function useCanvasKeys(): (event: KeyboardEvent) => void {
  const session = useSession();
  const ui = useMapUiStore();
  const openDialog = useView((state) => state.openDialog);
  const { scene, actions } = useCanvas();
  const flow = useReactFlow();
  const showAll = useShowAll();

  function rectOf(key: string): Rect | undefined {
    const placed = scene.linkOf(key);
    return placed ? jointBox(placed.geometry.label) : scene.rectOf(key as CardId);
  }

  function screenCentre(): readonly [number, number] {
    const { x, y } = flow.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
    return [x - 124, y - 34];
  }

  /** The one thing that the keyboard is at. */
  function current(): string | undefined {
    const { selection, focused } = ui.getState();
    const [only] = selection;
    return focused && selection.has(focused) ? focused : only;
  }

  function currentRef(): Ref | undefined {
    const key = current();
    if (key === undefined) return undefined;
    if (getAs(session.doc, "card", key as CardId)) return cardRef(key as CardId);
    return getAs(session.doc, "argument", key as ArgumentId) ? argumentRef(key as ArgumentId) : undefined;
  }

  function moveFocus(heading: Heading) {
    const key = current();
    const from = key && rectOf(key);
    const [x, y] = from ? [from.x, from.y] : screenCentre();
    const around = { x: x - reachPx, y: y - reachPx, width: 2 * reachPx, height: 2 * reachPx };
    const { cards, links } = scene.inView(around);
    const candidates = [...cards, ...links].flatMap((id): readonly (readonly [string, Rect])[] => {
      const rect = id === key ? undefined : rectOf(id);
      return rect ? [[id, rect]] : [];
    });
    const next = from ? nearest(from, heading, candidates) : cards[0];
    if (next === undefined) return;
    ui.getState().focus(next);
    bringIntoView(next);
  }

  function bringIntoView(key: string) {
    const rect = rectOf(key);
    if (!rect) return;
    const topLeft = flow.flowToScreenPosition({ x: rect.x, y: rect.y });
    const bottomRight = flow.flowToScreenPosition({ x: rect.x + rect.width, y: rect.y + rect.height });
    const isVisible =
      topLeft.x >= 40 &&
      topLeft.y >= 80 &&
      bottomRight.x <= window.innerWidth - 40 &&
      bottomRight.y <= window.innerHeight - 40;
    if (!isVisible)
      void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom: flow.getZoom() });
  }

  function addLinked(intent: LinkIntent) {
    const from = currentRef();
    if (!from) return;
    const isQuestion = from.type === "card" && getAs(session.doc, "card", from.id)?.kind === "question";
    const forQuestion = intent === "because" || intent === "but" ? "answer" : intent;
    actions.addLinked(from, isQuestion ? forQuestion : intent);
  }

  function connect(intent: LinkIntent) {
    const from = currentRef();
    if (from) ui.getState().startConnecting(from, intent);
  }

  function edit() {
    const key = current() as CardId | undefined;
    if (key === undefined) return;
    if (ui.getState().connecting) actions.completeConnecting(key);
    else if (getAs(session.doc, "card", key)) actions.edit(key);
  }

  function leave() {
    const { connecting, stopConnecting, clearSelection } = ui.getState();
    if (connecting) stopConnecting();
    else clearSelection();
  }

  function carryOut(intent: KeyIntent) {
    switch (intent.do) {
      case "move-focus":
        moveFocus(intent.heading);
        return;
      case "nudge":
        actions.nudge(
          intent.heading === "left" ? -1 : intent.heading === "right" ? 1 : 0,
          intent.heading === "up" ? -1 : intent.heading === "down" ? 1 : 0,
        );
        return;
      case "edit":
        edit();
        return;
      case "add-claim":
        actions.addCard("claim", screenCentre());
        return;
      case "add-question":
        actions.addCard("question", screenCentre());
        return;
      case "add-evidence":
        actions.addCard("evidence", screenCentre());
        return;
      case "because":
      case "but":
      case "with":
      case "answer":
        addLinked(intent.do);
        return;
      case "link-because":
        connect("because");
        return;
      case "link-but":
        connect("but");
        return;
      case "contradict":
        connect("conflict");
        return;
      case "delete":
        actions.deleteSelected();
        return;
      case "duplicate":
        actions.duplicateSelected();
        return;
      case "group":
        actions.groupSelected("");
        return;
      case "select-all":
        actions.selectAll();
        return;
      case "undo":
        session.history.undo();
        return;
      case "redo":
        session.history.redo();
        return;
      case "fit":
        showAll();
        return;
      case "zoom-in":
        flow.zoomIn({ duration: 120 });
        return;
      case "zoom-out":
        flow.zoomOut({ duration: 120 });
        return;
      case "help":
        openDialog("keyboard");
        return;
      case "leave":
        leave();
        return;
    }
  }

  return (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    // A button on the canvas takes its own Enter and Space.
    if (event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ")) return;
    const intent = readKey(event);
    if (!intent) return;
    event.preventDefault();
    carryOut(intent);
  };
}
