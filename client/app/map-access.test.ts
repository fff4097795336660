import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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

test("neither link nor kept secret: the list of this user's account is asked", async () => {
  const services = servicesWith(() => Response.json({ role: "editor", isLocked: false, token: "t" }));
  expect(await openAccess(services, mapId, null)).toEqual({
    ok: true,
    value: { role: "editor", isLocked: false, secret: "", token: "t" },
  });
  expect(services.fetchFrom.mock.calls.map(([address]) => address)).toEqual([
    `/api/me/maps/${mapId}/session`,
  ]);
  expect(services.deviceMaps.list()).toEqual([]);
});

test.each([
  ["it is not on the list", problem("not-found", 404), "no-secret"],
  ["the server is away", refuse, "unreachable"],
  ["it was deleted", problem("deleted", 410), { code: "deleted", diagnostics: [] }],
])("without a secret, and %s", async (_why, answer, error) => {
  expect(await openAccess(servicesWith(answer), mapId, null)).toEqual({ ok: false, error });
});

describe("somebody who has signed in", () => {
  beforeEach(() => {
    vi.spyOn(document, "cookie", "get").mockReturnValue("counterpoint_account=Ann");
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** What the kept link and the account's list are answered. */
  function answering(byLink: () => Response, byAccount: () => Response) {
    const services = servicesWith(refuse);
    services.fetchFrom.mockImplementation(async (address) =>
      String(address).startsWith("/api/me/") ? byAccount() : byLink(),
    );
    services.deviceMaps.remember(kept);
    return services;
  }
  const as = (role: string, token: string) => () => Response.json({ role, isLocked: false, token });

  test("comes in by what gives more: the kept link or the account", async () => {
    expect(await openAccess(answering(as("viewer", "l"), as("owner", "a")), mapId, null)).toMatchObject({
      value: { role: "owner", secret: "", token: "a" },
    });
    for (const role of ["owner", "viewer"])
      expect(await openAccess(answering(as("owner", "l"), as(role, "a")), mapId, null)).toMatchObject({
        value: { role: "owner", secret: "own", token: "l" },
      });
  });

  test("comes in by the account where the kept link is void", async () => {
    const services = answering(problem("wrong-secret", 403), as("editor", "a"));
    expect(await openAccess(services, mapId, null)).toMatchObject({ value: { role: "editor", token: "a" } });
  });

  test("comes in by the kept link where the account does not have the map", async () => {
    const services = answering(as("owner", "l"), problem("not-found", 404));
    expect(await openAccess(services, mapId, null)).toMatchObject({ value: { secret: "own", token: "l" } });
  });

  test("comes by the link that was followed, whatever the account has", async () => {
    const services = answering(as("viewer", "l"), as("owner", "a"));
    expect(await openAccess(services, mapId, "see")).toMatchObject({ value: { role: "viewer", token: "l" } });
    expect(services.fetchFrom).toHaveBeenCalledTimes(1);
  });

  test("works on with the copy here while the server is away", async () => {
    expect(await openAccess(answering(refuse, refuse), mapId, null)).toMatchObject({
      value: { role: "owner", token: "" },
    });
  });
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
