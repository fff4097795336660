import { err, ok, type Result } from "#shared/lib/result.ts";
import * as s from "#shared/lib/schema.ts";
import type { Ref } from "#shared/model/records.ts";
import type { ParticipantResponse, participantHeader } from "#shared/protocol/talk.ts";
import type { Comment, ParticipantId, Reaction, ThreadId } from "#shared/talk/index.ts";
import { type ApiProblem, readProblem, unreachable } from "./api-problem.ts";

const timeoutMs = 20_000;
/** Named again, because the protocol's own file brings what checks requests at the server. */
const header: typeof participantHeader = "counterpoint-participant";

const participant: s.Schema<ParticipantResponse> = s.object<ParticipantResponse>({
  id: s.string({ min: 1, max: 64 }),
  name: s.string(),
});

/** With what calls are made: the map's session, and the secret of this device. */
export type TalkCredentials = Readonly<{ token: string; secret: string }>;

/** What came of a call: nothing more, or why not. */
export type Done = Promise<Result<null, ApiProblem>>;

export type TalkApi = ReturnType<typeof createTalkApi>;

/** Saying something about a map. What is said comes back by the wire; none of these throws. */
export function createTalkApi(fetchFrom: typeof fetch, mapId: string, credentials: () => TalkCredentials) {
  async function call(method: string, path: string, body?: unknown): Promise<Result<Response, ApiProblem>> {
    const { token, secret } = credentials();
    try {
      const response = await fetchFrom(`/api/maps/${mapId}${path}`, {
        method,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          "content-type": "application/json",
          [header]: secret,
          ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return response.ok ? ok(response) : err(await readProblem(response));
    } catch {
      return err(unreachable); // fetch rejects only where no answer came: offline, refused, timed out
    }
  }

  async function done(...args: Parameters<typeof call>): Done {
    const response = await call(...args);
    return response.ok ? ok(null) : response;
  }

  const pathOf = ({ thread, id }: Pick<Comment, "thread" | "id">) => `/threads/${thread}/comments/${id}`;

  return {
    call,

    startThread: (on: Ref, text: string, author: string): Done =>
      done("POST", "/threads", { on, text, author }),

    reply: (thread: ThreadId, text: string, author: string): Done =>
      done("POST", `/threads/${thread}/comments`, { text, author }),

    edit: (comment: Comment, text: string): Done => done("PATCH", pathOf(comment), { text }),

    remove: (comment: Comment): Done => done("DELETE", pathOf(comment)),

    setResolved: (thread: ThreadId, isResolved: boolean): Done =>
      done("POST", `/threads/${thread}/${isResolved ? "resolve" : "reopen"}`),

    react: (comment: Comment, reaction: Reaction, isGiven: boolean): Done =>
      done(isGiven ? "PUT" : "DELETE", `${pathOf(comment)}/reactions/${reaction}`),

    letViewersReact: (mayReact: boolean): Done => done(mayReact ? "PUT" : "DELETE", "/viewer-reactions"),

    /** Says by what name others can mention this person, and hears who they are on this map. */
    introduce: async (name: string): Promise<ParticipantId | undefined> => {
      const response = await call("PUT", "/participant", { name });
      if (!response.ok) return undefined;
      const read = participant.safeParse(await response.value.json().catch(() => null));
      return read.success ? (read.data.id as ParticipantId) : undefined;
    },
  };
}
