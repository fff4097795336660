import "@xyflow/react/dist/style.css";
import { type NodeChange, type NodeTypes, ReactFlow } from "@xyflow/react";
import {
  type ComponentType,
  type CSSProperties,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useSessionStatus } from "../session/session-context.tsx";
import { useMapUi } from "../state/map-ui-context.tsx";
import { useCanvas } from "./canvas-context.tsx";
import { useClipboard } from "./clipboard/use-clipboard.ts";
import { selectionAfter } from "./gestures/drag.ts";
import { useCardDrag } from "./gestures/use-card-drag.ts";
import { useDrawnPresses } from "./gestures/use-drawn-presses.ts";
import { AreaSelection } from "./layers/area-selection.tsx";
import { BitmapLayer } from "./layers/bitmap/bitmap-layer.tsx";
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
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useCanvasWiring } from "./use-canvas-wiring.ts";
import { useHeldElements } from "./use-held-elements.ts";
import { useNodesInView } from "./use-nodes-in-view.ts";
import { minZoom } from "./view/frame-view.ts";
import type { MapView } from "./view/map-view.ts";
import { Motion } from "./view/motion.ts";

/** Fetched when the first picture is on the screen; where its code does not come, the map does without. */
const Minimap = lazy<ComponentType<Readonly<{ picture: Picture }>>>(async () => {
  // Drawn in this frame, it is seen in the next.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return import("./minimap/minimap.tsx").then(
    (code) => ({ default: code.Minimap }),
    () => ({ default: () => null }),
  );
});

const nodeTypes = { card: CardNode, chip: ChipNode } satisfies NodeTypes;
const noEdges: never[] = [];
const severalKeys = ["Shift", "Meta", "Control"];
const panButtons = [1, 2];
/**
 * The canvas. React Flow has pan, zoom, drag and marquee, and is given only what is near the screen; lines, regions
 * and pointers of others are layers of ours in its viewport.
 */
export function MapCanvas({ leavesKeyboard = false }: Readonly<{ leavesKeyboard?: boolean | undefined }>) {
  const { canEdit } = useSessionStatus();
  const { session, ui, view, onDrawn, t } = useCanvas();
  const [hasDrawn, setDrawn] = useState(false);
  const handleDrawn = useCallback(() => {
    setDrawn(true);
    onDrawn();
  }, [onDrawn]);
  const tool = useMapUi((state) => state.tool);
  const isConnecting = useMapUi((state) => state.connecting !== null);
  const motion = useMotion(view);
  const { nodes, groups, isDrawn, pointAt, isElement } = useNodesInView(motion);
  const picture = usePicture(isElement);
  const drag = useCardDrag();
  const handleKeys = useCanvasKeys();
  useClipboard();
  const presses = useDrawnPresses(isDrawn, pointAt);
  const root = useRef<HTMLDivElement>(null);
  useCanvasWiring(root, motion, leavesKeyboard);
  useHeldElements(root, nodes);

  const handleNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      drag.follow(changes);
      const { selection, select } = ui.getState();
      const next = selectionAfter(selection, changes);
      if (next !== selection) select(next);
    },
    [drag, ui],
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the canvas is one composite of cards that have roles of their own
    <div
      ref={root}
      className={css["canvas"]}
      style={cardVariables as CSSProperties}
      data-connecting={isConnecting}
      data-tool={tool}
      onKeyDown={handleKeys}
      onDoubleClick={presses.handleDoubleClick}
      onPointerMove={presses.handlePointerMove}
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
        onNodeClick={presses.choose}
        onPaneClick={presses.handlePaneClick}
      >
        <BitmapLayer picture={picture} motion={motion} isAlone={isDrawn} onDrawn={handleDrawn} />
        <GroupLayer ids={groups} />
        <RubberBand />
        <CursorLayer />
        <DragHintLayer store={drag.hints} />
        <AreaSelection />
      </ReactFlow>
      <EmptyHint />
      {hasDrawn ? (
        <Suspense>
          <Minimap picture={picture} />
        </Suspense>
      ) : null}
    </div>
  );
}

function useMotion(view: MapView): Motion {
  const motion = useMemo(() => new Motion(view), [view]);
  useEffect(() => motion.start(), [motion]);
  return motion;
}
