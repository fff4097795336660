import type { ReactNode } from "react";
import type { OpenSession } from "../session/open-session.ts";
import { SessionProvider } from "../session/session-context.tsx";
import { MapUiProvider } from "../state/map-ui-context.tsx";
import type { MapUiStore } from "../state/map-ui-store.ts";
import type { CanvasTools } from "./canvas-context.tsx";
import { CanvasKeeper } from "./canvas-keeper.tsx";
import { MapCanvas } from "./map-canvas.tsx";

export type StillCanvasProps = Readonly<{
  session: OpenSession;
  ui: MapUiStore;
  notes: CanvasTools["notes"];
  /** Whether the keyboard stays where it is: the page around has keys of its own, and nothing is outlined. */
  leavesKeyboard?: boolean;
  /** Stands before the canvas, and has its tools. */
  children: ReactNode;
}>;

/** A canvas of its own for a map that nobody changes, over that of the page; whose dialogs it leaves alone. */
export function StillCanvas({ session, ui, notes, leavesKeyboard, children }: StillCanvasProps) {
  return (
    <MapUiProvider store={ui}>
      <SessionProvider session={session}>
        <CanvasKeeper
          notes={notes}
          layer="none"
          showLayer={doNothing}
          openDialog={doNothing}
          onDrawn={doNothing}
          fallback={null}
        >
          {children}
          <MapCanvas leavesKeyboard={leavesKeyboard} />
        </CanvasKeeper>
      </SessionProvider>
    </MapUiProvider>
  );
}

function doNothing(): void {}
