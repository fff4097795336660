import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import {
  type CommentResponse,
  participantHeader,
  type TalkResponse,
  type ThreadResponse,
} from "#shared/protocol/talk.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";

/** Somebody: the link they came by, and the secret of their device. */
type Someone = Readonly<{ link: LinkName; secret: string }>;

const ann: Someone = { link: "comment", secret: "the-secret-of-ann-s-device" };
const ben: Someone = { link: "comment", secret: "the-secret-of-ben-s-device" };
const eve: Someone = { link: "edit", secret: "the-secret-of-eve-s-device" };
const vic: Someone = { link: "view", secret: "the-secret-of-vic-s-device" };
const owner: Someone = { link: "owner", secret: "the-secret-of-the-owner's" };

const file = JSON.stringify({
  format: "counterpoint",
  version: 1,
  title: "Garden",
  createdAt: 5,
  cards: [
    { id: "a", kind: "claim", text: "Openness is pragmatic", createdAt: 5 },
    { id: "b", kind: "claim", text: "It saves work", createdAt: 6 },
  ],
  arguments: [
    { id: "r", polarity: "support", premises: ["b"], target: { type: "card", id: "a" }, createdAt: 7 },
  ],
});

let server: TestServer;
let map: TestMap;

beforeEach(async () => {
  server = await startTestServer();
  map = await server.createMap({ content: file });
});
afterEach(() => server.stop());

function call(who: Someone, method: string, below: string, body?: unknown): Promise<Response> {
  return server.call(method, `/api/maps/${map.id}${below}`, {
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${map.secrets[who.link]}`,
      [participantHeader]: who.secret,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function begin(who: Someone = ann, text = "Is it so?", id = "a"): Promise<ThreadResponse> {
  const on = { type: id === "r" ? "argument" : "card", id };
  const response = await call(who, "POST", "/threads", { on, text, author: "Ann" });
  expect(response.status).toBe(201);
  return (await response.json()) as ThreadResponse;
}

async function answer(thread: ThreadResponse, who: Someone, text: string): Promise<CommentResponse> {
  const response = await call(who, "POST", `/threads/${thread.id}/comments`, { text, author: "Ben" });
  expect(response.status).toBe(201);
  return (await response.json()) as CommentResponse;
}

async function read(who: Someone = vic): Promise<TalkResponse> {
  return (await (await call(who, "GET", "/threads")).json()) as TalkResponse;
}

async function codeOf(response: Promise<Response>): Promise<readonly [number, string]> {
  const { status, code } = (await (await response).json()) as { status: number; code: string };
  return [status, code];
}

const at = (thread: ThreadResponse, comment = thread.comments[0]): string =>
  `/threads/${thread.id}/comments/${comment?.id}`;

describe("comments over HTTP", () => {
  it("[T5] a commenter begins a thread on a card or an argument, others answer, and everybody reads it", async () => {
    const thread = await begin(ann, "  Is it so? <b>no</b>  ");
    expect(thread).toMatchObject({
      on: { type: "card", id: "a" },
      resolvedAt: null,
      comments: [{ text: "Is it so? <b>no</b>", name: "Ann", editedAt: null, isDeleted: false }],
    });
    await answer(thread, ben, "It is, @Ann");
    await begin(eve, "And this step?", "r");
    const { threads, people } = await read();
    expect(threads.map(({ comments }) => comments.length)).toEqual([2, 1]);
    expect(threads[0]?.comments[1]?.mentions).toEqual([thread.comments[0]?.author]);
    expect(people.map(({ name }) => name)).toEqual(["Ann", "Ben", "Ann"]);
  });

  it("[T5] a viewer cannot comment", async () => {
    const thread = await begin();
    const body = { on: { type: "card", id: "a" }, text: "x" };
    expect(await codeOf(call(vic, "POST", "/threads", body))).toEqual([403, "forbidden"]);
    const reply = call(vic, "POST", `/threads/${thread.id}/comments`, { text: "x" });
    expect(await codeOf(reply)).toEqual([403, "forbidden"]);
    expect((await read()).threads[0]?.comments).toHaveLength(1);
  });

  it("[T4] nobody says anything in somebody else's name", async () => {
    const thread = await begin(ann);
    const forged = { text: "forged", author: thread.comments[0]?.author };
    expect(await codeOf(call(ben, "PATCH", at(thread), forged))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(eve, "PATCH", at(thread), forged))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(owner, "PATCH", at(thread), forged))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(ben, "DELETE", at(thread)))).toEqual([403, "forbidden"]);
    // The id of a participant is no secret, and of no use as one.
    const asId = { ...ben, secret: thread.comments[0]?.author ?? "" };
    expect(await codeOf(call(asId, "PATCH", at(thread), forged))).toEqual([403, "forbidden"]);
    const said = await answer(thread, ben, "by Ben");
    expect(said.author).not.toBe(thread.comments[0]?.author);
    const edited = await call(ann, "PATCH", at(thread), { text: "another" });
    expect(await edited.json()).toMatchObject({ text: "another", editedAt: expect.any(Number) });
  });

  it("[T4] asks who is speaking", async () => {
    for (const secret of ["short", "x".repeat(limits.maxParticipantSecretChars + 1)]) {
      const on = { type: "card", id: "a" };
      const response = call({ ...ann, secret }, "POST", "/threads", { on, text: "x" });
      expect(await codeOf(response)).toEqual([400, "bad-request"]);
    }
  });

  it("[T4] the same device is another participant on another map", async () => {
    const me = async (): Promise<unknown> => (await call(ann, "PUT", "/participant", { name: "Ann" })).json();
    const here = await me();
    expect(await me()).toEqual(here);
    map = await server.createMap();
    expect(await me()).not.toEqual(here);
  });

  it("[T6] deletes: one's own, editors anybody's; the thread goes with its last comment", async () => {
    const thread = await begin();
    const said = await answer(thread, ben, "secret words");
    expect((await call(eve, "DELETE", at(thread, said))).status).toBe(204);
    const left = await (await call(vic, "GET", "/threads")).text();
    expect(left).not.toContain("secret words");
    expect(JSON.parse(left)).toMatchObject({ threads: [{ comments: [{}, { isDeleted: true, text: "" }] }] });
    expect((await call(ann, "DELETE", at(thread))).status).toBe(204);
    expect((await read()).threads).toEqual([]);
  });

  it("[T5] is begun only on a card or an argument that is there", async () => {
    for (const on of [
      { type: "card", id: "no-such" },
      { type: "argument", id: "a" },
      { type: "card", id: "r" },
    ])
      expect(await codeOf(call(ann, "POST", "/threads", { on, text: "x" }))).toEqual([404, "not-found"]);
    expect((await read()).threads).toEqual([]);
  });

  it("[T6] is settled and opened again by editors and by who began it, not by others", async () => {
    const thread = await begin();
    const below = `/threads/${thread.id}`;
    expect(await codeOf(call(ben, "POST", `${below}/resolve`))).toEqual([403, "forbidden"]);
    for (const who of [ann, eve, owner]) {
      const settled = await call(who, "POST", `${below}/resolve`);
      expect(await settled.json()).toMatchObject({ resolvedAt: expect.any(Number) });
      expect(await (await call(who, "POST", `${below}/reopen`)).json()).toMatchObject({ resolvedAt: null });
    }
  });

  it("[T7] reactions: of each person each once; of viewers where the owner lets them", async () => {
    const thread = await begin();
    const below = `${at(thread)}/reactions/agree`;
    for (const who of [ann, ben, ann]) expect((await call(who, "PUT", below)).status).toBe(204);
    expect(await codeOf(call(vic, "PUT", below))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(eve, "PUT", "/viewer-reactions"))).toEqual([403, "forbidden"]);
    expect((await call(owner, "PUT", "/viewer-reactions")).status).toBe(204);
    expect((await call(vic, "PUT", below)).status).toBe(204);
    expect((await call(ann, "DELETE", below)).status).toBe(204);
    const { threads, viewersReact } = await read();
    expect([threads[0]?.comments[0]?.reactions["agree"]?.length, viewersReact]).toEqual([2, true]);
    expect((await call(ann, "PUT", `${at(thread)}/reactions/hate`)).status).toBe(400);
    await call(owner, "DELETE", "/viewer-reactions");
    expect(await codeOf(call(vic, "DELETE", below))).toEqual([403, "forbidden"]);
  });

  it("[T8] whoever has said their name can be mentioned before they have said anything else", async () => {
    const { id } = (await (await call(ben, "PUT", "/participant", { name: "Ben" })).json()) as { id: string };
    await call(vic, "PUT", "/participant", { name: "Vic" });
    const thread = await begin(ann, "What do you say, @Ben? And @Vic?");
    expect(thread.comments[0]?.mentions).toEqual([id]);
  });

  it("[A10] of a locked map only the owner says something", async () => {
    const thread = await begin();
    await call(owner, "PUT", "/lock");
    expect(await codeOf(call(eve, "POST", `/threads/${thread.id}/comments`, { text: "x" }))).toEqual([
      403,
      "forbidden",
    ]);
    await answer(thread, owner, "mine");
  });

  it("[T5] comments have a length, and a text", async () => {
    const on = { type: "card", id: "a" };
    const of = (chars: number) => call(ann, "POST", "/threads", { on, text: "x".repeat(chars) });
    expect((await of(limits.maxCommentChars)).status).toBe(201);
    expect((await of(limits.maxCommentChars + 1)).status).toBe(400);
    expect((await call(ann, "POST", "/threads", { on, text: "  " })).status).toBe(400);
  });

  it("[T5] one session says so much a minute", async () => {
    const thread = await begin();
    const below = `${at(thread)}/reactions/agree`;
    const last: number[] = [];
    for (let count = 0; count <= limits.maxTalkWritesPerTokenPerMinute; count++)
      last.push((await call(ann, "PUT", below)).status);
    expect([last[0], last.at(-1)]).toEqual([204, 429]);
    expect((await call(eve, "PUT", below)).status).toBe(204);
  });
});
