import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { createDeviceMaps } from "../api/device-maps.ts";
import { createMapApi } from "../api/map-api.ts";
import { ServicesProvider } from "../api/services.tsx";
import { createDeviceStorage } from "../state/device-storage.ts";
import { useEmbeddedMap } from "./use-embedded-map.ts";

/** The hook where the server answers with the problem `code`. */
function refusedWith(status: number, code: string) {
  const body = JSON.stringify({ status, code, title: "", detail: "" });
  const headers = { "content-type": "application/problem+json" };
  const services = {
    api: createMapApi(async () => new Response(body, { status, headers })),
    deviceMaps: createDeviceMaps(createDeviceStorage(() => window.localStorage)),
    forgetCopy: async () => undefined,
    now: () => 0,
  };
  const wrapper = ({ children }: Readonly<{ children: ReactNode }>) => (
    <ServicesProvider services={services}>{children}</ServicesProvider>
  );
  return renderHook(() => useEmbeddedMap("parks-000001", "abc"), { wrapper }).result;
}

test.each([
  [401, "sign-in-needed", "sign-in-needed"],
  [401, "unauthenticated", "wrong-secret"],
  [404, "not-found", "gone"],
  [503, "unavailable", "unreachable"],
])("[H12] a frame tells why there is no map: %i %s", async (status, code, problem) => {
  const embedded = refusedWith(status, code);
  await waitFor(() => expect(embedded.current.embedded).toEqual({ state: "failed", problem }));
});
