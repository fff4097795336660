import "@xyflow/react/dist/style.css";
import { type NodeChange, type NodeTypes, ReactFlow } from "@xyflow/react";
import {
  type ComponentType,
  type CSSProperties,
  lazy,
  type MouseEvent,
  type PointerEvent,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from "react";
import type { CardId } from "#shared/model/index.ts";
import { useSessionStatus } from "../session/session-context.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { useCanvas } from "./canvas-context.tsx";
import { useClipboard } from "./clipboard/use-clipboard.ts";
import { selectionAfter } from "./gestures/drag.ts";
import { useCardDrag } from "./gestures/use-card-drag.ts";
import { AreaSelection } from "./layers/area-selection.tsx";
import { BitmapLayer } from "./layers/bitmap/bitmap-layer.tsx";
import { levelAt } from "./layers/bitmap/level.ts";
import type { Picture } from "./layers/bitmap/picture.ts";
import { usePicture } from "./layers/bitmap/use-picture.ts";
import { CursorLayer } from "./layers/cursor-layer.tsx";
import { DragHintLayer } from "./layers/drag-hints.tsx";
import { EmptyHint } from "./layers/empty-hint.tsx";
import { GroupLayer } from "./layers/group-layer.tsx";
import { RubberBand } from "./layers/rubber-band.tsx";
import css from "./map-canvas.module.css";
import { CardNode, cardVariables } from "./nodes/card-node.tsx";
import { ChipNode } from "./nodes/chip-node.tsx";
import type { CanvasNode } from "./projection.ts";
import { keyAt } from "./scene/hit-test.ts";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useNodesInView } from "./use-nodes-in-view.ts";
import { bringIntoView } from "./view/bring-into-view.ts";
import { emptyView, firstView, minZoom, zooms } from "./view/frame-view.ts";
import type { MapView } from "./view/map-view.ts";
import { Motion } from "./view/motion.ts";

/** Fetched while the first picture is drawn; where its code does not come, the map does without. */
const Minimap = lazy<ComponentType<Readonly<{ picture: Picture }>>>(() =>
  import("./minimap/minimap.tsx").then(
    (code) => ({ default: code.Minimap }),
    () => ({ default: () => null }),
  ),
);

const nodeTypes = { card: CardNode, chip: ChipNode } satisfies NodeTypes;
const noEdges: never[] = [];
const severalKeys = ["Shift", "Meta", "Control"];
const panButtons = [1, 2];
/**
 * How cards that are elements look: `near` as they are; `small` only what one can press, over the drawn card; `far`
 * nothing but the ring of the keyboard.
 */
function distanceAt(zoom: number): "near" | "small" | "far" {
  if (zoom >= zooms.readable) return "near";
  return zoom >= zooms.far ? "small" : "far";
}

/** A card begins with its corner a little up and left of where one points, so that the text is under the pointer. */
const grabOffset = [24, 20] as const;

/**
 * The canvas. React Flow has pan, zoom, drag and marquee, and is given only what is near the screen; lines, regions
 * and pointers of others are layers of ours in its viewport.
 */
export function MapCanvas() {
  const { canEdit } = useSessionStatus();
  const { session, scene, actions, ui, view, tell, t } = useCanvas();
  const tool = useMapUi((state) => state.tool);
  const isConnecting = useMapUi((state) => state.connecting !== null);
  const motion = useMotion(view);
  const { nodes, groups, isDrawn, pointAt, isElement } = useNodesInView(motion);
  const picture = usePicture(isElement);
  const drag = useCardDrag();
  const handleKeys = useCanvasKeys();
  useClipboard();
  const hasBegun = useRef(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const begin = () => {
      const screen = view.screen();
      if (hasBegun.current || screen.width === 0) return;
      hasBegun.current = true;
      const bounds = scene.bounds();
      view.moveTo(bounds ? firstView(bounds, screen) : emptyView(screen));
      // Keys work from the beginning, unless something else has the keyboard already.
      if (document.activeElement === document.body) view.takeFocus();
    };
    begin();
    return view.onMove(begin);
  }, [view, scene]);
  useEffect(() => {
    // Straight to the page: what depends on it are style sheets only.
    const tell = () => {
      root.current?.setAttribute("data-distance", distanceAt(view.get().zoom));
      root.current?.toggleAttribute("data-moving", motion.isMoving);
    };
    tell();
    const stops = [motion.onMove(tell), motion.onRest(tell)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [view, motion]);
  useEffect(
    () =>
      ui.subscribe(
        (now, before) => now.selection !== before.selection && session.presence.select([...now.selection]),
      ),
    [ui, session],
  );
  useEffect(
    () =>
      ui.subscribe((now, before) => {
        if (now.editing && now.editing !== before.editing) bringIntoView(view, scene, now.editing, true);
      }),
    [ui, view, scene],
  );
  useEffect(
    () =>
      session.records.subscribeAll(({ removed }) => {
        const { editing, forget } = ui.getState();
        if (editing && removed.has(editing)) tell(t("canvas.cardGone"));
        if (removed.size > 0) forget(removed);
      }),
    [session, ui, tell, t],
  );

  /** What is drawn where one points, and no element, or none that hears of it while the view moves. */
  const drawnAt = useCallback(
    (event: MouseEvent): string | null => {
      const isPane = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
      if (!isPane) return null;
      const isWordDrawn = levelAt(view.get().zoom) !== "block";
      return keyAt(scene, view.toCanvas(event.clientX, event.clientY), isWordDrawn) ?? null;
    },
    [scene, view],
  );

  function handleDoubleClick(event: MouseEvent) {
    const isPane = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
    if (!isPane || !canEdit) return;
    const key = drawnAt(event);
    if (key) {
      if (scene.boxOf(key as CardId)) actions.edit(key as CardId);
      return;
    }
    const [x, y] = view.toCanvas(event.clientX, event.clientY);
    actions.addCard("claim", [x - grabOffset[0], y - grabOffset[1]]);
  }

  // React Flow renders every node again for a handler that is not the one it had.
  const choose = useCallback(
    (event: MouseEvent, { id }: Readonly<{ id: string }>) => {
      const { connecting, focus } = ui.getState();
      if (connecting) actions.completeConnecting(id as CardId);
      else if (!event.shiftKey && !event.metaKey && !event.ctrlKey) focus(id);
    },
    [ui, actions],
  );

  const handlePaneClick = useCallback(
    (event: MouseEvent) => {
      const id = drawnAt(event);
      // A finger has pointed at nothing before it taps.
      if (id) return choose(event, { id });
      ui.getState().stopConnecting();
      ui.getState().clearSelection();
    },
    [drawnAt, choose, ui],
  );

  const handleNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      drag.follow(changes);
      const { selection, select } = ui.getState();
      const next = selectionAfter(selection, changes);
      if (next !== selection) select(next);
    },
    [drag, ui],
  );

  function handlePointerMove(event: PointerEvent) {
    session.presence.point(view.toCanvas(event.clientX, event.clientY));
    // What is being dragged stays what one points at.
    if (event.buttons !== 0 || !isDrawn || event.pointerType === "touch") return;
    const isOnElement = event.target instanceof Element && event.target.closest(".react-flow__node");
    if (!isOnElement) pointAt(drawnAt(event));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the canvas is one composite of cards that have roles of their own
    <div
      ref={root}
      className={css["canvas"]}
      style={cardVariables as CSSProperties}
      data-connecting={isConnecting}
      data-tool={tool}
      onKeyDown={handleKeys}
      onDoubleClick={handleDoubleClick}
      onPointerMove={handlePointerMove}
      onPointerLeave={() => session.presence.point(null)}
    >
      <ReactFlow<CanvasNode>
        nodes={nodes as CanvasNode[]}
        edges={noEdges}
        nodeTypes={nodeTypes}
        aria-label={t("canvas.label")}
        role="application"
        tabIndex={0}
        minZoom={minZoom}
        maxZoom={2.5}
        nodesDraggable={canEdit}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={severalKeys}
        zoomOnDoubleClick={false}
        panOnScroll
        selectionKeyCode={null}
        panOnDrag={tool === "hand" ? true : panButtons}
        nodeDragThreshold={3}
        onNodesChange={handleNodesChange}
        onNodeDragStop={drag.drop}
        onSelectionDragStop={drag.drop}
        onNodeClick={choose}
        onPaneClick={handlePaneClick}
      >
        <BitmapLayer picture={picture} motion={motion} isAlone={isDrawn} />
        <GroupLayer ids={groups} />
        <RubberBand />
        <CursorLayer />
        <DragHintLayer store={drag.hints} />
        <AreaSelection />
      </ReactFlow>
      <EmptyHint />
      <Suspense>
        <Minimap picture={picture} />
      </Suspense>
    </div>
  );
}

function useMotion(view: MapView): Motion {
  const motion = useMemo(() => new Motion(view), [view]);
  useEffect(() => motion.start(), [motion]);
  return motion;
}
