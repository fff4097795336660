import { ReactFlowProvider, useReactFlow, useStoreApi } from "@xyflow/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useSession } from "../session/session-context.tsx";
import { useMapUiStore } from "../state/map-ui-context.tsx";
import { useToast } from "../ui/toast.tsx";
import { faultText } from "../words/fault-words.ts";
import { useWords } from "../words/use-words.ts";
import { CanvasActions } from "./canvas-actions.ts";
import { CanvasProvider, type CanvasTools } from "./canvas-context.tsx";
import { LinkGesture } from "./gestures/link-gesture.ts";
import { CanvasScene } from "./scene/canvas-scene.ts";
import { CardSearch } from "./search/card-search.ts";
import { Following } from "./together/following.ts";
import { FlowMapView } from "./view/flow-map-view.ts";
import { Visibility } from "./visibility/visibility.ts";

export type CanvasKeeperProps = Pick<CanvasTools, "onDrawn" | "openDialog" | "layer" | "showLayer"> &
  Readonly<{
    notes?: CanvasTools["notes"];
    /** Until the map has been laid out. */
    fallback: ReactNode;
    children: ReactNode;
  }>;
type ShownMap = Pick<CanvasTools, "scene" | "visibility" | "search">;

/** Makes what stands behind a canvas for the session and the map's state around it, and gives it to all inside. */
export function CanvasKeeper({ fallback, ...props }: CanvasKeeperProps) {
  const session = useSession();
  const ui = useMapUiStore();
  const [shown, setShown] = useState<ShownMap | null>(null);
  useEffect(() => {
    const scene = new CanvasScene(session.records);
    const visibility = new Visibility(session.records, scene, ui);
    const search = new CardSearch(session.records);
    setShown({ scene, visibility, search });
    return () => {
      setShown(null);
      search.dispose();
      visibility.dispose();
      scene.dispose();
    };
  }, [session, ui]);

  if (!shown) return fallback;
  return (
    <ReactFlowProvider>
      <ToolsKeeper shown={shown} {...props} />
    </ReactFlowProvider>
  );
}

type ToolsKeeperProps = Omit<CanvasKeeperProps, "fallback"> & Readonly<{ shown: ShownMap }>;

function ToolsKeeper({ shown, children, ...given }: ToolsKeeperProps) {
  const { openDialog, onDrawn, notes, layer, showLayer } = given;
  const t = useWords();
  const session = useSession();
  const ui = useMapUiStore();
  const showToast = useToast();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const view = useMemo(() => new FlowMapView(flow, flowStore), [flow, flowStore]);
  const following = useMemo(() => new Following(session.presence, view), [session, view]);
  useEffect(() => () => following.stop(), [following]);
  const linkGesture = useMemo(() => new LinkGesture(), []);
  const tools = useMemo((): CanvasTools => {
    const { scene, visibility } = shown;
    const tell = (text: string) => showToast({ text });
    const actions = new CanvasActions(
      session,
      scene,
      ui,
      (fault) => tell(faultText(t, fault)),
      (cards) => visibility.revealAdded(cards),
    );
    return {
      session,
      ...shown,
      actions,
      linkGesture,
      ui,
      view,
      following,
      openDialog,
      onDrawn,
      notes,
      layer,
      showLayer,
      tell,
      t,
    };
  }, [
    session,
    shown,
    ui,
    view,
    following,
    linkGesture,
    openDialog,
    onDrawn,
    notes,
    layer,
    showLayer,
    showToast,
    t,
  ]);
  return <CanvasProvider tools={tools}>{children}</CanvasProvider>;
}
