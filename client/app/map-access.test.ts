import { expect, test, vi } from "vitest";
import { createDeviceMaps } from "../api/device-maps.ts";
import { createMapApi } from "../api/map-api.ts";
import type { Services } from "../api/services.tsx";
import { createDeviceStorage } from "../state/device-storage.ts";
import { openAccess } from "./map-access.ts";

const mapId = "parks-000001";
const kept = { id: mapId, title: "Parks", role: "owner", secret: "own", openedAt: 1 } as const;

function servicesWith(
  answer: () => Response,
): Services & { fetchFrom: ReturnType<typeof vi.fn<typeof fetch>> } {
  const fetchFrom = vi.fn<typeof fetch>(async () => answer());
  const deviceMaps = createDeviceMaps(
    createDeviceStorage(() => {
      throw new DOMException("denied", "SecurityError");
    }),
  );
  return {
    api: createMapApi(fetchFrom),
    deviceMaps,
    forgetCopy: async () => undefined,
    now: () => 5,
    fetchFrom,
  };
}

const refuse = () => {
  throw new TypeError("Failed to fetch");
};
const problem = (code: string, status: number) => () => Response.json({ code }, { status });

test("a link's secret is traded and the map is remembered", async () => {
  const services = servicesWith(() => Response.json({ role: "viewer", token: "t" }));
  expect(await openAccess(services, mapId, "see")).toEqual({
    ok: true,
    value: { role: "viewer", isLocked: false, secret: "see", token: "t" },
  });
  expect(services.deviceMaps.find(mapId)).toMatchObject({ role: "viewer", secret: "see", openedAt: 5 });
});

test("without a link the secret kept on this device serves", async () => {
  const services = servicesWith(() => Response.json({ role: "owner", token: "t" }));
  services.deviceMaps.remember(kept);
  await openAccess(services, mapId, null);
  expect(services.fetchFrom.mock.calls[0]?.[1]?.body).toBe('{"secret":"own"}');
});

test("neither link nor kept secret: the server is not asked", async () => {
  const services = servicesWith(refuse);
  expect(await openAccess(services, mapId, null)).toEqual({ ok: false, error: "no-secret" });
  expect(services.fetchFrom).not.toHaveBeenCalled();
});

test("an address that no map can have is said to be one", async () => {
  expect(await openAccess(servicesWith(refuse), "short", "s")).toEqual({ ok: false, error: "bad-address" });
});

test("a map known here opens in its kept role while the server is away", async () => {
  const services = servicesWith(refuse);
  services.deviceMaps.remember(kept);
  expect(await openAccess(services, mapId, null)).toEqual({
    ok: true,
    value: { role: "owner", isLocked: false, secret: "own", token: "" },
  });
});

test("a link never used here waits for the server, whatever another link gave", async () => {
  const services = servicesWith(problem("unavailable", 503));
  services.deviceMaps.remember(kept);
  expect(await openAccess(services, mapId, "see")).toEqual({ ok: false, error: "unreachable" });
});

test.each([
  ["wrong-secret", 403, "wrong-secret"],
  ["not-found", 404, "not-found"],
  ["too-many-requests", 429, { code: "too-many-requests", diagnostics: [] }],
])("the server's %s is told apart", async (code, status, expected) => {
  expect(await openAccess(servicesWith(problem(code, status)), mapId, "s")).toEqual({
    ok: false,
    error: expected,
  });
});

test("a locked map opens in the role that the lock leaves, and keeps the link's own for later", async () => {
  const services = servicesWith(() => Response.json({ role: "viewer", isLocked: true, token: "t" }));
  services.deviceMaps.remember({ ...kept, role: "editor" });
  expect(await openAccess(services, mapId, null)).toMatchObject({
    value: { role: "viewer", isLocked: true },
  });
  expect(services.deviceMaps.find(mapId)).toMatchObject({ role: "editor", secret: "own" });
});

test("a kept link that the server no longer takes gives way to any that it takes", async () => {
  let isVoid = true;
  const services = servicesWith(() =>
    isVoid ? problem("wrong-secret", 403)() : Response.json({ role: "viewer", isLocked: false, token: "t" }),
  );
  services.deviceMaps.remember(kept);
  expect(await openAccess(services, mapId, null)).toEqual({ ok: false, error: "wrong-secret" });
  isVoid = false;
  await openAccess(services, mapId, "see");
  expect(services.deviceMaps.find(mapId)).toMatchObject({ role: "viewer", secret: "see" });
  expect(services.deviceMaps.find(mapId)?.isVoid).toBeUndefined();
});

test("a wrong link does not make the kept one void", async () => {
  const services = servicesWith(problem("wrong-secret", 403));
  services.deviceMaps.remember(kept);
  await openAccess(services, mapId, "mistyped");
  expect(services.deviceMaps.find(mapId)).toEqual(kept);
});

test("a deleted map is noted with the day until which its owner can have it back", async () => {
  const services = servicesWith(() =>
    Response.json({ code: "deleted", restorableUntil: 77 }, { status: 410 }),
  );
  services.deviceMaps.remember(kept);
  expect(await openAccess(services, mapId, null)).toMatchObject({ error: { code: "deleted" } });
  expect(services.deviceMaps.find(mapId)?.restorableUntil).toBe(77);
});
