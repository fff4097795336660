import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import type { TimeResponse } from "#shared/protocol/api.ts";
import { limits } from "#shared/protocol/limits.ts";
import { type LinkName, linkNames, roleOfLink } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { addCard } from "../../../tests/fixtures/model/build.ts";
import { FailingStore } from "../../../tests/support/failing-store.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";
import { stockClient, synced } from "../../../tests/support/wire-client.ts";
import { StoreError } from "../../rooms/index.ts";
import { openMemoryStores } from "../../storage/memory/open-memory-stores.ts";

const oneCard = JSON.stringify({
  format: "counterpoint",
  version: 1,
  title: "From a file",
  createdAt: 5,
  cards: [{ id: "a", kind: "claim", text: "Openness is pragmatic", createdAt: 5, author: "", at: [1, 2] }],
});

const day = 24 * 60 * 60 * 1000;

let server: TestServer;
let map: TestMap;
let documents: FailingStore;

async function start(config: Parameters<typeof startTestServer>[0] = {}): Promise<void> {
  documents = new FailingStore();
  server = await startTestServer({ stores: { ...openMemoryStores(), documents }, ...config });
  map = await server.createMap({ title: "Garden" });
}

beforeEach(() => start());
afterEach(async () => {
  documents.failWith = undefined;
  await server.stop();
});

function bearer(link: LinkName): Record<string, string> {
  return { authorization: `Bearer ${map.secrets[link]}` };
}

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return server.call("GET", path, { headers });
}

async function problemOf(response: Response): Promise<readonly [number, string]> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = (await response.json()) as { status: number; code: string; detail: string };
  expect(problem.detail).toMatch(/\.$/);
  expect(problem.status).toBe(response.status);
  return [response.status, problem.code];
}

describe("making and opening maps", () => {
  it("[A1] [A2] gives four links with secrets of at least 128 bits behind #", async () => {
    const response = await server.post("/api/maps", {});
    const { id, links } = (await response.json()) as { id: string; links: Record<LinkName, string> };
    const secrets = linkNames.map((link) => {
      expect(links[link].startsWith(`${server.url}/m/${id}#`)).toBe(true);
      return new URL(links[link]).hash.slice(1);
    });
    expect(new Set(secrets).size).toBe(4);
    for (const secret of [id, ...secrets])
      expect(Buffer.from(secret, "base64url").byteLength).toBeGreaterThanOrEqual(16);
  });

  it.each(linkNames)("[A2] trades the %s link's secret for its role", async (link) => {
    const { role, token } = await server.openSession(map, link);
    expect(role).toBe(roleOfLink[link]);
    const summary = await get(`/api/maps/${map.id}`, { authorization: `Bearer ${token}` });
    expect(await summary.json()).toMatchObject({ title: "Garden", role, counts: { cards: 0 } });
  });

  it("[A3] sets a cookie that scripts cannot read and whose value is not the token", async () => {
    const response = await server.post(`/api/maps/${map.id}/session`, { secret: map.secrets.view });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^counterpoint_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    expect(cookie).not.toContain("Secure");
    const { token } = (await response.json()) as { token: string };
    expect(cookie).not.toContain(token);
  });

  it("[A3] sets a secure cookie where people come by https", async () => {
    await server.stop();
    await start({ config: { publicUrl: "https://maps.example.org" } });
    const response = await server.post(`/api/maps/${map.id}/session`, { secret: map.secrets.view });
    expect(response.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  });

  it("[A6] shows all links again to whoever has the owner's secret, and to nobody else", async () => {
    const shown = await server.post(`/api/maps/${map.id}/links`, { secret: map.secrets.owner });
    const { links } = (await shown.json()) as { links: Record<LinkName, string> };
    for (const link of linkNames) expect(links[link]).toBe(`${server.url}/m/${map.id}#${map.secrets[link]}`);
    const refused = await server.post(`/api/maps/${map.id}/links`, { secret: map.secrets.edit });
    expect(await problemOf(refused)).toEqual([403, "wrong-secret"]);
  });

  it("makes a map from a file, under the title asked for", async () => {
    const made = await server.createMap({ content: oneCard, title: "Mine" });
    const headers = { authorization: `Bearer ${made.secrets.view}` };
    const summary = await get(`/api/maps/${made.id}`, headers);
    expect(await summary.json()).toMatchObject({ title: "Mine", counts: { cards: 1, arguments: 0 } });
  });

  it("[A9] limits how many maps and sessions an address may ask for in a minute", async () => {
    await server.stop();
    await start({ config: { createsPerMinute: 2, sessionsPerMinute: 1 } });
    expect((await server.post("/api/maps", {})).status).toBe(201);
    expect(await problemOf(await server.post("/api/maps", {}))).toEqual([429, "too-many-requests"]);
    const open = () => server.post(`/api/maps/${map.id}/session`, { secret: map.secrets.view });
    expect((await open()).status).toBe(200);
    expect(await problemOf(await open())).toEqual([429, "too-many-requests"]);
  });
});

describe("who may do what", () => {
  it("[A4] refuses calls without access, with a wrong bearer, and to unknown maps", async () => {
    const path = `/api/maps/${map.id}`;
    expect(await problemOf(await get(path))).toEqual([401, "unauthenticated"]);
    expect(await problemOf(await get(path, { authorization: "Bearer wrong" }))).toEqual([
      401,
      "unauthenticated",
    ]);
    expect(await problemOf(await get("/api/maps/no-such-map-here", bearer("owner")))).toEqual([
      404,
      "not-found",
    ]);
    expect(await problemOf(await get("/api/maps/x", bearer("owner")))).toEqual([404, "not-found"]);
    const wrong = await server.post(`${path}/session`, { secret: "wrong" });
    expect(await problemOf(wrong)).toEqual([403, "wrong-secret"]);
  });

  it.each(["view", "comment"] as const)("[A7] lets the %s link neither import nor delete", async (link) => {
    const path = `/api/maps/${map.id}`;
    const init = { headers: bearer(link), body: oneCard };
    expect(await problemOf(await server.call("POST", `${path}/import/json`, init))).toEqual([
      403,
      "forbidden",
    ]);
    const remove = await server.call("DELETE", path, { headers: bearer(link) });
    expect(await problemOf(remove)).toEqual([403, "forbidden"]);
    expect((await get(`${path}/export/json`, bearer(link))).status).toBe(200);
  });

  it("[A5] takes a change by cookie only from its own pages", async () => {
    const opened = await server.post(`/api/maps/${map.id}/session`, { secret: map.secrets.owner });
    const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const path = `/api/maps/${map.id}/import/json`;
    const importFrom = (headers: Record<string, string>): Promise<Response> =>
      server.call("POST", path, { headers: { cookie, ...headers }, body: oneCard });
    expect(await problemOf(await importFrom({}))).toEqual([403, "forbidden"]);
    expect(await problemOf(await importFrom({ origin: "https://elsewhere.example" }))).toEqual([
      403,
      "forbidden",
    ]);
    expect((await importFrom({ origin: server.url })).status).toBe(200);
    expect((await get(`/api/maps/${map.id}`, { cookie })).status).toBe(200);
  });

  it("[A5] refuses a foreign page whatever it brings along", async () => {
    const headers = { ...bearer("owner"), origin: "https://elsewhere.example" };
    const remove = await server.call("DELETE", `/api/maps/${map.id}`, { headers });
    expect(await problemOf(remove)).toEqual([403, "forbidden"]);
  });

  it("[A7] answers 410 for a map that its owner has deleted", async () => {
    const path = `/api/maps/${map.id}`;
    const deleted = await server.call("DELETE", path, { headers: bearer("owner") });
    expect(deleted.status).toBe(200);
    const { restorableUntil } = (await deleted.json()) as { restorableUntil: number };
    expect(restorableUntil).toBeGreaterThan(Date.now() + 29 * day);
    expect(await problemOf(await get(path, bearer("owner")))).toEqual([410, "deleted"]);
    const viewing = await server.post(`${path}/session`, { secret: map.secrets.view });
    expect(viewing.status).toBe(410);
    expect(await viewing.json()).not.toHaveProperty("restorableUntil");
    const owning = await server.post(`${path}/session`, { secret: map.secrets.owner });
    expect(await owning.json()).toMatchObject({ code: "deleted", restorableUntil });
  });

  it("[A7] restores a deleted map for its owner, with its text and all its links", async () => {
    const path = `/api/maps/${map.id}`;
    await server.call("DELETE", path, { headers: bearer("owner") });
    const refused = await server.post(`${path}/restore`, { secret: map.secrets.edit });
    expect(await problemOf(refused)).toEqual([403, "wrong-secret"]);
    expect((await server.post(`${path}/restore`, { secret: map.secrets.owner })).status).toBe(204);
    for (const link of linkNames) {
      const { role } = await server.openSession(map, link);
      expect(role).toBe(roleOfLink[link]);
    }
    expect(await (await get(path, bearer("view"))).json()).toMatchObject({ title: "Garden" });
  });

  it("[A11] erases a deleted map when the time to restore it is over", async () => {
    const stores = openMemoryStores();
    await server.stop();
    await start({ stores, config: { keepDeletedMapsMs: 0 } });
    const kept = await server.createMap({ title: "Kept" });
    await server.call("DELETE", `/api/maps/${map.id}`, { headers: bearer("owner") });
    await server.stop();
    server = await startTestServer({ stores, config: { keepDeletedMapsMs: 0 } });
    await expect.poll(() => stores.access.findMap(map.id as MapId)).toBeUndefined();
    expect(await stores.documents.list()).toEqual([kept.id]);
    expect(await problemOf(await get(`/api/maps/${map.id}`, bearer("owner")))).toEqual([404, "not-found"]);
  });

  it.each(linkNames)("[A8] gives the %s link a new secret, and ends what the old one gave", async (link) => {
    const { token } = await server.openSession(map, link);
    const path = `/api/maps/${map.id}`;
    const changed = await server.post(`${path}/links/${link}`, { secret: map.secrets.owner });
    const { links } = (await changed.json()) as { links: Record<LinkName, string> };
    const secret = new URL(links[link]).hash.slice(1);
    for (const old of [token, map.secrets[link]]) {
      const refused = await get(path, { authorization: `Bearer ${old}` });
      expect(await problemOf(refused)).toEqual([401, "unauthenticated"]);
    }
    const summary = await get(path, { authorization: `Bearer ${secret}` });
    expect(await summary.json()).toMatchObject({ role: roleOfLink[link] });
    for (const other of linkNames.filter((name) => name !== link))
      expect(new URL(links[other]).hash.slice(1)).toBe(map.secrets[other]);
  });

  it("[A10] lets nobody but the owner change a locked map", async () => {
    const path = `/api/maps/${map.id}`;
    const importAs = (link: LinkName): Promise<Response> =>
      server.call("POST", `${path}/import/json`, { headers: bearer(link), body: oneCard });
    expect((await server.call("PUT", `${path}/lock`, { headers: bearer("owner") })).status).toBe(204);
    expect(await problemOf(await importAs("edit"))).toEqual([403, "forbidden"]);
    expect((await importAs("owner")).status).toBe(200);
    expect(await server.openSession(map, "edit")).toMatchObject({ role: "viewer", isLocked: true });
    expect(await (await get(path, bearer("edit"))).json()).toMatchObject({ isLocked: true, role: "viewer" });
    expect((await server.call("DELETE", `${path}/lock`, { headers: bearer("owner") })).status).toBe(204);
    expect((await importAs("edit")).status).toBe(200);
  });
});

describe("files", () => {
  const importInto = (body: string, link: LinkName = "edit"): Promise<Response> =>
    server.call("POST", `/api/maps/${map.id}/import/json`, { headers: bearer(link), body });

  it("[H4] adds what a file holds while others watch, and exports it again", async () => {
    const watcher = await stockClient(server, map, "view");
    await synced(watcher);
    const response = await importInto(oneCard);
    expect(await response.json()).toMatchObject({ added: 1, renamed: 0, diagnostics: [] });
    await expect.poll(() => watcher.map.get("a" as CardId)?.type).toBe("card");
    watcher.end();
    const exported = await get(`/api/maps/${map.id}/export/json`, bearer("view"));
    expect(exported.headers.get("content-disposition")).toBe(
      `attachment; filename="Garden.json"; filename*=UTF-8''Garden.json`,
    );
    expect(await exported.json()).toMatchObject({ title: "Garden", cards: [{ id: "a" }] });
  });

  it("[H4] gives records whose ids are taken new ones", async () => {
    await importInto(oneCard);
    expect(await (await importInto(oneCard)).json()).toMatchObject({ added: 1, renamed: 1, diagnostics: [] });
    const exported = await get(`/api/maps/${map.id}/export/json`, bearer("view"));
    const { cards } = (await exported.json()) as { cards: readonly { id: string }[] };
    expect(cards).toHaveLength(2);
  });

  it("[H2] says what is wrong with a file, and changes nothing", async () => {
    const response = await importInto('{"format": "counterpoint",');
    expect(response.status).toBe(422);
    const problem = (await response.json()) as { code: string; diagnostics: readonly { severity: string }[] };
    expect(problem.code).toBe("unreadable-file");
    expect(problem.diagnostics[0]?.severity).toBe("error");
    const made = await server.post("/api/maps", { content: "no map" });
    expect(await problemOf(made)).toEqual([422, "unreadable-file"]);
  });

  it("[H2] refuses a body that is too large, with and without its length given", async () => {
    const body = "x".repeat(limits.maxBodyBytes + 1);
    expect(await problemOf(await importInto(body))).toEqual([413, "too-large"]);
    const stream = new Blob([body]).stream();
    const init = { headers: bearer("edit"), body: stream, duplex: "half" } as RequestInit;
    const streamed = await server.call("POST", `/api/maps/${map.id}/import/json`, init);
    expect(await problemOf(streamed)).toEqual([413, "too-large"]);
  });

  it("[H2] refuses an import that would make the map too large, and changes nothing", async () => {
    const editor = await stockClient(server, map);
    await synced(editor);
    editor.ydoc.getMap("probe").set("much", "x".repeat(limits.maxDocumentBytes));
    await editor.saved();
    expect(await problemOf(await importInto(oneCard))).toEqual([413, "too-large"]);
    expect(editor.map.get("a" as CardId)).toBeUndefined();
    editor.end();
  });

  it("[H1] names the formats it knows when asked for another", async () => {
    const response = await get(`/api/maps/${map.id}/export/papyrus`, bearer("view"));
    expect(await problemOf(response)).toEqual([404, "unknown-format"]);
  });

  it("[H3] says when the disk is full, and changes nothing", async () => {
    const watcher = await stockClient(server, map, "view");
    await synced(watcher);
    documents.failWith = "full";
    expect(await problemOf(await server.post("/api/maps", {}))).toEqual([507, "storage-full"]);
    expect(await problemOf(await importInto(oneCard))).toEqual([507, "storage-full"]);
    documents.failWith = undefined;
    expect(watcher.map.get("a" as CardId)).toBeUndefined();
    watcher.end();
  });

  it("[H3] leaves no document behind when a map cannot be registered", async () => {
    const stores = { ...openMemoryStores(), documents };
    stores.access.createMap = () => Promise.reject(new StoreError("full", "made to fail"));
    const mine = await startTestServer({ stores });
    const known = await documents.list();
    expect((await mine.post("/api/maps", {})).status).toBe(507);
    expect(await documents.list()).toEqual(known);
    await mine.stop();
  });

  it("[A9] limits how often an address may have whole maps read in a minute, whichever way", async () => {
    const path = `/api/maps/${map.id}`;
    const answers = Array.from({ length: limits.maxReadsPerAddressPerMinute }, async () => {
      expect((await get(path, bearer("view"))).status).toBe(200);
    });
    await Promise.all(answers);
    const tooMany = [
      get(path, bearer("view")),
      get(`${path}/export/json`, bearer("view")),
      importInto(oneCard),
    ];
    for (const answer of tooMany) expect(await problemOf(await answer)).toEqual([429, "too-many-requests"]);
  });

  it("[W17] does not import into a map that a later version wrote", async () => {
    const editor = await stockClient(server, map);
    await synced(editor);
    editor.map.apply(addCard("b"), "user");
    editor.ydoc.getMap("meta").set("schemaVersion", 999);
    await editor.saved();
    editor.end();
    expect(await problemOf(await importInto(oneCard))).toEqual([403, "forbidden"]);
  });
});

describe("the rest", () => {
  it("[H1] answers a broken request with a problem", async () => {
    const headers = { "content-type": "application/json" };
    const broken = await server.call("POST", "/api/maps", { headers, body: "{" });
    expect(await problemOf(broken)).toEqual([400, "bad-request"]);
    expect(await problemOf(await server.post("/api/maps", { title: 7 }))).toEqual([400, "bad-request"]);
    expect(await problemOf(await get("/api/nothing"))).toEqual([404, "not-found"]);
  });

  it("describes how to call it: the ways in, and the file that an import takes", async () => {
    type Call = Readonly<{ security?: readonly object[]; requestBody?: object }>;
    const { paths, components, security } = (await (await get("/api/openapi.json")).json()) as {
      paths: Record<string, Record<string, Call>>;
      components: { securitySchemes: object };
      security: readonly object[];
    };
    expect(components.securitySchemes).toMatchObject({
      secret: { type: "http", scheme: "bearer" },
      session: { type: "apiKey", in: "cookie", name: "counterpoint_session" },
      account: { type: "apiKey", in: "cookie", name: "counterpoint_person" },
    });
    expect(security).toEqual([{ secret: [] }, { session: [] }]);
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, call]) => [`${method} ${path}`, call.security] as const),
    );
    expect(calls.filter(([, ways]) => ways?.length === 0).map(([call]) => call)).toEqual([
      "post /api/maps",
      "post /api/maps/{id}/session",
      "post /api/maps/{id}/links",
      "post /api/maps/{id}/links/{link}",
      "post /api/maps/{id}/restore",
      "get /api/formats",
      "get /api/time",
      "post /api/join",
    ]);
    for (const [call, ways] of calls.filter(([name]) => name.includes("/api/me/")))
      expect(ways, call).toEqual([{ account: [] }]);
    expect(paths["/api/maps/{id}/import/{format}"]?.["post"]?.requestBody).toMatchObject({
      required: true,
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    });
  });

  it("[H15] tells anybody its clock, which no cache keeps", async () => {
    const before = Date.now();
    const response = await get("/api/time");
    const { now } = (await response.json()) as TimeResponse;
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("describes its API", async () => {
    const { paths } = (await (await get("/api/openapi.json")).json()) as { paths: Record<string, object> };
    expect(Object.keys(paths).sort()).toEqual([
      "/api/formats",
      "/api/join",
      "/api/maps",
      "/api/maps/{id}",
      "/api/maps/{id}/audience",
      "/api/maps/{id}/export/{format}",
      "/api/maps/{id}/export/{format}/losses",
      "/api/maps/{id}/glimpse",
      "/api/maps/{id}/hand",
      "/api/maps/{id}/hands",
      "/api/maps/{id}/hands/{participant}",
      "/api/maps/{id}/import/{format}",
      "/api/maps/{id}/join-codes",
      "/api/maps/{id}/join-codes/{code}",
      "/api/maps/{id}/links",
      "/api/maps/{id}/links/{link}",
      "/api/maps/{id}/lock",
      "/api/maps/{id}/participant",
      "/api/maps/{id}/polls",
      "/api/maps/{id}/polls/{poll}",
      "/api/maps/{id}/polls/{poll}/ballot",
      "/api/maps/{id}/polls/{poll}/close",
      "/api/maps/{id}/polls/{poll}/open",
      "/api/maps/{id}/polls/{poll}/reset",
      "/api/maps/{id}/polls/{poll}/reveal",
      "/api/maps/{id}/report",
      "/api/maps/{id}/restore",
      "/api/maps/{id}/session",
      "/api/maps/{id}/signal",
      "/api/maps/{id}/threads",
      "/api/maps/{id}/threads/{thread}/comments",
      "/api/maps/{id}/threads/{thread}/comments/{comment}",
      "/api/maps/{id}/threads/{thread}/comments/{comment}/reactions/{reaction}",
      "/api/maps/{id}/threads/{thread}/reopen",
      "/api/maps/{id}/threads/{thread}/resolve",
      "/api/maps/{id}/versions",
      "/api/maps/{id}/versions/{version}",
      "/api/maps/{id}/versions/{version}/changes",
      "/api/maps/{id}/versions/{version}/copy",
      "/api/maps/{id}/versions/{version}/restore",
      "/api/maps/{id}/viewer-reactions",
      "/api/maps/{id}/viewer-votes",
      "/api/me/maps",
      "/api/me/maps/{id}",
      "/api/me/maps/{id}/restore",
      "/api/me/maps/{id}/session",
      "/api/time",
    ]);
    expect(Object.keys(paths["/api/maps/{id}"] ?? {}).sort()).toEqual(["delete", "get"]);
  });

  it("[H5] says whether it lives and whether it is ready", async () => {
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
  });

  it("[H5] is not ready while its store cannot be read", async () => {
    await server.stop();
    const check = () => Promise.reject(new Error("made to fail"));
    await start({ stores: { ...openMemoryStores(), check } });
    expect((await get("/readyz")).status).toBeGreaterThanOrEqual(500);
    expect((await get("/healthz")).status).toBe(200);
  });

  it("[H7] sends the security policy with everything, and lets no page be framed", async () => {
    const paths = [
      "/?embed=1",
      "/api/nothing",
      "/healthz",
      "/m/some-map-id",
      "/m/some-map-id/outline?embed=1",
    ];
    for (const path of paths) {
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get("x-frame-options")).toBe("DENY");
    }
  });

  it.each([
    ["all", "*"],
    [[], "'none'"],
    [["https://blog.example.org"], "'self' https://blog.example.org"],
  ] as const)(
    "[H12] lets a map be framed to be looked at: EMBED_ORIGINS %j",
    async (embedOrigins, framers) => {
      await server.stop();
      await start({ config: { embedOrigins } });
      const { headers } = await get("/m/some-map-id?embed=1");
      expect(headers.get("content-security-policy")).toContain(`frame-ancestors ${framers};`);
      expect(headers.get("x-frame-options")).toBe(embedOrigins.length === 0 ? "DENY" : null);
      const others = [
        "/m/some-map-id?embed=0",
        // The page takes these for an address without it, and would be one to work in.
        "/m/some-map-id?embed=%31",
        "/m/some-map-id?%65mbed=1",
        "/m/some-map-id",
        "/api/maps/some-map-id?embed=1",
      ];
      for (const path of others) {
        const other = await get(path);
        expect(other.headers.get("x-frame-options")).toBe("DENY");
        expect(other.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      }
    },
  );

  it("[H7] lets WebAssembly be compiled in the worker for layered layouts, and nowhere else", async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get("content-security-policy");
    expect(await policyOf("/assets/layered-worker-DnF_-Q1.js")).toContain("'wasm-unsafe-eval'");
    for (const path of ["/", "/assets/index-1.js", "/m/layered-worker-1.js"]) {
      expect(await policyOf(path)).not.toContain("unsafe-eval");
    }
  });
});
