import { expect, it } from "vitest";
import { aCard, anArgument, mapOf, onCard } from "../../tests/fixtures/model/build.ts";
import { CanvasScene } from "../canvas/scene/canvas-scene.ts";
import { createStillSession } from "./still-session.ts";

const map = mapOf([aCard("a", "claim", { text: "one" }), aCard("b"), anArgument("s", ["b"], onCard("a"))], {
  a: [0, 0],
  b: [400, 0],
});

it("shows a map to the canvas as a document would", () => {
  const { doc, records } = createStillSession("parks-000001", map);
  expect(doc.toPlainMap()).toBe(map);
  expect([...doc.referrersOf(aCard("b").id)].map(({ id }) => id)).toEqual(["s"]);
  const scene = new CanvasScene(records);
  expect(scene.linkOf("s")).toBeDefined();
  expect(scene.bounds()).toMatchObject({ x: 0, y: 0 });
});

it("refuses every change", () => {
  const { apply, doc, status } = createStillSession("parks-000001", map);
  const remove = { type: "delete", ids: [aCard("a").id] } as const;
  for (const answer of [apply(remove), doc.apply(remove, "user")])
    expect(answer).toMatchObject({ ok: false, error: { code: "read-only" } });
  expect(status().canEdit).toBe(false);
});
