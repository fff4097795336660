import "@xyflow/react/dist/style.css";
import { Background, BackgroundVariant, type NodeTypes, ReactFlow } from "@xyflow/react";
import { type CSSProperties, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import { useSessionStatus } from "../session/session-context.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { useCanvas } from "./canvas-context.tsx";
import { useClipboard } from "./clipboard/use-clipboard.ts";
import { selectionAfter } from "./gestures/drag.ts";
import { useCardDrag } from "./gestures/use-card-drag.ts";
import { AreaSelection } from "./layers/area-selection.tsx";
import { CursorLayer } from "./layers/cursor-layer.tsx";
import { EmptyHint } from "./layers/empty-hint.tsx";
import { GroupLayer } from "./layers/group-layer.tsx";
import { LinkLayer } from "./layers/link-layer.tsx";
import { Overview } from "./layers/overview.tsx";
import { RubberBand } from "./layers/rubber-band.tsx";
import css from "./map-canvas.module.css";
import { CardNode, cardVariables } from "./nodes/card-node.tsx";
import { ChipNode } from "./nodes/chip-node.tsx";
import type { CanvasNode } from "./projection.ts";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useNodesInView } from "./use-nodes-in-view.ts";
import { bringIntoView } from "./view/bring-into-view.ts";
import { flight } from "./view/flight.ts";
import { emptyView, firstView, minZoom, viewOn, zooms } from "./view/frame-view.ts";

const nodeTypes = { card: CardNode, chip: ChipNode } satisfies NodeTypes;
const noEdges: never[] = [];
type Distance = "near" | "far" | "veryFar";

function distanceAt(zoom: number): Distance {
  return zoom >= zooms.far ? "near" : zoom >= zooms.veryFar ? "far" : "veryFar";
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
  const { nodes, links, isOverview, look } = useNodesInView(scene);
  const drag = useCardDrag();
  const handleKeys = useCanvasKeys();
  useClipboard();
  const hasBegun = useRef(false);
  const [distance, setDistance] = useState<Distance>("near");

  useEffect(() => {
    const lookNow = () => {
      const screen = view.screen();
      if (screen.width === 0) return;
      if (!hasBegun.current) {
        hasBegun.current = true;
        const bounds = scene.bounds();
        view.moveTo(bounds ? firstView(bounds, screen) : emptyView(screen));
        return;
      }
      look(view.get(), screen.width, screen.height);
      setDistance(distanceAt(view.get().zoom));
    };
    lookNow();
    return view.onMove(lookNow);
  }, [view, look, scene]);
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

  function handleDoubleClick(event: MouseEvent) {
    const isPane = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
    if (!isPane || !canEdit || isOverview) return;
    const [x, y] = view.toCanvas(event.clientX, event.clientY);
    actions.addCard("claim", [x - grabOffset[0], y - grabOffset[1]]);
  }

  /** From the overview, a press on a card goes there. */
  function handlePaneClick(event: MouseEvent) {
    ui.getState().stopConnecting();
    ui.getState().clearSelection();
    if (!isOverview) return;
    const [x, y] = view.toCanvas(event.clientX, event.clientY);
    const [card] = scene.inView({ x, y, width: 0, height: 0 }).cards;
    const place = card && scene.placeOf(card);
    if (place) view.moveTo(viewOn(place, view.screen()), flight(300));
  }

  function handlePointerMove(event: PointerEvent) {
    session.presence.point(view.toCanvas(event.clientX, event.clientY));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the canvas is one composite of cards that have roles of their own
    <div
      className={css["canvas"]}
      style={cardVariables as CSSProperties}
      data-connecting={isConnecting}
      data-distance={distance}
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
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        zoomOnDoubleClick={false}
        panOnScroll
        selectionKeyCode={null}
        panOnDrag={tool === "hand" ? true : [1, 2]}
        nodeDragThreshold={3}
        onNodesChange={(changes) => {
          drag.follow(changes);
          const { selection, select } = ui.getState();
          const next = selectionAfter(selection, changes);
          if (next !== selection) select(next);
        }}
        onNodeDragStop={drag.drop}
        onSelectionDragStop={drag.drop}
        onNodeClick={(event, node) => {
          if (ui.getState().connecting) actions.completeConnecting(node.id as CardId);
          else if (!event.shiftKey && !event.metaKey && !event.ctrlKey) ui.getState().focus(node.id);
        }}
        onPaneClick={handlePaneClick}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--grid)" />
        <GroupLayer />
        <LinkLayer keys={links} />
        <RubberBand />
        <CursorLayer />
        <AreaSelection />
      </ReactFlow>
      {isOverview ? <Overview /> : null}
      <EmptyHint />
    </div>
  );
}
