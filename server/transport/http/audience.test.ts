import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  AudienceResponse,
  HandResponse,
  JoinCodeResponse,
  JoinResponse,
} from "#shared/protocol/audience.ts";
import { joinCodeAlphabet } from "#shared/protocol/join-code.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import { type MapId, talkRoomOf } from "#shared/protocol/rooms.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import { type Hand, TalkDoc } from "#shared/talk/index.ts";
import { readStored } from "../../../tests/support/rooms.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";
import { openMemoryStores } from "../../storage/memory/open-memory-stores.ts";
import type { Stores } from "../../storage/stores.ts";

const file = JSON.stringify({
  ...{ format: "counterpoint", version: 1, title: "Garden", createdAt: 5 },
  cards: [{ id: "a", kind: "claim", text: "Openness is pragmatic", createdAt: 5 }],
});

let stores: Stores;
let server: TestServer;
let map: TestMap;

beforeEach(async () => {
  stores = openMemoryStores();
  server = await startTestServer({ stores, config: { trustProxy: true } });
  map = await server.createMap({ content: file });
});
afterEach(() => server.stop());

type Said = Readonly<{ device?: string; body?: unknown; address?: string }>;

function call(bearer: string, method: string, below: string, { device, body, address }: Said = {}) {
  return server.call(method, `/api/maps/${map.id}${below}`, {
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${bearer}`,
      ...(device === undefined ? {} : { [participantHeader]: `the-secret-of-the-device-${device}` }),
      ...(address === undefined ? {} : { "x-forwarded-for": address }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function makeCode(use: "audience" | "remote", link: LinkName = "edit"): Promise<JoinCodeResponse> {
  const response = await call(map.secrets[link], "POST", "/join-codes", { body: { for: use } });
  expect(response.status).toBe(201);
  return (await response.json()) as JoinCodeResponse;
}

function join(code: string, address = "10.0.0.1"): Promise<Response> {
  return server.post("/api/join", { code }, { "x-forwarded-for": address });
}

async function joined(code: string): Promise<JoinResponse> {
  const response = await join(code);
  expect(response.status).toBe(200);
  return (await response.json()) as JoinResponse;
}

async function audience(): Promise<AudienceResponse> {
  return (await (await call(map.secrets.owner, "GET", "/audience")).json()) as AudienceResponse;
}

describe("joining a talk", () => {
  it("[A15] opens the map for who types the code, by token and by cookie, as a viewer", async () => {
    const { code, url, expiresAt } = await makeCode("audience");
    expect(url).toBe(`${server.url}/j/${code}`);
    expect(expiresAt).toBeGreaterThan(Date.now());
    const typed = `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`;
    const response = await join(typed);
    const { token, ...rest } = (await response.json()) as JoinResponse;
    expect(rest).toEqual({ id: map.id, role: "viewer", for: "audience" });
    expect((await call(token, "GET", "")).status).toBe(200);
    expect((await call(token, "POST", "/join-codes", { body: { for: "audience" } })).status).toBe(403);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    expect((await server.call("GET", `/api/maps/${map.id}`, { headers })).status).toBe(200);
  });

  it("[A15] gives a remote the right to steer and not the map, its secret where no server sees it", async () => {
    const { code, url } = await makeCode("remote", "owner");
    expect(url).toBe(`${server.url}/j#${code}`);
    const { role, token, for: use } = await joined(code);
    expect([role, use]).toEqual(["editor", "remote"]);
    expect((await call(token, "GET", "/audience")).status).toBe(200);
    expect((await call(token, "DELETE", "")).status).toBe(403);
  });

  it("[A16] gives a remote no code that outlives its own", async () => {
    const { code, expiresAt } = await makeCode("remote");
    const { token } = await joined(code);
    for (const use of ["remote", "audience"]) {
      const made = await call(token, "POST", "/join-codes", { body: { for: use } });
      expect(await made.json()).toMatchObject({ expiresAt });
    }
  });

  it("[A15] is over when the talk is, or its code has been ended", async () => {
    const [one, two, remote] = [
      await makeCode("audience"),
      await makeCode("audience"),
      await makeCode("remote"),
    ];
    expect((await call(map.secrets.edit, "DELETE", `/join-codes/${one.code}`)).status).toBe(204);
    expect((await join(one.code)).status).toBe(404);
    expect((await join(two.code)).status).toBe(200);
    expect((await call(map.secrets.edit, "DELETE", "/join-codes")).status).toBe(204);
    for (const { code } of [two, remote]) expect((await join(code)).status).toBe(404);
  });

  it("[A15] ends for all remotes of the map at once, and the hall's code goes on", async () => {
    const hall = await makeCode("audience");
    const remotes = [await makeCode("remote"), await makeCode("remote", "owner")];
    const { token } = await joined(remotes[0]?.code ?? "");
    expect((await call(map.secrets.edit, "DELETE", "/join-codes?for=everyone")).status).toBe(400);
    expect((await call(map.secrets.view, "DELETE", "/join-codes?for=remote")).status).toBe(403);
    expect((await join(remotes[1]?.code ?? "")).status).toBe(200);
    expect((await call(map.secrets.edit, "DELETE", "/join-codes?for=remote")).status).toBe(204);
    for (const { code } of remotes) expect((await join(code)).status).toBe(404);
    expect((await join(hall.code)).status).toBe(200);
    // [A16] The phone in the hand stays.
    expect((await call(token, "GET", "/audience")).status).toBe(200);
    expect((await call(map.secrets.edit, "DELETE", "/join-codes?for=audience")).status).toBe(204);
    expect((await join(hall.code)).status).toBe(404);
  });

  it("[A15] as many codes as there may be; of one more the oldest ends", async () => {
    const codes: string[] = [];
    for (let count = 0; count < limits.maxJoinCodesPerMap; count++)
      codes.push((await makeCode("audience", count % 2 === 0 ? "edit" : "owner")).code);
    expect((await join(codes[0] ?? "")).status).toBe(200);
    await makeCode("audience");
    const open = await Promise.all(codes.map(async (code) => (await join(code)).status));
    expect(open.filter((status) => status === 404)).toHaveLength(1);
  });

  it("[F35] [A17] tells an address that has been wrong so often nothing more, also of many tries at once", async () => {
    const { code } = await makeCode("audience");
    const wrong = (count: number): string =>
      code.slice(0, -1) +
      joinCodeAlphabet.charAt((joinCodeAlphabet.indexOf(code.slice(-1)) + 1 + count) % 26);
    const { maxWrongCodesPerAddressPerMinute: most } = limits;
    const tries = Array.from({ length: most + 10 }, (_, count) => join(wrong(count % 25)));
    const answers = (await Promise.all(tries)).map(({ status }) => status);
    expect(answers.filter((status) => status === 404)).toHaveLength(most);
    expect(answers.filter((status) => status === 429)).toHaveLength(10);
    expect((await join(code)).status).toBe(429);
    expect((await join(code, "10.0.0.2")).status).toBe(200);
  });

  it("[A17] counts wrong codes of an IPv6 site together, in whichever of its networks they are tried", async () => {
    const { code } = await makeCode("audience");
    const { maxWrongCodesPerAddressPerMinute: most } = limits;
    for (let network = 0; network < most; network++)
      expect((await join("WRONG!", `2001:db8:0:${network.toString(16)}::1`)).status).toBe(404);
    expect((await join(code, "2001:db8:0:ffff::1")).status).toBe(429);
    expect((await join(code, "2001:db8:1::1")).status).toBe(200);
  });

  it("[F34] [A17] lets a class in at once that sits behind one address, and after its typing errors", async () => {
    const { code } = await makeCode("audience");
    for (let count = 0; count < limits.maxWrongCodesPerAddressPerMinute - 1; count++)
      expect((await join("WRONG!")).status).toBe(404);
    const answers = await Promise.all(Array.from({ length: 500 }, () => join(code)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it("[A17] no address joins more often than a hall would", async () => {
    const { maxJoinsPerAddressPerMinute: most } = limits;
    const { code } = await makeCode("audience");
    const answers: number[] = [];
    for (let first = 0; first <= most; first += 100)
      answers.push(
        ...(await Promise.all(Array.from({ length: 100 }, async () => (await join(code)).status))),
      );
    expect(answers.filter((status) => status === 200)).toHaveLength(most);
    expect((await join(code, "10.0.0.2")).status).toBe(200);
  });

  it("[A5] is for our own pages", async () => {
    const { code } = await makeCode("audience");
    const response = await server.post("/api/join", { code }, { origin: "https://elsewhere.example" });
    expect(response.status).toBe(403);
  });
});

describe("what an audience says without words", () => {
  it("[W21] is counted for those who may edit, without saying who", async () => {
    const { code } = await makeCode("audience");
    const [ann, ben] = [await joined(code), await joined(code)];
    const signal = (token: string, said: string | null) =>
      call(token, "PUT", "/signal", { body: { signal: said } });
    for (const said of ["faster", "lost"]) expect((await signal(ann.token, said)).status).toBe(204);
    await signal(ben.token, "lost");
    expect(await audience()).toEqual({ followers: 0, signals: { faster: 0, slower: 0, lost: 2 } });
    await signal(ben.token, null);
    expect((await audience()).signals.lost).toBe(1);
    expect((await signal(ben.token, "bored")).status).toBe(400);
    expect((await call(ann.token, "GET", "/audience")).status).toBe(403);
  });

  it("[W21] one session says so much a minute, and counts once however often", async () => {
    const { token } = await joined((await makeCode("audience")).code);
    const say = () => call(token, "PUT", "/signal", { body: { signal: "lost" } });
    const { maxSignalsPerTokenPerMinute: most } = limits;
    const answers: number[] = [];
    for (let count = 0; count <= most; count++) answers.push((await say()).status);
    expect([answers[most - 1], answers[most]]).toEqual([204, 429]);
    expect((await audience()).signals.lost).toBe(1);
  });
});

describe("what a hall does at once, at the limit and one above", () => {
  /** Asks so often and once more, some at a time, with a session's share each. */
  async function atLimit(most: number, ofOne: number, ask: (token: string) => Promise<Response>) {
    const { code } = await makeCode("audience");
    const answers: number[] = [];
    for (let first = 0; first < most; first += ofOne) {
      const { token } = await joined(code);
      const asked = Array.from({ length: Math.min(ofOne, most - first) }, () => ask(token));
      answers.push(...(await Promise.all(asked)).map(({ status }) => status));
    }
    const { token } = await joined(code);
    return { within: new Set(answers), above: (await ask(token)).status, token };
  }

  it("[W21] one address says so much a minute, whoever says it there, and another is not held up", async () => {
    const { maxSignalsPerAddressPerMinute: most, maxSignalsPerTokenPerMinute: ofOne } = limits;
    const say = (token: string, address = "10.0.0.1") =>
      call(token, "PUT", "/signal", { body: { signal: "lost" }, address });
    const { within, above, token } = await atLimit(most, ofOne, say);
    expect([[...within], above]).toEqual([[204], 429]);
    expect((await say(token, "10.0.0.2")).status).toBe(204);
  });

  it("[A9] one address reads the votes as often as a hall does, and no more, and another is not held up", async () => {
    const read = (token: string, address = "10.0.0.1") => call(token, "GET", "/polls", { address });
    const { within, above, token } = await atLimit(limits.maxPollReadsPerAddressPerMinute, 100, read);
    expect([[...within], above]).toEqual([[200], 429]);
    expect((await read(token, "10.0.0.2")).status).toBe(200);
  });
});

describe("raised hands", () => {
  const raise = (device: string, body: unknown = {}, bearer = map.secrets.view) =>
    call(bearer, "PUT", "/hand", { device, body });

  async function handsUp(): Promise<readonly Hand[]> {
    return new TalkDoc(await readStored(stores.documents, talkRoomOf(map.id as MapId))).read().hands;
  }

  it("[T20] stand in the document in the order in which they came; a second time keeps one's place", async () => {
    const first = (await (await raise("ann", { name: " Ann ", about: "a" })).json()) as HandResponse;
    expect(first).toEqual({
      participant: expect.any(String),
      name: "Ann",
      about: "a",
      raisedAt: expect.any(Number),
    });
    const second = (await (await raise("ben")).json()) as HandResponse;
    expect(await (await raise("ann", { name: "Ann" })).json()).toEqual({ ...first, about: null });
    expect(await handsUp()).toEqual([{ ...first, about: null }, second]);
  });

  it("[T20] are about a card that is there", async () => {
    expect((await raise("ann", { about: "no-such" })).status).toBe(404);
    expect(await handsUp()).toEqual([]);
  });

  it("[F37] [T21] are lowered by oneself, and by those who may edit", async () => {
    const ids: string[] = [];
    for (const device of ["ann", "ben", "cat", "dan"])
      ids.push(((await (await raise(device)).json()) as HandResponse).participant);
    const [ann = "", ben = "", cat = ""] = ids;
    for (const link of ["view", "comment"] as const) {
      expect((await call(map.secrets[link], "DELETE", `/hands/${ben}`, { device: "ann" })).status).toBe(403);
      expect((await call(map.secrets[link], "DELETE", "/hands", { device: "ann" })).status).toBe(403);
    }
    expect((await call(map.secrets.view, "DELETE", "/hand", { device: "ann" })).status).toBe(204);
    expect((await handsUp()).map(({ participant }) => participant)).not.toContain(ann);
    expect((await call(map.secrets.edit, "DELETE", `/hands/${ben}`)).status).toBe(204);
    expect((await handsUp())[0]?.participant).toBe(cat);
    expect((await call(map.secrets.edit, "DELETE", "/hands")).status).toBe(204);
    expect(await handsUp()).toEqual([]);
    for (const below of ["/hands", `/hands/${ben}`])
      expect((await call(map.secrets.edit, "DELETE", below)).status).toBe(204);
  });

  it("[T20] cannot be raised in somebody else's name, nor without saying who one is", async () => {
    const { participant } = (await (await raise("ann", { name: "Ann" })).json()) as HandResponse;
    const forged = await raise("ben", { name: "Ann", participant });
    expect(((await forged.json()) as HandResponse).participant).not.toBe(participant);
    expect((await call(map.secrets.view, "PUT", "/hand", { body: {} })).status).toBe(400);
  });

  it("[T22] one device has one hand, and one session raises and lowers it so often a minute", async () => {
    const { maxTalkWritesPerTokenPerMinute: most } = limits;
    const answers: number[] = [];
    for (let count = 0; count <= most; count++) answers.push((await raise("ann")).status);
    expect([answers[most - 1], answers[most]]).toEqual([200, 429]);
    expect(await handsUp()).toHaveLength(1);
  });
});
