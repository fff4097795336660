import { expect, test } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import { aCard, anArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CanvasScene } from "./canvas-scene.ts";
import { keyAt } from "./hit-test.ts";

function makeScene() {
  const { session } = createClientSession([
    aCard("a"),
    aCard("b"),
    anArgument("b-for-a", ["b"], onCard("a")),
  ]);
  session.apply({
    type: "moveCards",
    to: [
      ["a" as CardId, [0, 0]],
      ["b" as CardId, [400, 0]],
    ],
  });
  return new CanvasScene(session.records);
}

test("a point is on the card that is drawn there, on the word of a line, or on nothing", () => {
  const scene = makeScene();
  expect(keyAt(scene, [20, 20], true)).toBe("a");
  expect(keyAt(scene, [410, 30], true)).toBe("b");
  const label = scene.linkOf("b-for-a")?.geometry.label ?? [0, 0];
  expect(keyAt(scene, label, true)).toBe("b-for-a");
  expect(keyAt(scene, label, false)).toBeUndefined();
  expect(keyAt(scene, [20, 900], true)).toBeUndefined();
});
