import { afterEach, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { CardId, Point } from "#shared/model/index.ts";
import { aCard, aGroup, anArgument, card, group, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { PresenceStore } from "../../session/presence.ts";
import { showPeersDrags } from "./peers-drags.ts";

const opened: { dispose: () => void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.dispose();
});

/** c1 <- c2, c2 in g1; Ada drags, Ben looks on with `own` cards in his own hand. */
function watch(own: readonly string[] = []) {
  const { session } = createClientSession([
    aCard("c1"),
    aCard("c2", "claim", { group: group("g1") }),
    aGroup("g1"),
    anArgument("a1", ["c2"], onCard("c1")),
  ]);
  const places: readonly [CardId, Point][] = [
    [card("c1"), [0, 0]],
    [card("c2"), [400, 0]],
  ];
  session.apply({ type: "moveCards", to: places });
  const { scene, visibility, ui } = createCanvasTools(session);
  const [adas, bens] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const ada = new PresenceStore(adas, { name: "Ada", color: "#2a6cb8" });
  const presence = new PresenceStore(bens, { name: "Ben", color: "#2a6cb8" });
  opened.push(ada, presence);
  adas.on("update", () => applyAwarenessUpdate(bens, encodeAwarenessUpdate(adas, [adas.clientID]), "wire"));
  const moving = new Map(own.map((id): [CardId, Point] => [card(id), [0, 0]]));
  opened.push({
    dispose: showPeersDrags({ doc: session.doc, presence }, scene, visibility, { moving }),
  });
  const placeOf = (id: string) => {
    const { x, y } = scene.rectOf(card(id)) ?? { x: null, y: null };
    return [x, y];
  };
  return { ada, presence, scene, ui, placeOf };
}

test("a card that another holds is in hand until they let go", async () => {
  const { ada, scene, placeOf } = watch();
  ada.drag({ ids: ["c2"], dx: 50, dy: 70 });
  await expect.poll(() => placeOf("c2")).toEqual([450, 70]);
  expect([...scene.inHand.keys()].sort()).toEqual(["a1", "c2"]);
  ada.drag(null);
  expect(placeOf("c2")).toEqual([400, 0]);
  expect([...scene.inHand.keys()]).toEqual([]);
});

test("a card in one's own hand stays there, whoever else has taken hold of it", async () => {
  const { ada, placeOf } = watch(["c2"]);
  ada.drag({ ids: ["c1", "c2"], dx: 50, dy: 70 });
  await expect.poll(() => placeOf("c1")).toEqual([50, 70]);
  expect(placeOf("c2")).toEqual([400, 0]);
});

test("a card of a group in one's own hand stays in it, whoever else has taken hold of the card", async () => {
  const { ada, presence, placeOf } = watch();
  presence.drag({ ids: ["g1"], dx: 10, dy: 10 });
  ada.drag({ ids: ["c1", "c2"], dx: 50, dy: 70 });
  await expect.poll(() => placeOf("c1")).toEqual([50, 70]);
  expect(placeOf("c2")).toEqual([400, 0]);
  presence.drag(null);
  ada.drag({ ids: ["c1", "c2"], dx: 60, dy: 70 });
  await expect.poll(() => placeOf("c2")).toEqual([460, 70]);
});

test("the box of a collapsed group goes along when others drag the group, and back with it", async () => {
  const { ada, ui, placeOf } = watch();
  ui.getState().toggleGroupCollapsed(group("g1"));
  ada.drag({ ids: ["g1"], dx: 50, dy: 70 });
  // What hides a card stands in its place.
  await expect.poll(() => placeOf("c2")).toEqual([450, 70]);
  ada.drag(null);
  expect(placeOf("c2")).toEqual([400, 0]);
});
