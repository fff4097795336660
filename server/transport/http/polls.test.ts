import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import type { PollResponse, PollsResponse } from "#shared/protocol/polls.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import type { Stance } from "#shared/talk/index.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";

/** Somebody: the link they came by, and the secret of their device. */
type Someone = Readonly<{ link: LinkName; secret: string }>;

const someone = (link: LinkName, name: string = link): Someone => ({
  link,
  secret: `the-secret-of-${name}-s-device`,
});
const [owner, eve, ann, vic] = [someone("owner"), someone("edit"), someone("comment"), someone("view")];
const voters = [owner, eve, ann, someone("comment", "ben"), someone("edit", "cat")] as const;

const file = JSON.stringify({
  format: "counterpoint",
  version: 1,
  title: "Garden",
  createdAt: 5,
  cards: [
    { id: "a", kind: "claim", text: "Openness is pragmatic", createdAt: 5 },
    { id: "b", kind: "claim", text: "It saves work", createdAt: 6 },
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

async function ask(card = "a"): Promise<PollResponse> {
  const response = await call(eve, "POST", "/polls", { card });
  expect(response.status).toBe(201);
  return (await response.json()) as PollResponse;
}

function vote(who: Someone, { id }: PollResponse, stance: Stance): Promise<Response> {
  return call(who, "PUT", `/polls/${id}/ballot`, { stance });
}

async function read(who: Someone = vic): Promise<PollsResponse> {
  return (await (await call(who, "GET", "/polls")).json()) as PollsResponse;
}

async function codeOf(response: Promise<Response>): Promise<readonly [number, string]> {
  const { status, code } = (await (await response).json()) as { status: number; code: string };
  return [status, code];
}

describe("votes over HTTP", () => {
  it("[T10] an editor asks, on a card that is there; a card has one poll", async () => {
    const poll = await ask();
    expect(poll).toMatchObject({ card: "a", state: "open", round: 1, voted: 0, counts: null });
    const again = await call(owner, "POST", "/polls", { card: "a" });
    expect([again.status, await again.json()]).toEqual([200, poll]);
    expect(await codeOf(call(eve, "POST", "/polls", { card: "no-such" }))).toEqual([404, "not-found"]);
    for (const who of [ann, vic])
      expect(await codeOf(call(who, "POST", "/polls", { card: "b" }))).toEqual([403, "forbidden"]);
    expect((await read()).polls).toHaveLength(1);
  });

  it("[T11] everybody votes once, may think again, and sees only how many have voted", async () => {
    const poll = await ask();
    for (const who of voters) expect((await vote(who, poll, "agree")).status).toBe(200);
    expect(await (await vote(ann, poll, "disagree")).json()).toMatchObject({ voted: 5, counts: null });
    expect((await read(ann)).polls).toMatchObject([{ voted: 5, counts: null, own: "disagree" }]);
    expect((await read(owner)).polls).toMatchObject([{ own: "agree", counts: null }]);
    const seen = await (await call(vic, "GET", "/polls")).text();
    expect(JSON.parse(seen)).toMatchObject({ polls: [{ own: null }] });
    expect(seen).not.toContain("agree");
    expect((await vote(ann, poll, "perhaps" as Stance)).status).toBe(400);
    expect(await codeOf(vote({ ...ann, secret: "short" }, poll, "agree"))).toEqual([400, "bad-request"]);
  });

  it("[T11] viewers vote where the owner lets them", async () => {
    const poll = await ask();
    expect(await codeOf(vote(vic, poll, "agree"))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(eve, "PUT", "/viewer-votes"))).toEqual([403, "forbidden"]);
    expect((await call(owner, "PUT", "/viewer-votes")).status).toBe(204);
    expect((await vote(vic, poll, "no-view")).status).toBe(200);
    expect(await read(vic)).toMatchObject({ polls: [{ voted: 1, own: "no-view" }], viewersVote: true });
    await call(owner, "DELETE", "/viewer-votes");
    expect(await codeOf(vote(vic, poll, "agree"))).toEqual([403, "forbidden"]);
  });

  it("[T12] shows how many said what when it is revealed, and takes no vote after", async () => {
    const poll = await ask();
    for (const who of voters) await vote(who, poll, "agree");
    await vote(ann, poll, "strongly-disagree");
    expect(await codeOf(call(ann, "POST", `/polls/${poll.id}/reveal`))).toEqual([403, "forbidden"]);
    const revealed = await (await call(eve, "POST", `/polls/${poll.id}/reveal`)).json();
    expect(revealed).toMatchObject({
      state: "revealed",
      counts: { "strongly-disagree": 1, agree: 4, neutral: 0, "no-view": 0 },
    });
    expect(await codeOf(vote(ann, poll, "agree"))).toEqual([409, "conflict"]);
    for (const step of ["open", "close"])
      expect(await codeOf(call(eve, "POST", `/polls/${poll.id}/${step}`))).toEqual([409, "conflict"]);
    expect((await read()).polls).toMatchObject([{ counts: { agree: 4 } }]);
  });

  it("[T12] shows no numbers of four, at whose vote more could be guessed", async () => {
    const poll = await ask();
    for (const who of voters.slice(1)) await vote(who, poll, "agree");
    const revealed = await (await call(eve, "POST", `/polls/${poll.id}/reveal`)).json();
    expect(revealed).toMatchObject({ state: "revealed", voted: limits.minBallotsShown - 1, counts: null });
  });

  it("[T12] is closed, opened, reset and deleted by editors", async () => {
    const poll = await ask();
    await vote(ann, poll, "agree");
    const step = async (name: string) => (await call(owner, "POST", `/polls/${poll.id}/${name}`)).json();
    expect(await step("close")).toMatchObject({ state: "closed", voted: 1 });
    expect(await codeOf(vote(ann, poll, "disagree"))).toEqual([409, "conflict"]);
    expect(await step("open")).toMatchObject({ state: "open", voted: 1 });
    await step("reveal");
    expect(await step("reset")).toMatchObject({ state: "open", round: 2, voted: 0, counts: null });
    expect((await read(ann)).polls).toMatchObject([{ own: null }]);
    expect(await codeOf(call(ann, "DELETE", `/polls/${poll.id}`))).toEqual([403, "forbidden"]);
    expect((await call(eve, "DELETE", `/polls/${poll.id}`)).status).toBe(204);
    expect(await codeOf(vote(ann, poll, "agree"))).toEqual([404, "not-found"]);
    expect((await read()).polls).toEqual([]);
  });

  it("[T5] [T11] one session votes so often a minute, with what else it says", async () => {
    const poll = await ask();
    const last: number[] = [];
    for (let count = 0; count <= limits.maxTalkWritesPerTokenPerMinute; count++)
      last.push((await vote(ann, poll, count % 2 ? "agree" : "disagree")).status);
    expect([last[0], last.at(-1)]).toEqual([200, 429]);
  });

  it("[T14] whoever reads the ballots finds no participant there", async () => {
    const poll = await ask();
    await vote(ann, poll, "agree");
    const said = await call(ann, "POST", "/threads", { on: { type: "card", id: "a" }, text: "x" });
    const { comments } = (await said.json()) as { comments: { author: string }[] };
    const asId = { ...ann, secret: comments[0]?.author ?? "" };
    expect((await read(asId)).polls).toMatchObject([{ own: null }]);
  });

  it("[T11] says nothing of votes without a secret, but lets everybody read", async () => {
    await ask();
    const headers = { authorization: `Bearer ${map.secrets.view}` };
    const answer = await server.call("GET", `/api/maps/${map.id}/polls`, { headers });
    expect(await answer.json()).toMatchObject({ polls: [{ own: null }] });
  });

  it("[A10] of a locked map only the owner asks", async () => {
    const poll = await ask();
    await call(owner, "PUT", "/lock");
    expect(await codeOf(vote(eve, poll, "agree"))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(eve, "POST", `/polls/${poll.id}/close`))).toEqual([403, "forbidden"]);
    expect((await vote(owner, poll, "agree")).status).toBe(200);
  });
});
