import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { audienceParams } from "#shared/protocol/audience-line.ts";
import type { StillCanvasProps } from "../canvas/still-canvas.tsx";
import { FollowRoom } from "../features/follow/follow-room.tsx";
import { JoinPage } from "../features/follow/join-page.tsx";
import type { MapSession } from "../session/map-session.ts";
import { SessionProvider, useSessionStatus } from "../session/session-context.tsx";
import { useOwnPresence } from "../shell/use-own-presence.ts";
import { AccessProblemPage } from "./access-problem-page.tsx";
import type { MapAccess } from "./map-access.ts";
import { openJoinedOrLinked } from "./open-joined.ts";
import { OpeningPage } from "./opening-page.tsx";
import { useMapAccess } from "./use-map-access.ts";

/** What a map's page has already: fetched by two, it would be taken apart into more files. */
export type FollowParts = Readonly<{
  StillCanvas: ComponentType<StillCanvasProps>;
  Session: typeof MapSession;
}>;

type FollowPageProps = Readonly<{ mapId: string }>;

/** The page for those who follow a talk, with the parts that are handed in. */
export function followPageWith(parts: FollowParts) {
  return (props: FollowPageProps) => <FollowPage {...props} {...parts} />;
}

/**
 * `/m/:id/follow`: the talk about a map, for whoever may read it. Nothing can be changed here whatever the link gives, and
 * the others on the map are not told who is here.
 */
function FollowPage({ mapId, ...parts }: FollowPageProps & FollowParts) {
  const [open] = useState(openJoinedOrLinked);
  const { access, tryAgain, reopen, openWithKept } = useMapAccess(mapId, open);
  switch (access.state) {
    case "opening":
      return <OpeningPage />;
    case "failed":
      // Whoever came without a link may have a code.
      if (access.problem === "no-secret") return <JoinPage code={null} />;
      return (
        <AccessProblemPage
          mapId={mapId}
          problem={access.problem}
          onTryAgain={tryAgain}
          onOpenWithKept={openWithKept}
        />
      );
    case "open":
      return <FollowSession mapId={mapId} access={access.access} reopen={reopen} {...parts} />;
  }
}

type FollowSessionProps = FollowPageProps &
  FollowParts &
  Readonly<{ access: MapAccess; reopen: () => Promise<string | undefined> }>;

function FollowSession({ mapId, access, reopen, Session, StillCanvas }: FollowSessionProps) {
  const user = useOwnPresence();
  const [session, setSession] = useState<MapSession | null>(null);
  // The first token serves to open; the session asks for later ones itself.
  const [first] = useState({ token: access.token, user, reopen });
  useEffect(() => {
    const opened = new Session({
      mapId,
      role: "viewer",
      isLocked: false,
      token: first.token,
      user: first.user,
      params: audienceParams,
      renewToken: first.reopen,
      opensAfter: Promise.resolve(),
      captureView: () => [],
      restoreView: () => undefined,
    });
    setSession(opened);
    return () => {
      setSession(null);
      opened.dispose();
    };
  }, [mapId, Session, first]);
  if (!session) return <OpeningPage />;
  return (
    <SessionProvider session={session}>
      <Loaded>
        <FollowRoom role={access.role} token={access.token} reopen={reopen} StillCanvas={StillCanvas} />
      </Loaded>
    </SessionProvider>
  );
}

/** An unloaded map is never shown as an empty one. */
function Loaded({ children }: Readonly<{ children: ReactNode }>) {
  const { isLoaded, connection } = useSessionStatus();
  return isLoaded || connection.kind === "closed" ? children : <OpeningPage />;
}
