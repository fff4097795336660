import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CreateMapResponse, SessionResponse } from "#shared/protocol/api.ts";
import type { MyMapList } from "#shared/protocol/my-maps.ts";
import { type LinkName, linkNames, roleOfLink } from "#shared/protocol/roles.ts";
import { BrowserCookies } from "../../../tests/support/browser-cookies.ts";
import { type IdentityProvider, startIdentityProvider } from "../../../tests/support/identity-provider.ts";
import { startTestServer, type TestServer } from "../../../tests/support/test-server.ts";

const publicUrl = "http://maps.example.org";

describe("[A14] the maps of people with accounts", () => {
  let provider: IdentityProvider;
  let server: TestServer;
  let ann: Person;

  beforeEach(async () => {
    provider = await startIdentityProvider();
    const { issuer, clientId, clientSecret } = provider;
    server = await startTestServer({ config: { publicUrl, signIn: { issuer, clientId, clientSecret } } });
    ann = await Person.signIn("ann");
  });
  afterEach(async () => {
    await server.stop();
    await provider.stop();
  });

  /** Somebody at one browser, signed in under an account. */
  class Person {
    readonly browser = new BrowserCookies();

    static async signIn(account: string): Promise<Person> {
      const person = new Person();
      provider.account.sub = account;
      const setOut = await person.call("GET", "/auth/sign-in");
      const atProvider = await fetch(setOut.headers.get("location") ?? "", { redirect: "manual" });
      const back = new URL(atProvider.headers.get("location") ?? "");
      await person.call("GET", `${back.pathname}${back.search}`);
      return person;
    }

    async call(
      method: string,
      path: string,
      body?: unknown,
      origin: string | null = publicUrl,
    ): Promise<Response> {
      const response = await server.call(method, path, {
        redirect: "manual",
        headers: {
          cookie: this.browser.header,
          ...(origin === null ? {} : { origin }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return this.browser.take(response);
    }

    async make(title: string): Promise<CreateMapResponse> {
      return (await (await this.call("POST", "/api/maps", { title })).json()) as CreateMapResponse;
    }

    async follow({ id, links }: CreateMapResponse, link: LinkName): Promise<void> {
      await this.call("POST", `/api/maps/${id}/session`, { secret: secretOf(links, link) });
    }

    async list(after?: string): Promise<MyMapList> {
      const query = after === undefined ? "" : `?after=${encodeURIComponent(after)}`;
      return (await (await this.call("GET", `/api/me/maps${query}`)).json()) as MyMapList;
    }

    open(id: string, origin?: string | null): Promise<Response> {
      return this.call("POST", `/api/me/maps/${id}/session`, undefined, origin);
    }
  }

  function secretOf(links: CreateMapResponse["links"], link: LinkName): string {
    return new URL(links[link]).hash.slice(1);
  }

  it("are listed on every device of the account, with name and role, and on nobody else's", async () => {
    expect(await ann.list()).toEqual({ maps: [] });
    const parks = await ann.make("Parks");
    const elsewhere = await Person.signIn("ann");
    expect(await elsewhere.list()).toEqual({
      maps: [{ id: parks.id, title: "Parks", role: "owner", isLocked: false, openedAt: expect.any(Number) }],
    });
    const ben = await Person.signIn("ben");
    expect(await ben.list()).toEqual({ maps: [] });
    await ben.follow(parks, "comment");
    expect(await ben.list()).toMatchObject({ maps: [{ id: parks.id, title: "Parks", role: "commenter" }] });
  });

  it("are listed when they were copied from a version, too", async () => {
    const { id } = await ann.make("Parks");
    const named = await ann.call("POST", `/api/maps/${id}/versions`, { name: "First" });
    // The device has no right yet: nothing was opened on it by its link.
    expect(named.status).toBe(401);
    const { token } = (await (await ann.open(id)).json()) as SessionResponse;
    const headers = {
      cookie: ann.browser.header,
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
    };
    const body = JSON.stringify({ name: "First" });
    const kept = await server.call("POST", `/api/maps/${id}/versions`, { headers, body });
    const { id: version } = (await kept.json()) as { id: string };
    const copy = await server.call("POST", `/api/maps/${id}/versions/${version}/copy`, {
      headers,
      body: JSON.stringify({ title: "Parks again" }),
    });
    expect(copy.status).toBe(201);
    expect((await ann.list()).maps.map(({ title }) => title)).toContain("Parks again");
  });

  it.each(linkNames)("open in the role of the link by which one came: %s", async (link) => {
    const map = await ann.make("Parks");
    const ben = await Person.signIn("ben");
    await ben.follow(map, link);
    const device = await Person.signIn("ben");
    const opened = await device.open(map.id);
    expect(opened.status).toBe(200);
    const { role, token } = (await opened.json()) as SessionResponse;
    expect(role).toBe(roleOfLink[link]);
    const headers = { cookie: device.browser.header, authorization: `Bearer ${token}` };
    const lock = await server.call("PUT", `/api/maps/${map.id}/lock`, { headers });
    expect(lock.status).toBe(link === "owner" ? 204 : 403);
    // The device itself was given nothing, and no token opens the links.
    expect((await device.call("GET", `/api/maps/${map.id}`)).status).toBe(401);
    const links = await device.call("POST", `/api/maps/${map.id}/links`, { secret: token });
    expect(links.status).toBe(403);
  });

  it("are closed to strangers, who do not learn whether there is such a map", async () => {
    const map = await ann.make("Parks");
    const eve = await Person.signIn("eve");
    const [there, nowhere] = [await eve.open(map.id), await eve.open("there-is-no-such-map")];
    expect([there.status, nowhere.status]).toEqual([404, 404]);
    expect(await there.json()).toEqual(await nowhere.json());
    const nobody = await server.call("GET", "/api/me/maps");
    expect([nobody.status, ((await nobody.json()) as { code: string }).code]).toEqual([
      401,
      "sign-in-needed",
    ]);
  });

  it("leave the list with the link that gave them, and cannot be opened by it", async () => {
    const map = await ann.make("Parks");
    const ben = await Person.signIn("ben");
    await ben.follow(map, "edit");
    await ann.call("POST", `/api/maps/${map.id}/links/edit`, { secret: secretOf(map.links, "owner") });
    expect(await ben.list()).toEqual({ maps: [] });
    expect((await ben.open(map.id)).status).toBe(404);
    expect((await ann.list()).maps).toHaveLength(1);
  });

  it("are taken off the list on wish, for that account alone", async () => {
    const map = await ann.make("Parks");
    const ben = await Person.signIn("ben");
    await ben.follow(map, "view");
    expect((await ben.call("DELETE", `/api/me/maps/${map.id}`)).status).toBe(204);
    expect((await ben.call("DELETE", `/api/me/maps/${map.id}`)).status).toBe(204);
    expect(await ben.list()).toEqual({ maps: [] });
    expect((await ann.list()).maps).toHaveLength(1);
  });

  it("are listed as deleted for their owner, who has them back without their link", async () => {
    const map = await ann.make("Parks");
    const ben = await Person.signIn("ben");
    await ben.follow(map, "edit");
    const { token } = (await (await ann.open(map.id)).json()) as SessionResponse;
    const headers = { cookie: ann.browser.header, authorization: `Bearer ${token}` };
    const deleted = await server.call("DELETE", `/api/maps/${map.id}`, { headers });
    const { restorableUntil } = (await deleted.json()) as { restorableUntil: number };
    expect(await ann.list()).toMatchObject({ maps: [{ id: map.id, restorableUntil }] });
    expect(await ben.list()).toEqual({ maps: [] });
    const restore = `/api/me/maps/${map.id}/restore`;
    expect((await ben.call("POST", restore)).status).toBe(404);
    expect((await ann.call("POST", restore, undefined, null)).status).toBe(403);
    expect((await ann.call("POST", restore)).status).toBe(204);
    expect((await ann.list()).maps[0]).not.toHaveProperty("restorableUntil");
    expect((await ben.open(map.id)).status).toBe(200);
  });

  it("[A5] are opened and forgotten by pages of this server alone", async () => {
    const map = await ann.make("Parks");
    for (const origin of [null, "https://evil.example"]) {
      expect((await ann.open(map.id, origin)).status).toBe(403);
      expect((await ann.call("DELETE", `/api/me/maps/${map.id}`, undefined, origin)).status).toBe(403);
    }
    expect((await ann.list()).maps).toHaveLength(1);
  });

  it("come in pages, the last opened first", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 51; index++) ids.unshift((await ann.make(`Map ${index}`)).id);
    const first = await ann.list();
    expect(first.maps).toHaveLength(50);
    const second = await ann.list(first.next);
    expect(second).toEqual({ maps: [expect.anything()] });
    const listed = [...first.maps, ...second.maps];
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(ids));
    const times = listed.map(({ openedAt }) => openedAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect((await ann.call("GET", "/api/me/maps?after=somewhere")).status).toBe(400);
  });
});
