import { ok } from "#shared/lib/result.ts";
import * as s from "#shared/lib/schema.ts";
import type { CardId } from "#shared/model/index.ts";
import type {
  AudienceResponse,
  HandResponse,
  JoinCodeResponse,
  JoinCodeUse,
  JoinResponse,
  Signal,
} from "#shared/protocol/audience.ts";
import { roles } from "#shared/protocol/roles.ts";
import type { ParticipantId } from "#shared/talk/index.ts";
import { type ApiResult, json, type MapApi } from "./map-api.ts";
import type { Done, TalkApi } from "./talk-api.ts";

/** Read again here, because the protocol's own file brings what checks requests at the server. */
const joinCode: s.Schema<JoinCodeResponse> = s.object<JoinCodeResponse>({
  code: s.string({ min: 1, max: 200 }),
  url: s.string({ min: 1 }),
  expiresAt: s.number(),
});
const joined: s.Schema<JoinResponse> = s.object<JoinResponse>({
  id: s.string({ min: 1, max: 64 }),
  role: s.oneOf(roles),
  token: s.string({ min: 1 }),
  for: s.oneOf(["audience", "remote"]),
});
const count = s.integer(0);
const audience: s.Schema<AudienceResponse> = s.object<AudienceResponse>({
  followers: count,
  signals: s.object<AudienceResponse["signals"]>({ faster: count, slower: count, lost: count }),
});
const ownHand = s.object<Pick<HandResponse, "participant">>({ participant: s.string({ min: 1, max: 64 }) });

/** Trades a code as somebody typed it for a session: which map it is and what one may do with it. */
export function joinByCode(api: MapApi, code: string): ApiResult<JoinResponse> {
  return api.requestJson(joined, "POST", "/api/join", json({ code }));
}

export type AudienceApi = ReturnType<typeof createAudienceApi>;

/** What an audience and its presenter tell the server, by the calls of `TalkApi`. None of these throws. */
export function createAudienceApi(call: TalkApi["call"]) {
  async function done(...args: Parameters<typeof call>): Done {
    const response = await call(...args);
    return response.ok ? ok(null) : response;
  }

  async function read<T>(schema: s.Schema<T>, ...args: Parameters<typeof call>): ApiResult<T> {
    const response = await call(...args);
    if (!response.ok) return response;
    const parsed = schema.safeParse(await response.value.json().catch(() => null));
    return parsed.success ? ok(parsed.data) : { ok: false, error: { code: "internal", diagnostics: [] } };
  }

  return {
    /** A code by which others join, told this once. */
    makeJoinCode: (use: JoinCodeUse): ApiResult<JoinCodeResponse> =>
      read(joinCode, "POST", "/join-codes", { for: use }),

    /** Nobody comes by it any more; who has come by it stays. */
    endJoinCode: (code: string): Done => done("DELETE", `/join-codes/${encodeURIComponent(code)}`),

    /** The same of all codes for remotes of the map, whichever window made them. */
    endRemoteCodes: (): Done => done("DELETE", "/join-codes?for=remote"),

    /** How many follow, and what they say at present. */
    audience: (): ApiResult<AudienceResponse> => read(audience, "GET", "/audience"),

    /** Says so without a name; null takes it back. */
    signal: (signal: Signal | null): Done => done("PUT", "/signal", { signal }),

    /** Raises one's own hand, or says what it is about now; by which participant it is known. */
    raiseHand: (name: string, about: CardId | null): ApiResult<ParticipantId> =>
      read(ownHand, "PUT", "/hand", { name, ...(about ? { about } : {}) }).then((raised) =>
        raised.ok ? ok(raised.value.participant as ParticipantId) : raised,
      ),

    /** Takes one's own hand down. */
    lowerHand: (): Done => done("DELETE", "/hand"),

    /** Takes somebody's hand down: it is their turn. */
    lowerHandOf: (participant: ParticipantId): Done =>
      done("DELETE", `/hands/${encodeURIComponent(participant)}`),

    lowerAllHands: (): Done => done("DELETE", "/hands"),
  };
}
