import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { createDeviceMaps, type DeviceMap } from "../../client/api/device-maps.ts";
import { createMapApi } from "../../client/api/map-api.ts";
import { ServicesProvider } from "../../client/api/services.tsx";
import { ViewProvider } from "../../client/state/view-context.tsx";
import { createViewStore } from "../../client/state/view-store.ts";
import { ToastProvider } from "../../client/ui/toast.tsx";
import { WordsProvider } from "../../client/words/words-provider.tsx";

export type PageSurroundings = Readonly<{
  /** What the server says to a call; by default it cannot be reached. */
  answer?: (path: string, init: RequestInit) => Response;
  /** Maps that the device knows already. */
  maps?: readonly DeviceMap[];
  now?: number;
}>;

/** Renders a page or a part of one with all that stands around it in the product, over a pretended server. */
export function renderPage(
  content: ReactNode,
  { answer = refuse, maps = [], now = 0 }: PageSurroundings = {},
) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  const deviceMaps = createDeviceMaps(storage);
  for (const map of maps) deviceMaps.remember(map);
  const fetchFrom = vi.fn<typeof fetch>(async (path, init) => answer(String(path), init ?? {}));
  const forgetCopy = vi.fn<(mapId: string) => Promise<void>>(async () => undefined);
  const view = createViewStore({ storage, random: () => 0 });
  const { hook, history } = memoryLocation({ path: "/", record: true });
  const page = render(
    <WordsProvider language="en">
      <ViewProvider store={view}>
        <ServicesProvider services={{ api: createMapApi(fetchFrom), deviceMaps, forgetCopy, now: () => now }}>
          <Router hook={hook}>
            <ToastProvider label="Messages" closeLabel="Close">
              {content}
            </ToastProvider>
          </Router>
        </ServicesProvider>
      </ViewProvider>
    </WordsProvider>,
  );
  return { ...page, deviceMaps, fetchFrom, forgetCopy, history, view };
}

function refuse(): never {
  throw new TypeError("Failed to fetch");
}
