import { expect, test } from "vitest";
import type { ArgumentId, CardId } from "#shared/model/ids.ts";
import { createMapUiStore } from "./map-ui-store.ts";

const a = "a" as CardId;
const b = "b" as CardId;
const step = "step" as ArgumentId;

test("selecting the same again keeps the same reference", () => {
  const store = createMapUiStore();
  store.getState().select([a, b]);
  const { selection } = store.getState();
  store.getState().select([b, a]);
  expect(store.getState().selection).toBe(selection);
  store.getState().select([a]);
  expect([...store.getState().selection]).toEqual([a]);
});

test("toggling adds and takes out", () => {
  const store = createMapUiStore();
  store.getState().toggleSelected(a);
  store.getState().toggleSelected(b);
  store.getState().toggleSelected(a);
  expect([...store.getState().selection]).toEqual([b]);
  store.getState().clearSelection();
  expect(store.getState().selection.size).toBe(0);
});

test("writing a card selects it and lets go of a half-drawn link", () => {
  const store = createMapUiStore();
  store.getState().startConnecting({ type: "card", id: b }, "support");
  store.getState().startEditing(a);
  expect(store.getState()).toMatchObject({ editing: a, connecting: null });
  expect([...store.getState().selection]).toEqual([a]);
  store.getState().stopEditing();
  expect(store.getState().editing).toBeNull();
});

test("a half-drawn link changes its polarity and keeps where it comes from", () => {
  const store = createMapUiStore();
  store.getState().choosePolarity("oppose");
  expect(store.getState().connecting).toBeNull();
  store.getState().startConnecting({ type: "argument", id: step }, "support");
  store.getState().choosePolarity("oppose");
  expect(store.getState().connecting).toEqual({ from: { type: "argument", id: step }, polarity: "oppose" });
  store.getState().stopConnecting();
  expect(store.getState().connecting).toBeNull();
});

test("what another person deletes is let go of", () => {
  const store = createMapUiStore({ selection: new Set([a, b]), editing: a });
  store.getState().startConnecting({ type: "card", id: a }, "support");
  store.getState().forget([a]);
  expect(store.getState()).toMatchObject({ editing: null, connecting: null });
  expect([...store.getState().selection]).toEqual([b]);
});

test("forgetting what is not in use keeps the same references", () => {
  const store = createMapUiStore({ selection: new Set([a]) });
  const { selection } = store.getState();
  store.getState().forget([b]);
  expect(store.getState().selection).toBe(selection);
});

test("the tool is chosen by name", () => {
  const store = createMapUiStore();
  store.getState().chooseTool("hand");
  expect(store.getState().tool).toBe("hand");
});
