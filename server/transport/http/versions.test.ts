import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { RestoreVersionResponse, VersionChanges, VersionSummary } from "#shared/protocol/versions.ts";
import { startTestServer, type TestMap, type TestServer } from "../../../tests/support/test-server.ts";
import { openMemoryStores } from "../../storage/memory/open-memory-stores.ts";
import type { Stores } from "../../storage/stores.ts";

let server: TestServer;
let stores: Stores;
let map: TestMap;
let path: string;

function file(...cards: readonly (readonly [id: string, text: string])[]): string {
  return JSON.stringify({
    format: "counterpoint",
    version: 1,
    title: "From a file",
    createdAt: 5,
    cards: cards.map(([id, text]) => ({ id, kind: "claim", text, createdAt: 5, author: "", at: [1, 2] })),
  });
}

beforeEach(async () => {
  stores = openMemoryStores();
  server = await startTestServer({ stores });
  map = await server.createMap({ title: "Garden", content: file(["a", "Openness is pragmatic"]) });
  path = `/api/maps/${map.id}/versions`;
});
afterEach(() => server.stop());

const bearer = (link: LinkName): Record<string, string> => ({ authorization: `Bearer ${map.secrets[link]}` });
const get = (at: string, link: LinkName = "view") => server.call("GET", at, { headers: bearer(link) });
const post = (at: string, body: unknown, link: LinkName = "edit") => server.post(at, body, bearer(link));

async function nameIt(name: string): Promise<VersionSummary> {
  const response = await post(path, { name, author: "Ann" });
  expect(response.status).toBe(201);
  return (await response.json()) as VersionSummary;
}

async function importCard(id: string, text: string): Promise<void> {
  const response = await server.call("POST", `/api/maps/${map.id}/import/json`, {
    headers: bearer("edit"),
    body: file([id, text]),
  });
  expect(response.status).toBe(200);
}

async function codeOf(response: Response): Promise<readonly [number, string]> {
  const { code } = (await response.json()) as { code: string };
  return [response.status, code];
}

describe("versions over HTTP", () => {
  it("[V1] names a version, lists it and shows it, to whoever may read the map", async () => {
    const named = await nameIt(" Before the talk ");
    expect(named).toMatchObject({ kind: "named", name: "Before the talk", author: "Ann", cards: 1 });
    await importCard("b", "later");
    expect(await (await get(path)).json()).toEqual({ versions: [named] });
    const shown = await get(`${path}/${named.id}`);
    expect(shown.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await shown.json()).toMatchObject({ title: "Garden", cards: [{ id: "a" }] });
  });

  it("[V8] says what is different now", async () => {
    const { id } = await nameIt("Then");
    await importCard("b", "later");
    const changes = (await (await get(`${path}/${id}/changes`)).json()) as VersionChanges;
    expect(changes).toEqual({ added: ["b"], removed: [], edited: [], moved: [], retitled: false });
  });

  it("[V6] [V7] restores a version and takes that back", async () => {
    const { id } = await nameIt("Then");
    await importCard("b", "later");
    const restored = (await (await post(`${path}/${id}/restore`, {})).json()) as RestoreVersionResponse;
    expect(restored).toMatchObject({ before: { kind: "before-restoring", cards: 2 } });
    expect(restored.changes).toMatchObject({ added: [], removed: ["b"] });
    await importCard("c", "since");
    const back = await post(`${path}/${restored.before?.id}/restore`, { since: id });
    expect(((await back.json()) as RestoreVersionResponse).changes).toMatchObject({
      added: ["b"],
      removed: [],
    });
    const exported = (await (await get(`/api/maps/${map.id}/export/json`)).json()) as {
      cards: { id: string }[];
    };
    expect(exported.cards.map((card) => card.id).sort()).toEqual(["a", "b", "c"]);
  });

  it("[V9] copies a version to a new map, whose links are all new", async () => {
    const { id } = await nameIt("Then");
    await importCard("b", "later");
    const copied = await post(`${path}/${id}/copy`, { title: "A copy" }, "view");
    expect(copied.status).toBe(201);
    const made = (await copied.json()) as { id: string; links: Record<LinkName, string> };
    expect(made.id).not.toBe(map.id);
    const headers = { authorization: `Bearer ${new URL(made.links.view).hash.slice(1)}` };
    const summary = await server.call("GET", `/api/maps/${made.id}`, { headers });
    expect(await summary.json()).toMatchObject({ title: "A copy", counts: { cards: 1 } });
    expect(await stores.history.list(made.id as never)).toEqual([]);
  });

  it.each(["view", "comment"] as const)("[V10] lets the %s link look and copy, and no more", async (link) => {
    const { id } = await nameIt("Then");
    expect((await get(path, link)).status).toBe(200);
    expect((await get(`${path}/${id}`, link)).status).toBe(200);
    expect((await get(`${path}/${id}/changes`, link)).status).toBe(200);
    expect(await codeOf(await post(path, { name: "No" }, link))).toEqual([403, "forbidden"]);
    expect(await codeOf(await post(`${path}/${id}/restore`, {}, link))).toEqual([403, "forbidden"]);
    const removed = await server.call("DELETE", `${path}/${id}`, { headers: bearer(link) });
    expect(await codeOf(removed)).toEqual([403, "forbidden"]);
  });

  it("[V10] refuses those without access, and tells no version of another map", async () => {
    const { id } = await nameIt("Then");
    expect(await codeOf(await server.call("GET", path))).toEqual([401, "unauthenticated"]);
    expect(await codeOf(await server.call("GET", `${path}/${id}`))).toEqual([401, "unauthenticated"]);
    expect(await codeOf(await server.post(`${path}/${id}/copy`, {}))).toEqual([401, "unauthenticated"]);
    const other = await server.createMap({});
    const headers = { authorization: `Bearer ${other.secrets.owner}` };
    const stolen = await server.call("GET", `/api/maps/${other.id}/versions/${id}`, { headers });
    expect(await codeOf(stolen)).toEqual([404, "not-found"]);
  });

  it("[V5] [V10] lets the owner delete a named version, and nobody an automatic one", async () => {
    const { id } = await nameIt("Then");
    await importCard("b", "later");
    await post(`${path}/${id}/restore`, {});
    const remove = (which: string) => server.call("DELETE", `${path}/${which}`, { headers: bearer("owner") });
    expect((await remove(id)).status).toBe(204);
    expect(await codeOf(await remove(id))).toEqual([404, "not-found"]);
    const { versions } = (await (await get(path)).json()) as { versions: VersionSummary[] };
    expect(await codeOf(await remove(versions[0]?.id ?? ""))).toEqual([403, "forbidden"]);
  });

  it("[V5] says so when a map has as many names as it may", async () => {
    for (let index = 0; index < limits.maxNamedVersionsPerMap; index++) {
      const version = { id: `${index}`, at: index, kind: "named", name: "n", author: "" } as const;
      await stores.history.add(map.id as never, { ...version, sequence: 1, cards: 0 }, new Uint8Array());
    }
    expect(await codeOf(await post(path, { name: "One more" }))).toEqual([409, "too-many-versions"]);
  });

  it("[V1] refuses a version without a name, or with one too long", async () => {
    expect(await codeOf(await post(path, { name: "  " }))).toEqual([400, "bad-request"]);
    expect(await codeOf(await post(path, { name: "x".repeat(301) }))).toEqual([400, "bad-request"]);
  });

  it("[A9] counts looking at versions as reading, and copying as making maps", async () => {
    await server.stop();
    server = await startTestServer({ config: { createsPerMinute: 2 } });
    map = await server.createMap({});
    path = `/api/maps/${map.id}/versions`;
    const { id } = await nameIt("Then");
    expect((await post(`${path}/${id}/copy`, {}, "view")).status).toBe(201);
    expect(await codeOf(await post(`${path}/${id}/copy`, {}, "view"))).toEqual([429, "too-many-requests"]);
    const answers = await Promise.all(
      Array.from({ length: limits.maxReadsPerAddressPerMinute }, async () => (await get(path)).status),
    );
    expect(answers).toContain(429);
  });

  it("[V1] describes all calls about versions in the API's description", async () => {
    const { paths } = (await (await server.call("GET", "/api/openapi.json")).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const calls = Object.entries(paths).flatMap(([at, methods]) =>
      at.includes("/versions")
        ? Object.keys(methods).map((method) => `${method} ${at.split("/versions")[1]}`)
        : [],
    );
    expect(calls.sort()).toEqual([
      "delete /{version}",
      "get ",
      "get /{version}",
      "get /{version}/changes",
      "post ",
      "post /{version}/copy",
      "post /{version}/restore",
    ]);
  });
});
