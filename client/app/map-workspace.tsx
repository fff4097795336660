import { useEffect, useState } from "react";
import type { Role } from "#shared/protocol/roles.ts";
import type { CanvasTools } from "../canvas/canvas-context.tsx";
import { CanvasKeeper } from "../canvas/canvas-keeper.tsx";
import { GlimpsePicture } from "../canvas/glimpse/glimpse-picture.tsx";
import { StillCanvas } from "../canvas/still-canvas.tsx";
import { MapSession } from "../session/map-session.ts";
import { SessionProvider, useSessionStatus } from "../session/session-context.tsx";
import { useOwnPresence } from "../shell/use-own-presence.ts";
import { MapUiProvider, useMapUiStore } from "../state/map-ui-context.tsx";
import { createMapUiStore, type OutlinePlace } from "../state/map-ui-store.ts";
import { useView } from "../state/view-context.tsx";
import { opensOutlineAlone } from "./fetch-outline.ts";
import { type DeskProps, MapDesk } from "./map-desk.tsx";
import { OpeningPage } from "./opening-page.tsx";
import { useGlimpse } from "./use-glimpse.ts";

export type MapWorkspaceProps = Readonly<{
  mapId: string;
  /** The address asks for the outline alone. */
  opensOutline: boolean;
  role: Role;
  /** The owner lets nobody else change the map at present. */
  isLocked: boolean;
  /** The secret of the link that gave the role; empty where this user's account did. */
  secret: string;
  /** Empty while the server is away: the map then opens from the copy on this device. */
  token: string;
  /**
   * Trades the secret again, because the token ran out or never was; waits for the server as long as it is away.
   * Undefined where it is refused: the page then says why in place of the workspace. A new role comes as a new prop.
   */
  reopen: () => Promise<string | undefined>;
  exchangeLink: DeskProps["exchangeLink"];
  /** What can be seen of the map before it is there, as the server gives it; undefined where there is nothing. */
  glimpse: Promise<unknown>;
}>;

/** Fetched from here, it is given the canvas; imported by it, that would be taken apart into two files. */
export async function fetchEmbedPage() {
  return (await import("./embed-page.tsx")).embedPageWith(StillCanvas);
}

/** The pages of a talk, for the same reason. */
export async function fetchTalkPages() {
  return (await import("./talk-pages.tsx")).talkPagesWith(StillCanvas);
}

/** An open map: one session for as long as map and role stay the same, and the desk to work on it. */
export function MapWorkspace(props: MapWorkspaceProps) {
  const outline: OutlinePlace = opensOutlineAlone(props) ? "alone" : "none";
  const [ui] = useState(() => createMapUiStore({ tool: "hand", outline }));
  const { glimpse, settled, onSeen, onOver } = useGlimpse(props.glimpse);
  return (
    <MapUiProvider store={ui}>
      <div data-glimpsed={glimpse !== null}>
        {glimpse ? <GlimpsePicture glimpse={glimpse} onSeen={onSeen} /> : null}
        <SessionKeeper
          key={`${props.mapId} ${props.role}`}
          {...props}
          glimpseSettled={settled}
          onDrawn={onOver}
        />
      </div>
    </MapUiProvider>
  );
}

type SessionKeeperProps = Omit<MapWorkspaceProps, "glimpse"> &
  Readonly<{ glimpseSettled: Promise<void>; onDrawn: () => void }>;
type KeeperProps = DeskProps & Pick<CanvasTools, "onDrawn">;

function SessionKeeper(props: SessionKeeperProps) {
  const { mapId, role, secret, token, reopen, exchangeLink, onDrawn } = props;
  const ui = useMapUiStore();
  const user = useOwnPresence();
  const [session, setSession] = useState<MapSession | null>(null);
  // The first token and name serve to open; what changes later goes to the open session.
  const [first] = useState({
    isLocked: props.isLocked,
    token,
    user,
    reopen,
    opensAfter: props.glimpseSettled,
  });
  useEffect(() => {
    const opened = new MapSession({
      mapId,
      role,
      isLocked: first.isLocked,
      token: first.token,
      user: first.user,
      renewToken: first.reopen,
      opensAfter: first.opensAfter,
      captureView: () => [...ui.getState().selection],
      restoreView: (ids) => ui.getState().select(ids.filter((id) => opened.doc.get(id as never))),
    });
    setSession(opened);
    return () => {
      setSession(null);
      opened.dispose();
    };
  }, [mapId, role, first, ui]);
  useEffect(() => session?.introduce(user), [session, user]);

  if (!session) return <OpeningPage />;
  return (
    <SessionProvider session={session}>
      <Loaded secret={secret} token={token} reopen={reopen} exchangeLink={exchangeLink} onDrawn={onDrawn} />
    </SessionProvider>
  );
}

/** Nothing is shown before the map is there, so that nobody takes an unloaded map for an empty one. */
function Loaded(props: KeeperProps) {
  const { isLoaded, connection } = useSessionStatus();
  if (!isLoaded && connection.kind !== "closed") return <OpeningPage />;
  return <CanvasAndDesk {...props} />;
}

function CanvasAndDesk({ onDrawn, ...props }: KeeperProps) {
  const openDialog = useView((state) => state.openDialog);
  const closeDialog = useView((state) => state.closeDialog);
  const layer = useView((state) => state.layer);
  const showLayer = useView((state) => state.showLayer);
  const [notes, setNotes] = useState<CanvasTools["notes"]>();
  useEffect(() => closeDialog, [closeDialog]);
  return (
    <CanvasKeeper
      notes={notes}
      layer={layer}
      showLayer={showLayer}
      openDialog={openDialog}
      onDrawn={onDrawn}
      fallback={<OpeningPage />}
    >
      <MapDesk {...props} onNotes={setNotes} />
    </CanvasKeeper>
  );
}
