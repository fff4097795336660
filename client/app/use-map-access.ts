import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Result } from "#shared/lib/result.ts";
import { dropAddressSecret, hideAddressSecret, takeAddressSecret } from "../api/address-secret.ts";
import type { ExchangeLink } from "../api/link-secret.ts";
import { useServices } from "../api/services.tsx";
import { type AccessProblem, type MapAccess, openAccess } from "./map-access.ts";

export type AccessState =
  | Readonly<{ state: "opening" }>
  | Readonly<{ state: "open"; access: MapAccess }>
  | Readonly<{ state: "failed"; problem: AccessProblem }>;

type Opened = Result<MapAccess, AccessProblem>;

/** While the server is away it is asked again this often, and at once when the device comes online. */
const retryMs = 5_000;

const opening: AccessState = { state: "opening" };

/** Access to the map at this page's address. The page is mounted anew for another map. `open` is to stay the same. */
export function useMapAccess(mapId: string, open = openAccess) {
  const services = useServices();
  const [access, report] = useReducer(nextState, opening);
  const leaving = useRef(new AbortController());
  /** The link is being exchanged for another: until that is done it is not known which secret to trade. */
  const exchanging = useRef<Promise<unknown>>(Promise.resolve());

  const trade = useCallback(async (): Promise<Opened> => {
    await exchanging.current;
    // Before it is asked: with the server away the address would show it until that is back.
    const opened = await open(services, mapId, takeAddressSecret(window));
    if (opened.ok && opened.value.token !== "" && opened.value.secret !== "")
      hideAddressSecret(window, opened.value.secret);
    return opened;
  }, [services, mapId, open]);

  const tryAgain = useCallback(async () => {
    const { signal } = leaving.current;
    const opened = await trade();
    if (!signal.aborted) report(opened);
  }, [trade]);

  /** The token of a new trade, once the server answers; undefined where it refuses or the page is left. */
  const reopen = useCallback(async (): Promise<string | undefined> => {
    const { signal } = leaving.current;
    while (!signal.aborted) {
      const opened = await trade();
      if (signal.aborted) return undefined;
      if (!isAway(opened)) {
        report(opened);
        return opened.ok ? opened.value.token : undefined;
      }
      await pauseOrOnline(signal);
    }
    return undefined;
  }, [trade]);

  const exchangeLink = useCallback<ExchangeLink>(
    async (exchange) => {
      const exchanged = exchange();
      exchanging.current = exchanged.then(
        (link) => {
          if (!link) return;
          services.deviceMaps.replaceLink(mapId, link);
          hideAddressSecret(window, link.secret);
        },
        () => undefined,
      );
      if (await exchanged) await reopen();
    },
    [services, mapId, reopen],
  );

  const openWithKept = useCallback(() => {
    dropAddressSecret(window);
    void tryAgain();
  }, [tryAgain]);

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    void tryAgain();
    // Pasting another link of the same map into the address bar changes only the fragment: no page load.
    window.addEventListener("hashchange", tryAgain, { signal: controller.signal });
    return () => controller.abort();
  }, [tryAgain]);

  const isWaiting = access.state === "failed" && access.problem === "unreachable";
  useEffect(() => {
    if (isWaiting) void reopen();
  }, [isWaiting, reopen]);

  return { access, tryAgain, reopen, exchangeLink, openWithKept };
}

function nextState(_current: AccessState, opened: Opened): AccessState {
  return opened.ok ? { state: "open", access: opened.value } : { state: "failed", problem: opened.error };
}

function isAway(opened: Opened): boolean {
  return opened.ok ? opened.value.token === "" : opened.error === "unreachable";
}

/** Waits for `retryMs`, for the device to come online, or for `signal`. */
function pauseOrOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function finish() {
      clearTimeout(timer);
      window.removeEventListener("online", finish);
      signal.removeEventListener("abort", finish);
      resolve();
    }
    const timer = setTimeout(finish, retryMs);
    window.addEventListener("online", finish);
    signal.addEventListener("abort", finish);
  });
}
