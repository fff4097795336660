/** Who may do what, in full: every call of the HTTP API and every frame of the wire, by every role. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { messageType } from "#shared/protocol/messages.ts";
import { canEdit, type LinkName, linkNames, type Role, roles } from "#shared/protocol/roles.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import {
  answerFrame,
  askFrame,
  barrierFrame,
  presenceFrame,
  type ServerFrame,
  updateFrame,
} from "../../tests/support/frames.ts";
import { readStored, roomBench } from "../../tests/support/rooms.ts";
import { startTestServer, type TestMap, type TestServer } from "../../tests/support/test-server.ts";

/** Who calls: by a link's secret, by the secret of another map, or with nothing. */
type Caller = LinkName | "stranger" | "nobody";

type Call = Readonly<{
  /** Where the secret goes: in the body of calls that trade one, else into the header. */
  secretIn: "header" | "body" | "nowhere";
  /** What stands below the map's path, and what is sent along. */
  below?: string;
  body?: unknown;
  /** What each is answered, in the order of `callers`. */
  answers: readonly [number, number, number, number, number, number];
}>;

const callers = [
  "nobody",
  "stranger",
  "view",
  "comment",
  "edit",
  "owner",
] as const satisfies readonly Caller[];

const reading = [401, 401, 200, 200, 200, 200] as const;
const owning = [401, 401, 403, 403, 403] as const;
const bySecretOfOwner = [403, 403, 403, 403, 403] as const;

/** Whoever gets as far as hearing that there is no such thread may write in one that there is. */
const noThread = "/threads/no-such-thread";
const noComment = `${noThread}/comments/no-such-comment`;
const asWriter = [401, 401, 404, 404, 404, 404] as const;

/** Whoever gets as far as hearing that there is no such version may do it with one that there is. */
const noVersion = "/versions/no-such-version";

const withoutAccounts = [404, 404, 404, 404, 404, 404] as const;
/** Whoever gets as far as hearing that there is no such poll may do it with one that there is. */
const noPoll = "/polls/no-such-poll";
const asAsker = [401, 401, 403, 403, 404, 404] as const;

const asPresenter = [401, 401, 403, 403, 204, 204] as const;
const asReader = [401, 401, 204, 204, 204, 204] as const;

const emptyFile = { format: "counterpoint", version: 1, title: "", createdAt: 1, cards: [] };

const calls: Readonly<Record<string, Call>> = {
  "get /api/formats": { secretIn: "nowhere", answers: [200, 200, 200, 200, 200, 200] },
  "get /api/time": { secretIn: "nowhere", answers: [200, 200, 200, 200, 200, 200] },
  "post /api/maps": { secretIn: "nowhere", body: {}, answers: [201, 201, 201, 201, 201, 201] },
  "get /api/maps/{id}": { secretIn: "header", answers: reading },
  "delete /api/maps/{id}": { secretIn: "header", answers: [...owning, 200] },
  "get /api/maps/{id}/export/{format}": { secretIn: "header", below: "/export/json", answers: reading },
  "get /api/maps/{id}/report": { secretIn: "header", below: "/report", answers: reading },
  "get /api/maps/{id}/export/{format}/losses": {
    secretIn: "header",
    below: "/export/csv/losses",
    answers: reading,
  },
  "get /api/maps/{id}/glimpse": {
    secretIn: "header",
    below: "/glimpse",
    answers: [401, 401, 204, 204, 204, 204],
  },
  "post /api/maps/{id}/import/{format}": {
    secretIn: "header",
    below: "/import/json",
    body: emptyFile,
    answers: [401, 401, 403, 403, 200, 200],
  },
  "post /api/maps/{id}/session": {
    secretIn: "body",
    below: "/session",
    answers: [403, 403, 200, 200, 200, 200],
  },
  "post /api/maps/{id}/links": { secretIn: "body", below: "/links", answers: [...bySecretOfOwner, 200] },
  "post /api/maps/{id}/links/{link}": {
    secretIn: "body",
    below: "/links/view",
    answers: [...bySecretOfOwner, 200],
  },
  "post /api/maps/{id}/restore": { secretIn: "body", below: "/restore", answers: [...bySecretOfOwner, 204] },
  "get /api/maps/{id}/versions": { secretIn: "header", below: "/versions", answers: reading },
  "post /api/maps/{id}/versions": {
    secretIn: "header",
    below: "/versions",
    body: { name: "Before the seminar" },
    answers: [401, 401, 403, 403, 201, 201],
  },
  "get /api/maps/{id}/versions/{version}": {
    secretIn: "header",
    below: noVersion,
    answers: [401, 401, 404, 404, 404, 404],
  },
  "delete /api/maps/{id}/versions/{version}": {
    secretIn: "header",
    below: noVersion,
    answers: [...owning, 404],
  },
  "get /api/maps/{id}/versions/{version}/changes": {
    secretIn: "header",
    below: `${noVersion}/changes`,
    answers: [401, 401, 404, 404, 404, 404],
  },
  "post /api/maps/{id}/versions/{version}/restore": {
    secretIn: "header",
    below: `${noVersion}/restore`,
    body: {},
    answers: [401, 401, 403, 403, 404, 404],
  },
  "post /api/maps/{id}/versions/{version}/copy": {
    secretIn: "header",
    below: `${noVersion}/copy`,
    body: {},
    answers: [401, 401, 404, 404, 404, 404],
  },
  "get /api/maps/{id}/threads": { secretIn: "header", below: "/threads", answers: reading },
  "post /api/maps/{id}/threads": {
    secretIn: "header",
    below: "/threads",
    body: { on: { type: "card", id: "no-such-card" }, text: "Really?" },
    answers: [401, 401, 403, 404, 404, 404],
  },
  "post /api/maps/{id}/threads/{thread}/comments": {
    secretIn: "header",
    below: `${noThread}/comments`,
    body: { text: "Really?" },
    answers: asWriter,
  },
  "patch /api/maps/{id}/threads/{thread}/comments/{comment}": {
    secretIn: "header",
    below: noComment,
    body: { text: "Really?" },
    answers: asWriter,
  },
  "delete /api/maps/{id}/threads/{thread}/comments/{comment}": {
    secretIn: "header",
    below: noComment,
    answers: asWriter,
  },
  "post /api/maps/{id}/threads/{thread}/resolve": {
    secretIn: "header",
    below: `${noThread}/resolve`,
    answers: asWriter,
  },
  "post /api/maps/{id}/threads/{thread}/reopen": {
    secretIn: "header",
    below: `${noThread}/reopen`,
    answers: asWriter,
  },
  "put /api/maps/{id}/threads/{thread}/comments/{comment}/reactions/{reaction}": {
    secretIn: "header",
    below: `${noComment}/reactions/agree`,
    answers: asWriter,
  },
  "delete /api/maps/{id}/threads/{thread}/comments/{comment}/reactions/{reaction}": {
    secretIn: "header",
    below: `${noComment}/reactions/agree`,
    answers: asWriter,
  },
  "put /api/maps/{id}/participant": {
    secretIn: "header",
    below: "/participant",
    body: { name: "Ann" },
    answers: reading,
  },
  "put /api/maps/{id}/viewer-reactions": {
    secretIn: "header",
    below: "/viewer-reactions",
    answers: [...owning, 204],
  },
  "delete /api/maps/{id}/viewer-reactions": {
    secretIn: "header",
    below: "/viewer-reactions",
    answers: [...owning, 204],
  },
  // Nobody has an account here; what those with one may do: server/transport/http/my-maps.test.ts.
  "get /api/me/maps": { secretIn: "nowhere", answers: withoutAccounts },
  "post /api/me/maps/{id}/session": { secretIn: "header", answers: withoutAccounts },
  "post /api/me/maps/{id}/restore": { secretIn: "header", answers: withoutAccounts },
  "delete /api/me/maps/{id}": { secretIn: "header", answers: withoutAccounts },
  "get /api/maps/{id}/polls": { secretIn: "header", below: "/polls", answers: reading },
  "post /api/maps/{id}/polls": {
    secretIn: "header",
    below: "/polls",
    body: { card: "no-such-card" },
    answers: asAsker,
  },
  "post /api/maps/{id}/polls/{poll}/open": { secretIn: "header", below: `${noPoll}/open`, answers: asAsker },
  "post /api/maps/{id}/polls/{poll}/close": {
    secretIn: "header",
    below: `${noPoll}/close`,
    answers: asAsker,
  },
  "post /api/maps/{id}/polls/{poll}/reveal": {
    secretIn: "header",
    below: `${noPoll}/reveal`,
    answers: asAsker,
  },
  "post /api/maps/{id}/polls/{poll}/reset": {
    secretIn: "header",
    below: `${noPoll}/reset`,
    answers: asAsker,
  },
  "patch /api/maps/{id}/polls/{poll}": {
    secretIn: "header",
    below: noPoll,
    body: { moment: "after" },
    answers: asAsker,
  },
  "delete /api/maps/{id}/polls/{poll}": { secretIn: "header", below: noPoll, answers: asAsker },
  "put /api/maps/{id}/polls/{poll}/ballot": {
    secretIn: "header",
    below: `${noPoll}/ballot`,
    body: { stance: "agree" },
    answers: [401, 401, 403, 404, 404, 404],
  },
  "put /api/maps/{id}/viewer-votes": {
    secretIn: "header",
    below: "/viewer-votes",
    answers: [...owning, 204],
  },
  "delete /api/maps/{id}/viewer-votes": {
    secretIn: "header",
    below: "/viewer-votes",
    answers: [...owning, 204],
  },
  "post /api/maps/{id}/join-codes": {
    secretIn: "header",
    below: "/join-codes",
    body: { for: "remote" },
    answers: [401, 401, 403, 403, 201, 201],
  },
  "delete /api/maps/{id}/join-codes": { secretIn: "header", below: "/join-codes", answers: asPresenter },
  "delete /api/maps/{id}/join-codes/{code}": {
    secretIn: "header",
    below: "/join-codes/4K7RTX",
    answers: asPresenter,
  },
  // The same to everybody: a code says of itself what it opens.
  "post /api/join": {
    secretIn: "nowhere",
    body: { code: "4K7RTX" },
    answers: [404, 404, 404, 404, 404, 404],
  },
  "get /api/maps/{id}/audience": {
    secretIn: "header",
    below: "/audience",
    answers: [401, 401, 403, 403, 200, 200],
  },
  "put /api/maps/{id}/signal": {
    secretIn: "header",
    below: "/signal",
    body: { signal: "lost" },
    answers: asReader,
  },
  "put /api/maps/{id}/hand": { secretIn: "header", below: "/hand", body: {}, answers: reading },
  "delete /api/maps/{id}/hand": { secretIn: "header", below: "/hand", answers: asReader },
  "delete /api/maps/{id}/hands/{participant}": {
    secretIn: "header",
    below: "/hands/somebody",
    answers: asPresenter,
  },
  "delete /api/maps/{id}/hands": { secretIn: "header", below: "/hands", answers: asPresenter },
  "put /api/maps/{id}/lock": { secretIn: "header", below: "/lock", answers: [...owning, 204] },
  "delete /api/maps/{id}/lock": { secretIn: "header", below: "/lock", answers: [...owning, 204] },
};

describe("who may call what", () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(async () => {
    await server.stop();
  });

  async function answerTo(name: string, caller: Caller, map: TestMap): Promise<number> {
    const call = calls[name];
    if (call === undefined) throw new Error(`The table has no "${name}".`);
    const [method = "", path = ""] = name.split(" ");
    const stranger = caller === "stranger" ? (await server.createMap()).secrets.owner : "none";
    const secret = caller === "stranger" || caller === "nobody" ? stranger : map.secrets[caller];
    const isInHeader = call.secretIn === "header" && caller !== "nobody";
    const body = call.secretIn === "body" ? { secret } : call.body;
    const target = path.startsWith("/api/maps/{id}") ? `/api/maps/${map.id}${call.below ?? ""}` : path;
    const response = await server.call(method.toUpperCase(), target, {
      headers: {
        "content-type": "application/json",
        [participantHeader]: "somebody's-own-secret-0001",
        ...(isInHeader ? { authorization: `Bearer ${secret}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.status;
  }

  const setLocked = (map: TestMap): Promise<number> => answerTo("put /api/maps/{id}/lock", "owner", map);
  const deleteMap = (map: TestMap): Promise<number> => answerTo("delete /api/maps/{id}", "owner", map);

  it("is said of every call that the server describes", async () => {
    const response = await server.call("GET", "/api/openapi.json");
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(Object.keys(calls).sort());
  });

  it.each(Object.entries(calls))("[A4] [A6] [A7] %s, by every role", async (name, { answers }) => {
    for (const [index, caller] of callers.entries()) {
      const map = await server.createMap();
      expect(await answerTo(name, caller, map), caller).toBe(answers[index]);
    }
  });

  it.each(Object.entries(calls))(
    "[A10] %s, of a locked map, where all but the owner are viewers",
    async (name, call) => {
      const asViewer = call.answers[callers.indexOf("view")];
      for (const caller of callers) {
        const map = await server.createMap();
        await setLocked(map);
        const isLesser = caller === "edit" || caller === "comment";
        const expected =
          isLesser && call.secretIn === "header" ? asViewer : call.answers[callers.indexOf(caller)];
        expect(await answerTo(name, caller, map), caller).toBe(expected);
      }
    },
  );

  it.each(Object.keys(calls).filter((name) => name.includes("/maps/{id}") && !name.includes("/me/")))(
    "[A7] %s, of a deleted map, which only its owner can have back",
    async (name) => {
      for (const caller of callers) {
        const map = await server.createMap();
        await deleteMap(map);
        const isRestoring = name === "post /api/maps/{id}/restore";
        const expected = !isRestoring ? 410 : caller === "owner" ? 204 : 403;
        expect(await answerTo(name, caller, map), caller).toBe(expected);
      }
    },
  );

  it("[A4] tells a token of the session just what it tells the link's secret", async () => {
    const map = await server.createMap();
    for (const link of linkNames) {
      const { token } = await server.openSession(map, link);
      const headers = { authorization: `Bearer ${token}` };
      const lock = await server.call("PUT", `/api/maps/${map.id}/lock`, { headers });
      expect(lock.status, link).toBe(link === "owner" ? 204 : 403);
    }
  });
});

type Effect = Readonly<{
  /** What the sender is sent. */
  back: readonly ServerFrame["type"][];
  /** What others are sent. */
  on: readonly ServerFrame["type"][];
  /** Whether the map has changed. */
  writes: boolean;
  closed: number | undefined;
}>;

const none: Effect = { back: [], on: [], writes: false, closed: undefined };
const refusal: Effect = { ...none, back: ["denied"] };
const written: Effect = { ...none, on: ["update"], writes: true };
const malformed: Effect = { ...none, closed: closeCode.malformed };
const emptyVector = Uint8Array.of(0);

/** One update that sets a key. */
function change(): Uint8Array {
  const document = new Y.Doc();
  document.getMap("probe").set("key", "value");
  return Y.encodeStateAsUpdate(document);
}

const byEverybody = (effect: Effect) => (): Effect => effect;
const byEditors = (role: Role): Effect => (canEdit(role) ? written : refusal);

const frames: Readonly<
  Record<string, Readonly<{ frame: () => Uint8Array; effect: (role: Role) => Effect }>>
> = {
  "a question what one lacks": {
    frame: () => askFrame(emptyVector),
    effect: byEverybody({ ...none, back: ["answer"] }),
  },
  "an answer that brings something": { frame: () => answerFrame(change()), effect: byEditors },
  "an answer that brings nothing": {
    frame: () => answerFrame(Uint8Array.of(0, 0)),
    effect: byEverybody(none),
  },
  "an update": { frame: () => updateFrame(change()), effect: byEditors },
  presence: {
    frame: () => presenceFrame([[7, 1, { user: { name: "Ann", color: "#000000" } }]]),
    effect: byEverybody({ ...none, on: ["presence"] }),
  },
  "a question who is here": {
    frame: () => Uint8Array.of(messageType.queryAwareness),
    effect: byEverybody({ ...none, back: ["presence"] }),
  },
  "a barrier": {
    frame: () => barrierFrame(Uint8Array.of(1)),
    effect: byEverybody({ ...none, back: ["barrier"] }),
  },
  "what only the server may say": {
    frame: () => Uint8Array.of(messageType.auth, 0, 0),
    effect: byEverybody(malformed),
  },
  "an unknown message": { frame: () => Uint8Array.of(99), effect: byEverybody(malformed) },
};

describe("who may send what", () => {
  const cases = Object.keys(frames).flatMap((name) => roles.map((role) => [name, role] as const));

  it("is said of every message of the protocol", () => {
    const opcodes = Object.values(frames).map(({ frame }) => frame()[0]);
    for (const opcode of Object.values(messageType)) expect(opcodes).toContain(opcode);
  });

  it.each(cases)("[W2] [W7] %s, by the role of %s", async (name, role) => {
    const { join, scheduler, store } = await roomBench();
    const [sender, other] = [await join(role), await join("viewer")];
    // Somebody present, so that there is something to tell of.
    other.connection.receive(presenceFrame([[9, 1, { user: { name: "Ben", color: "#000000" } }]]));
    await scheduler.advance(500);
    const before = Y.encodeStateVector(await readStored(store));
    sender.socket.take();
    other.socket.take();
    const tested = frames[name];
    if (tested === undefined) throw new Error(`The table has no "${name}".`);
    sender.connection.receive(tested.frame());
    await scheduler.advance(500);
    const after = Y.encodeStateVector(await readStored(store));
    const effect: Effect = {
      back: sender.socket.take().map(({ type }) => type),
      on: other.socket.take().map(({ type }) => type),
      writes: Buffer.compare(before, after) !== 0,
      closed: sender.socket.closed?.code,
    };
    expect(effect).toEqual(tested.effect(role));
  });
});
