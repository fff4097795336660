import { cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { hideAddressSecret } from "../../api/address-secret.ts";
import { createDeviceMaps } from "../../api/device-maps.ts";
import { createMapApi } from "../../api/map-api.ts";
import { ServicesProvider } from "../../api/services.tsx";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { type Presenter, PresenterContext } from "./presenter-context.ts";
import { usePresenterWindow } from "./presenter-window.ts";

const mapId = "parks-000001";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.localStorage.clear();
  window.history.replaceState(null, "", "/");
  window.name = "";
});

/** What the window is opened with, where the page came by the secret `abc` and the device `keeps` another or the same. */
function opened(keeps: string, storage: () => Storage = () => window.localStorage) {
  const open = vi.spyOn(window, "open").mockReturnValue(null);
  const deviceMaps = createDeviceMaps(createDeviceStorage(storage));
  deviceMaps.remember({ id: mapId, role: "editor", secret: keeps, openedAt: 1 });
  hideAddressSecret(window, "abc");
  const api = createMapApi(() => Promise.reject(new Error("asked by nobody here")));
  const services = { api, deviceMaps, forgetCopy: async () => undefined, now: () => 0 };
  const wrapper = ({ children }: Readonly<{ children: ReactNode }>) =>
    withSession(
      createClientSession(),
      <ServicesProvider services={services}>
        <PresenterContext value={{ device: "word-of-this" } as Presenter}>{children}</PresenterContext>
      </ServicesProvider>,
    );
  const { result } = renderHook(usePresenterWindow, { wrapper });
  result.current();
  return open.mock.calls.map(([address, name]) => [address, name]);
}

const address = `/m/${mapId}/present/notes`;
const name = `presenter-${mapId}-word-of-this`;

test("[K1] the secret is not in the address of the presenter's window where the device keeps it", () => {
  expect(opened("abc")).toEqual([[address, name]]);
});

test.each([
  ["another link's", "def", undefined],
  [
    "nothing",
    "abc",
    () => {
      throw new DOMException("denied", "SecurityError");
    },
  ],
])("[K1] it goes along where the device keeps %s", (_what, keeps, storage) => {
  expect(opened(keeps, storage)).toEqual([[`${address}#abc`, name]]);
});

test("[K1] the presenter's window does not open itself", () => {
  window.name = name;
  expect(opened("abc")).toEqual([]);
});
