import { afterEach, describe, expect, test, vi } from "vitest";
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import * as Y from "yjs";
import { createStillView } from "../../../tests/support/canvas-tools.ts";
import { PresenceStore } from "../../session/presence.ts";
import { Following } from "./following.ts";

const screen = { width: 1280, height: 800 };
const far = { x: 5000, y: 400, zoom: 0.5, ...screen };

const opened: { dispose: () => void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.dispose();
});

/** People of the given names who hear of each other at once, each with a window and asked for less motion. */
function people(...names: readonly string[]) {
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  const everybody = names.map((name) => {
    const awareness = new Awareness(new Y.Doc());
    const presence = new PresenceStore(awareness, { name, color: "#2a6cb8" });
    const view = createStillView();
    const following = new Following(presence, view);
    opened.push({ dispose: () => following.stop() }, presence);
    return { awareness, presence, view, following, id: presence.ownId };
  });
  for (const from of everybody) {
    const pass = () => {
      for (const to of everybody) {
        if (to !== from)
          applyAwarenessUpdate(to.awareness, encodeAwarenessUpdate(from.awareness, [from.id]), "wire");
      }
    };
    pass();
    from.awareness.on("update", (_change: unknown, origin: unknown) => origin === "local" && pass());
  }
  return everybody;
}

function two() {
  const [ada, ben] = people("Ada", "Ben");
  if (!ada || !ben) throw new Error("two people were asked for");
  return { ada, ben };
}

describe("following", () => {
  test("shows what the other sees, at once and whenever they look elsewhere", async () => {
    const { ada, ben } = two();
    ada.presence.look(far);
    ben.following.follow(ada.id);
    expect(ben.view.get()).toEqual({ x: 640 - 5000 * 0.5, y: 400 - 400 * 0.5, zoom: 0.5 });
    await vi.waitFor(() => {
      ada.presence.look({ ...far, x: 0, y: 0 });
      expect(ben.view.get()).toEqual({ x: 640, y: 400, zoom: 0.5 });
    });
    expect(ada.presence.peer(ben.id)?.follows).toBe(ada.id);
  });

  test("ends with any movement that is not theirs, and comes back by asking for it again", () => {
    const { ada, ben } = two();
    ada.presence.look(far);
    ben.following.follow(ada.id);
    ben.view.moveTo({ x: 1, y: 2, zoom: 1 });
    expect(ben.following.followed()).toBeNull();
    expect(ada.presence.peer(ben.id)?.follows).toBeNull();
    ben.following.again();
    expect(ben.following.followed()).toBe(ada.id);
    expect(ben.view.get().zoom).toBe(0.5);
  });

  test("goes through to the first of a chain", () => {
    const [ada, ben, cy] = people("Ada", "Ben", "Cy");
    if (!ada || !ben || !cy) throw new Error("three people were asked for");
    ada.presence.look(far);
    cy.following.follow(ben.id);
    ben.following.follow(ada.id);
    expect(cy.view.get()).toEqual(ben.view.get());
    expect(cy.following.followed()).toBe(ben.id);
  });

  test("each other leaves both views alone until one moves", () => {
    const { ada, ben } = two();
    ada.presence.look(far);
    ben.presence.look({ ...far, x: 0 });
    ben.following.follow(ada.id);
    const seenByBen = ben.view.get();
    ada.following.follow(ben.id);
    const seenByAda = ada.view.get();
    ada.presence.look({ ...far, x: 7000 });
    expect(ada.view.get()).toEqual(seenByAda);
    expect(ben.view.get()).toEqual(seenByBen);
    ada.view.moveTo({ x: 9, y: 9, zoom: 1 });
    expect(ada.following.followed()).toBeNull();
    expect(ben.following.followed()).toBe(ada.id);
  });

  test("ends when they leave, and there is nobody to come back to", () => {
    const { ada, ben } = two();
    ben.following.follow(ada.id);
    removeAwarenessStates(ben.awareness, [ada.id], "wire");
    expect(ben.following.followed()).toBeNull();
    expect(ben.following.last).toBeNull();
    ben.following.again();
    expect(ben.following.followed()).toBeNull();
  });

  test("going there once is not following", () => {
    const { ada, ben } = two();
    ada.presence.look(far);
    ben.following.goTo(ada.id);
    expect(ben.view.get().zoom).toBe(0.5);
    expect(ben.following.followed()).toBeNull();
  });
});
