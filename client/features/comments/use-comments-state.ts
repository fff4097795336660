import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { type MapId, talkRoomOf } from "#shared/protocol/rooms.ts";
import { canComment, type ParticipantId, type Talk } from "#shared/talk/index.ts";
import { participantSecret } from "../../api/participant.ts";
import { createTalkApi } from "../../api/talk-api.ts";
import { inIdleTime } from "../../session/idle-time.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { TalkSession, type TalkState } from "../../session/talk-session.ts";
import { useOwnPresence } from "../../shell/use-own-presence.ts";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { CommentKeep } from "./comment-keep.ts";
import type { CommentsState } from "./comments-context.tsx";
import { openTalkIn } from "./thread-facts.ts";

export type TalkAccess = Readonly<{ token: string; reopen: () => Promise<string | undefined> }>;

const nobody: Talk = {
  threads: [],
  polls: [],
  hands: [],
  people: new Map(),
  viewersReact: false,
  viewersVote: false,
};
const notThere: TalkState = { talk: nobody, isLoaded: false, isLive: false };

/** Listens to what is said about the open map from when the map is there, and tells cards how much of it is open. */
export function useCommentsState(access: TalkAccess, isOpen: boolean): CommentsState {
  const { mapId, role, openTalk, presence } = useSession();
  const { name } = useOwnPresence();
  const [{ keep, secret }] = useState(() => {
    const storage = createDeviceStorage(() => window.localStorage);
    return { keep: new CommentKeep(storage, mapId), secret: participantSecret(storage) };
  });
  const token = useRef(access.token);
  useEffect(() => {
    token.current = access.token;
  }, [access.token]);
  const [api] = useState(() =>
    createTalkApi(window.fetch.bind(window), mapId, () => ({ token: token.current, secret })),
  );
  const session = useTalkSession(access);
  const state = useSyncExternalStore(session?.onChange ?? neverChanges, session?.state ?? (() => notThere));
  const [known, setKnown] = useState<Readonly<{ id: ParticipantId; as: string }>>();
  const { talk, isLive } = state;

  useEffect(() => openTalk.set(openTalkIn(talk)), [openTalk, talk]);

  // Whoever is met here can be mentioned. Whoever neither meets anybody nor comes near a comment leaves no name.
  const isMet =
    useSyncExternalStore(presence.onPeople, () => presence.people().length > 0) && canComment(role);
  const isWanted = isLive && known?.as !== name && (isOpen || isMet || talk.threads.length > 0);
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    void api.introduce(name).then((id) => {
      if (isHere && id) setKnown({ id, as: name });
    });
    return () => {
      isHere = false;
    };
  }, [isWanted, api, name]);

  return { ...state, role, me: known?.id, name, api, keep };
}

/** From when the map's own connection stands: what is on the map comes first. */
function useTalkSession({ token, reopen }: TalkAccess): TalkSession | null {
  const { mapId } = useSession();
  const { connection } = useSessionStatus();
  const [session, setSession] = useState<TalkSession | null>(null);
  const [hasBegun, setBegun] = useState(false);
  if (!hasBegun && connection.kind === "online" && token !== "") setBegun(true);
  const open = useEffectEvent(
    () => new TalkSession({ room: talkRoomOf(mapId as MapId), token, renewToken: reopen }),
  );
  useEffect(() => {
    if (!hasBegun) return;
    let isHere = true;
    let opened: TalkSession | undefined;
    inIdleTime(() => {
      if (!isHere) return;
      opened = open();
      setSession(opened);
    });
    return () => {
      isHere = false;
      setSession(null);
      opened?.dispose();
    };
  }, [hasBegun]);
  return session;
}

function neverChanges(): () => void {
  return () => undefined;
}
