import { useReactFlow, useStoreApi } from "@xyflow/react";
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useEffectEvent } from "react";
import type { Rect } from "#shared/diagram/index.ts";
import {
  type ArgumentId,
  argumentRef,
  type CardId,
  cardRef,
  getAs,
  type Point,
  type Ref,
} from "#shared/model/index.ts";
import { useSession } from "../session/session-context.tsx";
import { useMapUiStore } from "../state/map-ui-context.tsx";
import type { LinkIntent } from "../state/map-ui-store.ts";
import { useView } from "../state/view-context.tsx";
import { useCanvas } from "./canvas-context.tsx";
import { flight } from "./flight.ts";
import { type KeyIntent, readKey } from "./keyboard.ts";
import { closest, type Heading, nearest } from "./navigation.ts";
import { useBringIntoView } from "./use-bring-into-view.ts";
import { useNewCardPlace } from "./use-new-card-place.ts";
import { useShowAll } from "./use-show-all.ts";

/** How far around the focused thing the next one is looked for, in canvas pixels. */
const reachPx = 2_400;

const steps: Readonly<Record<Heading, Point>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

type Headed = "move-focus" | "nudge";
type Plain = Exclude<KeyIntent["do"], Headed>;

/**
 * Handles keys pressed while the canvas, or something on it that is no text field, has the focus; the caller hands
 * those in. When nothing at all has it, because what had it was deleted, keys are taken from the window; but no letters,
 * which may have been meant for a text that has just gone.
 */
export function useCanvasKeys(): (event: ReactKeyboardEvent) => void {
  const session = useSession();
  const ui = useMapUiStore();
  const openDialog = useView((state) => state.openDialog);
  const { scene, actions } = useCanvas();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const showAll = useShowAll();
  const newCardPlace = useNewCardPlace();
  const bringIntoView = useBringIntoView();

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
    const from = key === undefined ? undefined : scene.placeOf(key);
    const [x, y] = from ? [from.x, from.y] : newCardPlace();
    const around = { x: x - reachPx, y: y - reachPx, width: 2 * reachPx, height: 2 * reachPx };
    const { cards, links } = scene.inView(around);
    const candidates = [...cards, ...links].flatMap((id): readonly (readonly [string, Rect])[] => {
      const place = id === key ? undefined : scene.placeOf(id);
      return place ? [[id, place]] : [];
    });
    const next = from ? nearest(from, heading, candidates) : closest([x, y], candidates);
    if (next === undefined) return;
    ui.getState().focus(next);
    bringIntoView(next);
  }

  /** Questions have answers where claims have reasons and objections. */
  function addLinked(intent: LinkIntent) {
    const from = currentRef();
    if (!from) return;
    const isQuestion = from.type === "card" && getAs(session.doc, "card", from.id)?.kind === "question";
    const isReason = intent === "because" || intent === "but";
    actions.addLinked(from, isQuestion && isReason ? "answer" : intent);
  }

  function startConnecting(intent: LinkIntent) {
    const from = currentRef();
    if (from) ui.getState().startConnecting(from, intent);
  }

  function edit() {
    const key = current() as CardId | undefined;
    if (key === undefined) return;
    if (ui.getState().connecting) actions.completeConnecting(key);
    else if (getAs(session.doc, "card", key)) actions.edit(key);
  }

  /** The keyboard goes where the step of undo or redo leads. */
  function goThrough(step: () => void) {
    step();
    const [only, ...others] = ui.getState().selection;
    if (only !== undefined && others.length === 0) ui.getState().focus(only);
  }

  function leave() {
    const { connecting, stopConnecting, clearSelection } = ui.getState();
    if (connecting) stopConnecting();
    else clearSelection();
  }

  const plain: Readonly<Record<Plain, () => void>> = {
    edit,
    "add-claim": () => actions.addCard("claim", newCardPlace()),
    "add-question": () => actions.addCard("question", newCardPlace()),
    "add-evidence": () => actions.addCard("evidence", newCardPlace()),
    because: () => addLinked("because"),
    but: () => addLinked("but"),
    with: () => addLinked("with"),
    answer: () => addLinked("answer"),
    "link-because": () => startConnecting("because"),
    "link-but": () => startConnecting("but"),
    contradict: () => startConnecting("conflict"),
    delete: () => {
      actions.deleteSelected();
      // What had the keyboard is going; the canvas has it next.
      flowStore.getState().domNode?.focus({ preventScroll: true });
    },
    duplicate: () => actions.duplicateSelected(),
    group: () => actions.groupSelected(),
    "select-all": () => actions.selectAll(),
    undo: () => goThrough(() => session.undo()),
    redo: () => goThrough(() => session.redo()),
    fit: showAll,
    "zoom-in": () => void flow.zoomIn({ duration: flight(120) }),
    "zoom-out": () => void flow.zoomOut({ duration: flight(120) }),
    help: () => openDialog("keyboard"),
    leave,
  };
  const headed: Readonly<Record<Headed, (heading: Heading) => void>> = {
    "move-focus": moveFocus,
    nudge: (heading) => actions.nudge(...steps[heading]),
  };

  function handleKey(event: KeyboardEvent | ReactKeyboardEvent) {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    // A button on the canvas takes its own Enter and Space.
    if (event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ")) return;
    const intent = readKey(event);
    if (!intent) return;
    event.preventDefault();
    if ("heading" in intent) headed[intent.do](intent.heading);
    else plain[intent.do]();
  }

  const handleStrayKey = useEffectEvent((event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (event.target === document.body && !isLetter) handleKey(event);
  });
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => handleStrayKey(event);
    window.addEventListener("keydown", handleKeyDown);
    return () => window.removeEventListener("keydown", handleKeyDown);
  }, []);

  return handleKey;
}
