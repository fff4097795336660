import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { err, ok, type Result } from "#shared/lib/result.ts";
import { createDeviceMaps } from "../api/device-maps.ts";
import { createMapApi } from "../api/map-api.ts";
import { ServicesProvider } from "../api/services.tsx";
import { createDeviceStorage } from "../state/device-storage.ts";
import type { AccessProblem, MapAccess } from "./map-access.ts";
import { useMapAccess } from "./use-map-access.ts";

const mapId = "parks-000001";
type Opened = Result<MapAccess, AccessProblem>;

afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
});

const answers: readonly (readonly [string, Opened | undefined])[] = [
  ["while it is asked", undefined],
  ["with the server away", err("unreachable")],
  ["where the map opens from the copy", ok({ role: "editor", isLocked: false, secret: "abc", token: "" })],
  ["where the link is wrong", err("wrong-secret")],
];

test.each(answers)(
  "the link's secret is not in the address bar %s, and is asked for again",
  async (_when, answer) => {
    window.history.replaceState(null, "", `/m/${mapId}#abc`);
    const services = {
      api: createMapApi(() => Promise.reject(new Error("asked by nobody here"))),
      deviceMaps: createDeviceMaps(createDeviceStorage(() => window.localStorage)),
      forgetCopy: async () => undefined,
      now: () => 0,
    };
    const open = vi.fn((_services: unknown, _map: string, _secret: string | null) =>
      answer ? Promise.resolve(answer) : new Promise<Opened>(() => undefined),
    );
    const wrapper = ({ children }: Readonly<{ children: ReactNode }>) => (
      <ServicesProvider services={services}>{children}</ServicesProvider>
    );
    const { result } = renderHook(() => useMapAccess(mapId, open), { wrapper });
    await waitFor(() => expect(open).toHaveBeenCalled());
    expect(window.location.href).not.toContain("abc");
    open.mockClear();
    act(() => void result.current.tryAgain());
    await waitFor(() => expect(open).toHaveBeenCalledWith(services, mapId, "abc"));
  },
);
