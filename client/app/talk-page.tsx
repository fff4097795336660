import { type ReactNode, useEffect, useState } from "react";
import { audienceParams } from "#shared/protocol/audience-line.ts";
import { canEdit, type Role } from "#shared/protocol/roles.ts";
import { MapSession } from "../session/map-session.ts";
import { SessionProvider, useSessionStatus } from "../session/session-context.tsx";
import { useOwnPresence } from "../shell/use-own-presence.ts";
import { StageProvider } from "../stage/index.ts";
import { AccessProblemPage } from "./access-problem-page.tsx";
import type { MapAccess } from "./map-access.ts";
import { openJoinedOrLinked } from "./open-joined.ts";
import { OpeningPage } from "./opening-page.tsx";
import { useMapAccess } from "./use-map-access.ts";

/** How the map of a talk was opened. */
export type TalkAccess = Readonly<{ role: Role; token: string; reopen: () => Promise<string | undefined> }>;

export type TalkPageProps = Readonly<{
  mapId: string;
  /** Whether it only follows: then the others are not told of it, and it steers nothing whatever its role. */
  isAudience: boolean;
  /** What stands there for who came without a link: they may have a code. */
  withoutLink?: ReactNode;
  children: (access: TalkAccess) => ReactNode;
}>;

/** A page of a talk about a map: opens the map, then gives its session and the talk to what is inside. */
export function TalkPage({ mapId, isAudience, withoutLink, children }: TalkPageProps) {
  const [open] = useState(() => openJoinedOrLinked(!isAudience));
  const { access, tryAgain, reopen, openWithKept } = useMapAccess(mapId, open);
  switch (access.state) {
    case "opening":
      return <OpeningPage />;
    case "failed":
      if (withoutLink && access.problem === "no-secret") return withoutLink;
      return (
        <AccessProblemPage
          mapId={mapId}
          problem={access.problem}
          onTryAgain={tryAgain}
          onOpenWithKept={openWithKept}
        />
      );
    case "open":
      return (
        <TalkSessionKeeper
          key={access.access.role}
          mapId={mapId}
          isAudience={isAudience}
          {...access.access}
          reopen={reopen}
        >
          {children}
        </TalkSessionKeeper>
      );
  }
}

type KeeperProps = Omit<TalkPageProps, "withoutLink"> &
  MapAccess &
  Readonly<{ reopen: TalkAccess["reopen"] }>;

function TalkSessionKeeper({ mapId, isAudience, role, isLocked, token, reopen, children }: KeeperProps) {
  const user = useOwnPresence();
  const [session, setSession] = useState<MapSession | null>(null);
  // The first token and name serve to open; what changes later goes to the open session.
  const [first] = useState({ isLocked, token, user, reopen });
  useEffect(() => {
    const opened = new MapSession({
      mapId,
      role,
      isLocked: first.isLocked,
      token: first.token,
      user: first.user,
      ...(isAudience ? { params: audienceParams } : {}),
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
  }, [mapId, isAudience, role, first]);
  useEffect(() => session?.introduce(user), [session, user]);
  if (!session) return <OpeningPage />;
  return (
    <SessionProvider session={session}>
      <Loaded>
        <StageProvider session={session} steers={!isAudience && canEdit(role)}>
          {children({ role, token, reopen })}
        </StageProvider>
      </Loaded>
    </SessionProvider>
  );
}

/** Nothing is shown before the map is there, so that nobody takes an unloaded map for an empty one. */
function Loaded({ children }: Readonly<{ children: ReactNode }>) {
  const { isLoaded, connection } = useSessionStatus();
  return !isLoaded && connection.kind !== "closed" ? <OpeningPage /> : children;
}
