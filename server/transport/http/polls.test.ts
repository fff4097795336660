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
const ben = someone("comment", "ben");
const voters = [owner, eve, ann, ben, someone("edit", "cat")] as const;

/** In the lines of files: a claim, two reasons on it, and a reason of another claim. */
const file = JSON.stringify({
  format: "counterpoint",
  version: 1,
  title: "Garden",
  createdAt: 5,
  cards: [
    { id: "a", kind: "claim", text: "Openness is pragmatic", createdAt: 5 },
    { id: "b", kind: "claim", text: "It saves work", createdAt: 6 },
    { id: "c", kind: "claim", text: "It lets others in", createdAt: 7 },
  ],
  arguments: [
    { id: "r1", polarity: "support", premises: ["b"], target: { type: "card", id: "a" }, createdAt: 8 },
    { id: "r2", polarity: "oppose", premises: ["c"], target: { type: "card", id: "a" }, createdAt: 9 },
    { id: "r3", polarity: "support", premises: ["c"], target: { type: "card", id: "b" }, createdAt: 9 },
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

async function ask(more: Readonly<Record<string, string>> = {}): Promise<PollResponse> {
  const response = await call(eve, "POST", "/polls", { card: "a", ...more });
  expect(response.status).toBe(201);
  return (await response.json()) as PollResponse;
}

function vote(who: Someone, { id }: PollResponse, stance: Stance, more = {}): Promise<Response> {
  return call(who, "PUT", `/polls/${id}/ballot`, { stance, ...more });
}

function rate(
  who: Someone,
  { id }: PollResponse,
  impacts: Readonly<Record<string, number>>,
): Promise<Response> {
  return call(who, "PUT", `/polls/${id}/ballot`, { impacts });
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
    expect(poll).toMatchObject({
      ...{ card: "a", kind: "stance", audience: "commenters", state: "open", moment: "before", round: 1 },
      ...{ voted: { before: 0, after: 0, both: 0 }, result: null },
    });
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
    expect(await (await vote(ann, poll, "disagree")).json()).toMatchObject({
      voted: { before: 5 },
      result: null,
    });
    expect((await read(ann)).polls).toMatchObject([
      { voted: { before: 5 }, result: null, own: { before: { stance: "disagree" }, after: null } },
    ]);
    expect((await read(owner)).polls).toMatchObject([{ own: { before: { stance: "agree" } }, result: null }]);
    const seen = await (await call(vic, "GET", "/polls")).text();
    expect(JSON.parse(seen)).toMatchObject({ polls: [{ own: null }] });
    expect(seen).not.toContain("agree");
    expect((await vote(ann, poll, "perhaps" as Stance)).status).toBe(400);
    expect(await codeOf(vote({ ...ann, secret: "short" }, poll, "agree"))).toEqual([400, "bad-request"]);
  });

  it("says which part of a ballot is wrong, whichever kind it is", async () => {
    const { id } = await ask();
    const told = async (ballot: unknown) =>
      (await (await call(ann, "PUT", `/polls/${id}/ballot`, ballot)).json()).detail;
    expect(await told({ stance: "agree", confidence: 9 })).toContain('"confidence"');
    expect(await told({ stance: "perhaps" })).toContain('"stance"');
    expect(await told({ impacts: { a: 9 } })).toContain('"impacts.a"');
    expect(
      (await call(ann, "PUT", `/polls/${id}/ballot`, { stance: "agree", confidence: null, moment: null }))
        .status,
    ).toBe(200);
  });

  it("[T11] nobody is sure of having no view", async () => {
    const poll = await ask();
    for (const [stance, confidence] of [
      ["agree", 3],
      ["no-view", null],
    ] as const) {
      expect((await vote(ann, poll, stance, { confidence: 3 })).status).toBe(200);
      expect((await read(ann)).polls).toMatchObject([{ own: { before: { stance, confidence } } }]);
    }
  });

  it("[T11] viewers vote where the owner lets them", async () => {
    const poll = await ask();
    expect(await codeOf(vote(vic, poll, "agree"))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(eve, "PUT", "/viewer-votes"))).toEqual([403, "forbidden"]);
    expect((await call(owner, "PUT", "/viewer-votes")).status).toBe(204);
    expect((await vote(vic, poll, "no-view")).status).toBe(200);
    expect(await read(vic)).toMatchObject({
      polls: [{ voted: { before: 1 }, own: { before: { stance: "no-view" } } }],
      viewersVote: true,
    });
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
      result: {
        ...{ before: { "strongly-disagree": 1, agree: 4, neutral: 0, "no-view": 0 }, after: null },
        ...{ flow: null, swing: null },
      },
    });
    expect(await codeOf(vote(ann, poll, "agree"))).toEqual([409, "conflict"]);
    for (const step of ["open", "close"])
      expect(await codeOf(call(eve, "POST", `/polls/${poll.id}/${step}`))).toEqual([409, "conflict"]);
    expect((await read()).polls).toMatchObject([{ result: { before: { agree: 4 } } }]);
  });

  it("[T12] shows no numbers of four, at whose vote more could be guessed", async () => {
    const poll = await ask();
    for (const who of voters.slice(1)) await vote(who, poll, "agree");
    const revealed = await (await call(eve, "POST", `/polls/${poll.id}/reveal`)).json();
    expect(revealed).toMatchObject({
      state: "revealed",
      voted: { before: limits.minBallotsShown - 1 },
      result: { before: null, after: null, flow: null, swing: null, confidence: { before: null } },
    });
  });

  it("[T12] is closed, opened, reset and deleted by editors", async () => {
    const poll = await ask();
    await vote(ann, poll, "agree");
    const step = async (name: string) => (await call(owner, "POST", `/polls/${poll.id}/${name}`)).json();
    expect(await step("close")).toMatchObject({ state: "closed", voted: { before: 1 } });
    expect(await codeOf(vote(ann, poll, "disagree"))).toEqual([409, "conflict"]);
    expect(await step("open")).toMatchObject({ state: "open", voted: { before: 1 } });
    await step("reveal");
    expect(await step("reset")).toMatchObject({
      ...{ state: "open", round: 2, voted: { before: 0 }, result: null },
    });
    expect((await read(ann)).polls).toMatchObject([{ own: null }]);
    await vote(ann, poll, "agree");
    expect(await step("reset?round=1")).toMatchObject({ round: 2, voted: { before: 1 } });
    expect(await step("reset?round=2")).toMatchObject({ round: 3, voted: { before: 0 } });
    expect(await codeOf(call(ann, "DELETE", `/polls/${poll.id}`))).toEqual([403, "forbidden"]);
    expect((await call(eve, "DELETE", `/polls/${poll.id}`)).status).toBe(204);
    expect(await codeOf(vote(ann, poll, "agree"))).toEqual([404, "not-found"]);
    expect((await read()).polls).toEqual([]);
  });

  it("[T15] asks again after the discussion, and tells how people went from one to the other", async () => {
    const poll = await ask();
    for (const who of voters) await vote(who, poll, "disagree", { confidence: 2 });
    const turn = (moment: string) => call(eve, "PATCH", `/polls/${poll.id}`, { moment });
    expect(await codeOf(call(ann, "PATCH", `/polls/${poll.id}`, { moment: "after" }))).toEqual([
      403,
      "forbidden",
    ]);
    await call(eve, "POST", `/polls/${poll.id}/close`);
    expect(await (await turn("after")).json()).toMatchObject({
      moment: "after",
      state: "open",
      result: null,
    });
    expect(await codeOf(vote(ann, poll, "agree", { moment: "before" }))).toEqual([409, "conflict"]);
    for (const who of voters) await vote(who, poll, "agree", { moment: "after" });
    expect(await codeOf(turn("before"))).toEqual([409, "conflict"]);
    expect((await read(ann)).polls).toMatchObject([
      {
        voted: { before: 5, after: 5, both: 5 },
        own: { before: { stance: "disagree", confidence: 2 }, after: { stance: "agree", confidence: null } },
      },
    ]);
    const revealed = await (await call(eve, "POST", `/polls/${poll.id}/reveal`)).json();
    expect(revealed).toMatchObject({
      result: {
        ...{ before: { disagree: 5 }, after: { agree: 5 } },
        swing: { points: 100, verdict: "more-agree", voters: 5 },
        confidence: { before: [0, 5, 0], after: null },
      },
    });
    expect((revealed as { result: { flow: number[][] } }).result.flow[1]).toEqual([0, 0, 0, 5, 0, 0]);
    expect((await read()).polls).toEqual([{ ...(revealed as object), own: null }]);
    expect(await codeOf(turn("before"))).toEqual([409, "conflict"]);
  });

  it("[T15] takes no ballot that was on its way when the poll began anew", async () => {
    const [poll, impact] = [await ask(), await ask({ kind: "impact" })];
    expect((await vote(ann, poll, "agree", { round: 1 })).status).toBe(200);
    for (const { id } of [poll, impact]) await call(eve, "POST", `/polls/${id}/reset`);
    expect(await codeOf(vote(ann, poll, "agree", { round: 1, moment: "before" }))).toEqual([409, "conflict"]);
    const late = call(ann, "PUT", `/polls/${impact.id}/ballot`, { impacts: { r1: 4 }, round: 1 });
    expect(await codeOf(late)).toEqual([409, "conflict"]);
    expect((await read(ann)).polls).toMatchObject([
      { round: 2, voted: { before: 0 }, own: null },
      { round: 2, voted: { before: 0 }, own: null },
    ]);
    expect((await vote(ann, poll, "agree", { round: 2 })).status).toBe(200);
    expect((await vote(ben, poll, "agree", { round: null })).status).toBe(200);
    for (const round of [0, 1.5, "2"]) expect((await vote(ann, poll, "agree", { round })).status).toBe(400);
  });

  it("[T16] tells nothing from which the vote of the one who came late could be worked out", async () => {
    const poll = await ask({ audience: "everyone" });
    for (const who of voters) await vote(who, poll, "agree");
    await call(eve, "PATCH", `/polls/${poll.id}`, { moment: "after" });
    for (const who of voters) await vote(who, poll, "agree");
    await vote(vic, poll, "strongly-disagree");
    const text = await (await call(eve, "POST", `/polls/${poll.id}/reveal`)).text();
    expect(JSON.parse(text)).toMatchObject({
      voted: { before: 5, after: 6, both: 5 },
      result: { after: { agree: 5, "strongly-disagree": 0 } },
    });
  });

  it("[T11] whoever may read votes where the editor who asks wants everybody", async () => {
    const poll = await ask({ audience: "everyone" });
    expect((await vote(vic, poll, "agree")).status).toBe(200);
    await call(eve, "PATCH", `/polls/${poll.id}`, { audience: "commenters" });
    expect(await codeOf(vote(vic, poll, "agree"))).toEqual([403, "forbidden"]);
    expect(await codeOf(call(vic, "PATCH", `/polls/${poll.id}`, { audience: "everyone" }))).toEqual([
      403,
      "forbidden",
    ]);
    expect((await read()).polls).toMatchObject([{ audience: "commenters", voted: { before: 1 } }]);
  });

  it("[T19] people say how much each reason weighs, which is told by reason", async () => {
    const [stance, poll] = [await ask(), await ask({ kind: "impact" })];
    expect(poll.id).not.toBe(stance.id);
    for (const who of voters) expect((await rate(who, poll, { r1: 4 })).status).toBe(200);
    expect((await rate(ann, poll, { r1: 0, r2: 3 })).status).toBe(200);
    expect((await read(ann)).polls[1]).toMatchObject({
      ...{ kind: "impact", voted: { before: 5, after: 0, both: 0 }, result: null },
      own: { impacts: { r1: 0, r2: 3 } },
    });
    expect(await codeOf(vote(ann, poll, "agree"))).toEqual([409, "conflict"]);
    expect(await codeOf(rate(ann, stance, { r1: 1 }))).toEqual([409, "conflict"]);
    const revealed = await (await call(eve, "POST", `/polls/${poll.id}/reveal`)).json();
    expect(revealed).toMatchObject({ result: { kind: "impact", reasons: { r1: [1, 0, 0, 0, 4] } } });
    expect(JSON.stringify(revealed)).not.toContain("r2");
    expect(await codeOf(call(eve, "PATCH", `/polls/${poll.id}`, { moment: "after" }))).toEqual([
      409,
      "conflict",
    ]);
  });

  it("[T19] takes no impact of what is no reason of the claim, or no impact", async () => {
    const poll = await ask({ kind: "impact" });
    for (const id of ["r3", "b", "no-such"])
      expect(await codeOf(rate(ann, poll, { r1: 1, [id]: 2 }))).toEqual([404, "not-found"]);
    const many = Object.fromEntries(
      Array.from({ length: limits.maxReasonsPerBallot + 1 }, (_, index) => [`r${index}`, 1]),
    );
    for (const impacts of [{}, { r1: 5 }, { r1: 1.5 }, { r1: -1 }, { "no id": 1 }, many])
      expect((await rate(ann, poll, impacts)).status).toBe(400);
    for (const confidence of [0, 4, "sure"])
      expect((await vote(ann, poll, "agree", { confidence })).status).toBe(400);
    expect((await read()).polls).toMatchObject([{ voted: { before: 0 } }]);
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
    expect((await read(asId)).polls).toMatchObject([{ own: null, voted: { before: 1 } }]);
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
