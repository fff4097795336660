import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { audienceParams } from "#shared/protocol/audience-line.ts";
import { type MapId, talkRoomOf } from "#shared/protocol/rooms.ts";
import type { Talk } from "#shared/talk/index.ts";
import { type AudienceApi, createAudienceApi } from "../api/audience-api.ts";
import { participantSecret } from "../api/participant.ts";
import { createTalkApi, type TalkApi } from "../api/talk-api.ts";
import { useSession, useSessionStatus } from "../session/session-context.tsx";
import { TalkSession, type TalkState } from "../session/talk-session.ts";
import { createDeviceStorage } from "../state/device-storage.ts";

/** What everybody in a talk says and sees besides the map: votes and raised hands, and the calls by which one does. */
export type Hall = Readonly<{ talk: Talk; isLoaded: boolean; call: TalkApi["call"]; audience: AudienceApi }>;

export type HallAccess = Readonly<{
  token: string;
  reopen: () => Promise<string | undefined>;
  /** Who follows by the larger limits of an audience. */
  isAudience: boolean;
}>;

const nothing: Talk = {
  threads: [],
  polls: [],
  hands: [],
  people: new Map(),
  viewersReact: false,
  viewersVote: false,
};
const notThere: TalkState = { talk: nothing, isLoaded: false, isLive: false };

/** Listens from when the map's own connection stands: what is on the map comes first. */
export function useHall({ token, reopen, isAudience }: HallAccess): Hall {
  const { mapId } = useSession();
  const { connection } = useSessionStatus();
  const latest = useRef(token);
  useEffect(() => {
    latest.current = token;
  }, [token]);
  const [calls] = useState(() => {
    const secret = participantSecret(createDeviceStorage(() => window.localStorage));
    const fetchFrom = window.fetch.bind(window);
    const { call } = createTalkApi(fetchFrom, mapId, () => ({ token: latest.current, secret }));
    return { call, audience: createAudienceApi(call) };
  });
  const [session, setSession] = useState<TalkSession | null>(null);
  const [hasBegun, setBegun] = useState(false);
  if (!hasBegun && connection.kind === "online") setBegun(true);
  const open = useEffectEvent(
    () =>
      new TalkSession({
        room: talkRoomOf(mapId as MapId),
        token: latest.current,
        renewToken: reopen,
        ...(isAudience ? { params: audienceParams } : {}),
      }),
  );
  useEffect(() => {
    if (!hasBegun) return;
    const opened = open();
    setSession(opened);
    return () => {
      setSession(null);
      opened.dispose();
    };
  }, [hasBegun]);
  const { talk, isLoaded } = useSyncExternalStore(
    session?.onChange ?? neverChanges,
    session?.state ?? (() => notThere),
  );
  return { talk, isLoaded, ...calls };
}

function neverChanges(): () => void {
  return () => undefined;
}
