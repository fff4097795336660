import { beforeEach, expect, test, vi } from "vitest";
import { createDeviceMaps } from "../api/device-maps.ts";
import { joinedMapOf, joinedRemoteOf, keepJoined } from "../api/joined-maps.ts";
import { createMapApi } from "../api/map-api.ts";
import type { Services } from "../api/services.tsx";
import { openJoinedOrLinked } from "./open-joined.ts";

const mapId = "parks-000001";
const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

function servicesWith(say: (path: string) => Response): Services & Readonly<{ asked: string[] }> {
  const asked: string[] = [];
  const fetchFrom = vi.fn<typeof fetch>(async (path) => {
    asked.push(String(path));
    return say(String(path));
  });
  return {
    api: createMapApi(fetchFrom),
    deviceMaps: createDeviceMaps({ getItem: () => null, setItem: () => undefined }),
    forgetCopy: async () => undefined,
    now: () => 0,
    asked,
  };
}

beforeEach(() => {
  window.sessionStorage.clear();
  keepJoined(mapId, { code: "ACD234", role: "viewer", token: "first" });
});

test("[K30] who joined by a code comes in by the token, and by the code again once that is of no use", async () => {
  const services = servicesWith(() =>
    answer(200, { id: mapId, role: "viewer", token: "second", for: "audience" }),
  );
  const open = openJoinedOrLinked();
  expect(await open(services, mapId, null)).toMatchObject({
    ok: true,
    value: { token: "first", role: "viewer" },
  });
  expect(services.asked).toEqual([]);
  expect(await open(services, mapId, null)).toMatchObject({ ok: true, value: { token: "second" } });
  expect(services.asked).toEqual(["/api/join"]);
  expect(joinedMapOf(mapId)?.token).toBe("second");
});

test("[K30] once the code has ended, the map opens as any other, or says that there is no link", async () => {
  const services = servicesWith(() => answer(404, { code: "not-found" }));
  const open = openJoinedOrLinked();
  await open(services, mapId, null);
  expect(await open(services, mapId, null)).toEqual({ ok: false, error: "no-secret" });
});

test("[K39] while the server is away nothing is given up", async () => {
  const services = servicesWith(() => {
    throw new TypeError("Failed to fetch");
  });
  const open = openJoinedOrLinked();
  await open(services, mapId, null);
  expect(await open(services, mapId, null)).toEqual({ ok: false, error: "unreachable" });
  expect(joinedMapOf(mapId)?.code).toBe("ACD234");
});

test("[K30] who tried the code of their own hall still presents their map in that tab", async () => {
  const services = {
    ...servicesWith(() => answer(200, { role: "editor", isLocked: false, token: "by-link" })),
    deviceMaps: createDeviceMaps(mapInDevice()),
  };
  services.deviceMaps.remember({ id: mapId, role: "editor", secret: "the-secret", openedAt: 0 });
  expect(await openJoinedOrLinked(true)(services, mapId, null)).toMatchObject({
    value: { token: "by-link", role: "editor" },
  });
  expect(await openJoinedOrLinked(false)(services, mapId, null)).toMatchObject({
    value: { token: "first", role: "viewer" },
  });
});

test("[K9] a remote stays one, though its phone scans the code of the hall", async () => {
  keepJoined(mapId, { code: "remote-code", role: "editor", token: "steers" });
  keepJoined(mapId, { code: "ACD234", role: "viewer", token: "looks" });
  const services = servicesWith(() => answer(404, { code: "not-found" }));
  expect(joinedRemoteOf(mapId)?.token).toBe("steers");
  expect(await openJoinedOrLinked(true)(services, mapId, null)).toMatchObject({ value: { token: "steers" } });
  expect(await openJoinedOrLinked(false)(services, mapId, null)).toMatchObject({ value: { token: "looks" } });
});

function mapInDevice(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
  };
}

test("[K30] a link in the address comes before what this tab joined", async () => {
  const services = servicesWith(() => answer(200, { role: "editor", isLocked: false, token: "by-link" }));
  const opened = await openJoinedOrLinked()(services, mapId, "the-secret");
  expect(opened).toMatchObject({ ok: true, value: { token: "by-link", role: "editor" } });
});
