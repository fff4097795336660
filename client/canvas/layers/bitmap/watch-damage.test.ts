import { expect, test, vi } from "vitest";
import { lightTheme } from "#shared/diagram/tokens.ts";
import type { Point } from "#shared/model/index.ts";
import { aCard, anArgument, card, onCard } from "../../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../../tests/support/client-session.tsx";
import { deskLevels } from "../../view/levels.ts";
import type { MarkedPicture } from "./picture.ts";
import { watchDamage } from "./watch-damage.ts";

/** c1 <- c2, and who draws the map, watched. */
function watch() {
  const made = createClientSession([aCard("c1"), aCard("c2"), anArgument("a1", ["c2"], onCard("c1"))]);
  made.session.apply({ type: "moveCards", to: [[card("c2"), [400, 0]]] });
  const tools = createCanvasTools(made.session);
  const picture: MarkedPicture = {
    scene: tools.scene,
    doc: made.session.doc,
    theme: lightTheme,
    levels: deskLevels,
    kindWord: () => "",
    linkWord: () => "",
    untitledGroup: "",
    emptyText: () => "",
    isSelected: () => false,
    isMarked: () => false,
    isDimmed: () => false,
    countBelow: () => 0,
    markAt: () => undefined,
    threadsOn: () => 0,
    isCovered: () => false,
    marks: { now: new Map() },
  };
  const damage = vi.fn<(stretches: readonly unknown[], isUrgent?: boolean) => void>();
  const follow = vi.fn<(keys: Iterable<string>) => void>();
  const drawAnew = vi.fn<() => void>();
  watchDamage(tools, picture, { damage }, { follow }, drawAnew);
  damage.mockClear();
  follow.mockClear();
  const move = (at: Point) => tools.scene.shift([[card("c2"), at]]);
  return { ...tools, damage, follow, drawAnew, move };
}

test("a drag has the bitmap drawn again as it begins and as it ends, at once, and not on the way", () => {
  const { scene, damage, follow, move } = watch();
  for (let y = 100; y <= 2_000; y += 100) move([400, y]);
  expect(damage).toHaveBeenCalledOnce();
  expect(damage.mock.calls[0]?.[1]).toBe(true);
  expect(follow).toHaveBeenCalledTimes(20);
  scene.settle();
  expect(damage).toHaveBeenCalledTimes(2);
  expect(damage.mock.calls[1]?.[1]).toBe(true);
});

test("what is selected while it is on the move looks different in the hand, not on the bitmap", () => {
  const { damage, follow, move, ui } = watch();
  move([400, 100]);
  damage.mockClear();
  follow.mockClear();
  ui.getState().select(["a1"]);
  expect([...(follow.mock.calls[0]?.[0] ?? [])]).toEqual(["a1"]);
  expect(damage.mock.calls.flatMap(([stretches]) => stretches)).toEqual([]);
});
