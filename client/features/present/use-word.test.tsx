import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { beginTalk } from "#shared/presenting/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { keepJoined } from "../../api/joined-maps.ts";
import { useWord, useWordDevice } from "./use-word.ts";

afterEach(() => {
  cleanup();
  window.sessionStorage.clear();
  window.localStorage.clear();
});

type Presenter = Stage["presenter"];

const ledBy = (presenter: Presenter): Stage =>
  beginTalk({ talk: "t", presentation: null, place: { step: null, beat: 0 }, presenter, now: 1 }, null);
const ben: Presenter = { id: 22, name: "Ben", device: "bens-laptop" };

/** A window, newly loaded, that hears of the talk as it is led one after the other. */
function openWindow(isRemote: boolean, first: Presenter) {
  const made = createClientSession();
  const { result, rerender } = renderHook(
    ({ presenter }: { presenter: Presenter }) => {
      const device = useWordDevice(ledBy(presenter), isRemote);
      return { device, hasWord: useWord(ledBy(presenter), device) };
    },
    { initialProps: { presenter: first }, wrapper: ({ children }) => withSession(made, children) },
  );
  return {
    ownId: made.session.presence.ownId,
    now: () => result.current,
    hear: (presenter: Presenter) => {
      rerender({ presenter });
      return result.current.hasWord;
    },
  };
}

/** What only the phone has that was shown the code of a remote. */
function joinAsRemote(): void {
  keepJoined("parks-000001", { code: "long-code", role: "editor", token: "t" });
}

test("[K9] all windows of a device have the word, however often they are loaded anew, and no other device", () => {
  const before = openWindow(false, ben);
  expect(before.now().hasWord).toBe(false);
  const { device } = before.now();
  const anew = openWindow(false, { id: before.ownId, name: "Ada", device });
  expect(anew.ownId).not.toBe(before.ownId);
  expect(anew.now()).toEqual({ device, hasWord: true });
  expect(anew.hear(ben)).toBe(false);
  expect(anew.hear({ id: 4711, name: "Ada", device })).toBe(true);
});

test("[K9] a remote goes with its presenter, also where the word comes back to them in a window loaded anew", () => {
  joinAsRemote();
  const ada: Presenter = { id: 11, name: "Ada", device: "adas-laptop" };
  const phone = openWindow(true, ada);
  expect(phone.now()).toEqual({ device: "adas-laptop", hasWord: true });
  expect(phone.hear(ben)).toBe(false);
  expect(phone.hear({ ...ada, id: 33 })).toBe(true);
  // Loaded anew while another has the word it does not go over to them.
  const again = openWindow(true, ben);
  expect(again.now()).toEqual({ device: "adas-laptop", hasWord: false });
  expect(again.hear({ ...ada, id: 44 })).toBe(true);
});

test("[K9] whoever opens the page of a remote without its code has the word no more than before", () => {
  const phone = openWindow(true, ben);
  expect(phone.now().hasWord).toBe(false);
  expect(phone.now().device).not.toBe("bens-laptop");
});
