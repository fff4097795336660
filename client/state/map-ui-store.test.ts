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

test("clearing leaves nothing selected", () => {
  const store = createMapUiStore({ selection: new Set([b]) });
  store.getState().clearSelection();
  expect(store.getState().selection.size).toBe(0);
});

test("writing a card selects it and lets go of a half-drawn link", () => {
  const store = createMapUiStore();
  store.getState().startConnecting({ type: "card", id: b }, "because");
  store.getState().startEditing(a);
  expect(store.getState()).toMatchObject({ editing: a, connecting: null });
  expect([...store.getState().selection]).toEqual([a]);
  store.getState().stopEditing();
  expect(store.getState().editing).toBeNull();
});

test("a half-drawn link keeps where it comes from and what it says until it is given up", () => {
  const store = createMapUiStore({ editing: a });
  store.getState().startConnecting({ type: "argument", id: step }, "but");
  expect(store.getState()).toMatchObject({
    editing: null,
    connecting: { from: { id: step }, intent: "but" },
  });
  store.getState().stopConnecting();
  expect(store.getState().connecting).toBeNull();
});

test("moving the keyboard to something selects it alone", () => {
  const store = createMapUiStore({ selection: new Set([a]) });
  store.getState().focus(b);
  expect(store.getState().focused).toBe(b);
  expect([...store.getState().selection]).toEqual([b]);
  store.getState().forget([b]);
  expect(store.getState().focused).toBeNull();
});

test("what another person deletes is let go of", () => {
  const store = createMapUiStore({ selection: new Set([a, b]), editing: a, sourcesOf: a });
  store.getState().startConnecting({ type: "card", id: a }, "because");
  store.getState().focusOn(a, 2);
  store.getState().forget([a]);
  expect(store.getState()).toMatchObject({
    editing: null,
    connecting: null,
    sourcesOf: null,
    focusedOn: null,
  });
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

test("what is asked about the selection is asked no more once something else is selected, or it is gone", () => {
  const store = createMapUiStore();
  const { select, focus, clearSelection, forget, ask } = store.getState();
  const others = [() => select([b]), () => focus(b), clearSelection, () => forget([a])];
  for (const change of others) {
    select([a]);
    ask("tags");
    select([a]);
    focus(a);
    expect(store.getState().asking).toBe("tags");
    change();
    expect(store.getState().asking).toBeNull();
  }
});
