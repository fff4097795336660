import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { StepId } from "#shared/model/index.ts";
import { blank, goTo } from "#shared/presenting/index.ts";
import { PresenceStore } from "../session/presence.ts";
import { type KeptStage, keptStage } from "./kept-stage.ts";
import { StageKeeper } from "./stage-keeper.ts";

const beginning = {
  talk: "talk",
  presentation: null,
  place: { step: "one" as StepId, beat: 0 },
  presenter: { id: 1, name: "Ada", device: "" },
  now: 1_800_000_000_000,
};
const two = { step: "two" as StepId, beat: 0 };

const opened: { dispose: () => void }[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: beginning.now });
  window.sessionStorage.clear();
});
afterEach(() => {
  for (const one of opened.splice(0).reverse()) one.dispose();
  vi.useRealTimers();
});

/** So many windows that hear of each other at once; `leave` ends one as a closed tab does. */
function windows(...kept: readonly (KeptStage | null)[]) {
  const awarenesses = kept.map(() => new Awareness(new Y.Doc()));
  const stores = awarenesses.map(
    (awareness) => new PresenceStore(awareness, { name: "Ada", color: "#2a6cb8" }),
  );
  for (const from of awarenesses) {
    from.on("update", (_change: unknown, origin: unknown) => {
      if (origin !== "local") return;
      const update = encodeAwarenessUpdate(from, [from.clientID]);
      for (const to of awarenesses) if (to !== from) applyAwarenessUpdate(to, update, "wire");
    });
  }
  const keepers = stores.map((store, at) => new StageKeeper(store, kept[at] ?? null));
  opened.push(...stores, ...keepers);
  return { keepers, stores };
}

const own = (name: string): KeptStage => keptStage(name, () => window.sessionStorage, Date.now);

describe("a talk among windows", () => {
  test("[K3] is the same in all of them, and who only follows says nothing", () => {
    const { keepers, stores } = windows(own("a"), own("b"), null);
    const [projector, notes, follower] = keepers;
    projector?.begin(beginning);
    notes?.say((stage) => goTo(stage, two, Date.now()));
    for (const keeper of keepers) expect(keeper.state().stage?.place).toEqual(two);
    follower?.say((stage) => blank(stage, true));
    expect(projector?.state().stage?.blank).toBe(false);
    expect(stores[0]?.peer(stores[2]?.ownId ?? 0)?.stage ?? null).toBeNull();
  });

  test("[K3] outlives the window that began it", () => {
    const { keepers } = windows(own("a"), own("b"), null);
    keepers[0]?.begin(beginning);
    vi.advanceTimersByTime(1_000);
    keepers[0]?.dispose();
    expect(keepers[2]?.state()).toMatchObject({ isSaid: true, stage: { talk: "talk" } });
    keepers[1]?.dispose();
    expect(keepers[2]?.state()).toMatchObject({ isSaid: false, stage: { talk: "talk" } });
  });

  test("[K35] that is ended stays said until what the server gathers has gone to all", async () => {
    const { keepers, stores } = windows(own("a"), null);
    keepers[0]?.begin(beginning);
    let isDone = false;
    const done = keepers[0]?.end().then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(isDone).toBe(false);
    expect(stores[1]?.peer(stores[0]?.ownId ?? 0)?.stage).toMatchObject({ isOver: true });
    await vi.advanceTimersByTimeAsync(200);
    await done;
    expect(isDone).toBe(true);
    keepers[0]?.dispose();
    expect(keepers[1]?.state()).toMatchObject({ stage: { talk: "talk", isOver: true } });
  });

  test("[K3] is taken up again by a window that is loaded anew, unless it is over or of another day", () => {
    const { keepers } = windows(own("a"));
    keepers[0]?.begin(beginning);
    keepers[0]?.say((stage) => goTo(stage, two, Date.now()));
    const [again] = windows(own("a")).keepers;
    expect(again?.state().stage?.place).toEqual(two);
    vi.setSystemTime(beginning.now + 13 * 3_600_000);
    expect(windows(own("a")).keepers[0]?.state().stage).toBeNull();
  });

  test("[K3] that somebody else says without sense is passed over", () => {
    const { keepers, stores } = windows(own("a"), null);
    stores[0]?.present({ stage: { turn: "many" } });
    expect(keepers[1]?.state()).toEqual({ stage: null, isSaid: false });
  });
});
