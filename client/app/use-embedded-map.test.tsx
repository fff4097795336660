import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { writeJson } from "#shared/formats/json/index.ts";
import { emptyMap } from "#shared/model/index.ts";
import { createDeviceMaps } from "../api/device-maps.ts";
import { createMapApi } from "../api/map-api.ts";
import { ServicesProvider } from "../api/services.tsx";
import { createDeviceStorage } from "../state/device-storage.ts";
import { useEmbeddedMap } from "./use-embedded-map.ts";

afterEach(() => vi.useRealTimers());

function problem(status: number, code: string): Response {
  const body = JSON.stringify({ status, code, title: "", detail: "" });
  return new Response(body, { status, headers: { "content-type": "application/problem+json" } });
}

/** The hook where the server answers so, one time after the other and the last for ever. */
function answeredWith(...answers: (() => Response)[]) {
  let asked = 0;
  const answer = async () => {
    const next = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    return next?.() ?? problem(500, "internal");
  };
  const services = {
    api: createMapApi(answer),
    deviceMaps: createDeviceMaps(createDeviceStorage(() => window.localStorage)),
    forgetCopy: async () => undefined,
    now: () => 0,
  };
  const wrapper = ({ children }: Readonly<{ children: ReactNode }>) => (
    <ServicesProvider services={services}>{children}</ServicesProvider>
  );
  const { result } = renderHook(() => useEmbeddedMap("parks-000001", "abc"), { wrapper });
  return { result, askedTimes: () => asked };
}

const minuteMs = 60_000;

test.each([
  [401, "sign-in-needed", "sign-in-needed"],
  [401, "unauthenticated", "wrong-secret"],
  [404, "not-found", "gone"],
])("[H12] a frame tells at once why there is no map: %i %s", async (status, code, reason) => {
  const { result, askedTimes } = answeredWith(() => problem(status, code));
  await waitFor(() => expect(result.current.embedded).toEqual({ state: "failed", problem: reason }));
  expect(askedTimes()).toBe(1);
});

test("[H14] a frame that is told to come again does so by itself, and shows the map", async () => {
  vi.useFakeTimers();
  const map = () => new Response(writeJson(emptyMap({ title: "Parks", createdAt: 1 })));
  const busy = () => problem(429, "too-many-requests");
  const { result } = answeredWith(busy, busy, map);
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current.embedded).toEqual({ state: "failed", problem: "unreachable" });
  await act(() => vi.advanceTimersByTimeAsync(minuteMs));
  expect(result.current.embedded).toMatchObject({ state: "loaded", map: { meta: { title: "Parks" } } });
});

test("[H14] a frame comes again three times, and then says that the map cannot be fetched", async () => {
  vi.useFakeTimers();
  const { result, askedTimes } = answeredWith(() => problem(503, "unavailable"));
  await act(() => vi.advanceTimersByTimeAsync(2 * minuteMs));
  expect(result.current.embedded).toEqual({ state: "failed", problem: "unreachable" });
  expect(askedTimes()).toBe(4);
});
