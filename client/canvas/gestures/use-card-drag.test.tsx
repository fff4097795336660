import { act, cleanup, fireEvent, renderHook } from "@testing-library/react";
import type { NodeChange } from "@xyflow/react";
import { afterEach, expect, test, vi } from "vitest";
import { type Point, type RecordId, recordsOf } from "#shared/model/index.ts";
import { aCard, card, remove } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { CanvasProvider } from "../canvas-context.tsx";
import type { CanvasNode } from "../projection.ts";
import { useCardDrag } from "./use-card-drag.ts";

afterEach(cleanup);

function open() {
  const made = createClientSession([aCard("c1"), aCard("c2")]);
  made.doc.apply(
    {
      type: "moveCards",
      to: [
        [card("c1"), [0, 0]],
        [card("c2"), [1_000, 0]],
      ],
    },
    "import",
  );
  const tools = createCanvasTools(made.session);
  const told = vi.spyOn(made.session.presence, "drag");
  const { result, unmount } = renderHook(useCardDrag, {
    wrapper: ({ children }) => <CanvasProvider tools={tools}>{children}</CanvasProvider>,
  });
  /** As React Flow tells that the hand has brought the card there, or has let go of it. */
  const tell = (position: Point, dragging: boolean) => {
    const change: NodeChange<CanvasNode> = {
      type: "position",
      id: "c1",
      position: { x: position[0], y: position[1] },
      dragging,
    };
    act(() => result.current.follow([change]));
  };
  const shown = () => {
    const { x, y } = tools.scene.rectOf(card("c1")) ?? {};
    return [x, y];
  };
  return {
    ...made,
    unmount,
    told,
    tell,
    shown,
    drop: () => result.current.drop(),
    at: () => made.doc.position(card("c1")),
  };
}

test("a drag that ends with a drop is written", async () => {
  const { tell, drop, at, told } = open();
  tell([300, 500], true);
  tell([300, 500], false);
  drop();
  await Promise.resolve();
  expect(at()).toEqual([300, 500]);
  expect(told).toHaveBeenLastCalledWith(null);
});

test("Escape breaks a drag off: the card is back, what the hand does until its next press does not count", () => {
  const { tell, drop, at, shown, told } = open();
  tell([300, 500], true);
  expect(shown()).toEqual([300, 500]);
  const heard = vi.fn();
  document.body.addEventListener("keydown", heard);
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(heard).not.toHaveBeenCalled();
  expect(shown()).toEqual([0, 0]);
  expect(told).toHaveBeenLastCalledWith(null);
  tell([400, 500], true);
  expect(shown()).toEqual([0, 0]);
  drop();
  expect(at()).toEqual([0, 0]);
  fireEvent.pointerDown(document.body, { isPrimary: true });
  tell([40, 500], true);
  drop();
  expect(at()).toEqual([40, 500]);
  document.body.removeEventListener("keydown", heard);
});

test("without a drag Escape is for others", () => {
  open();
  const heard = vi.fn();
  document.body.addEventListener("keydown", heard);
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(heard).toHaveBeenCalledOnce();
  document.body.removeEventListener("keydown", heard);
});

test("a drag that ends without a drop, as a second finger ends it, puts the card back", async () => {
  const { tell, at, shown, told } = open();
  tell([300, 500], true);
  tell([300, 500], false);
  await Promise.resolve();
  expect(shown()).toEqual([0, 0]);
  expect(at()).toEqual([0, 0]);
  expect(told).toHaveBeenLastCalledWith(null);
});

test("a drag of whose end nothing was told ends with the next press", () => {
  const { tell, shown } = open();
  tell([300, 500], true);
  fireEvent.pointerDown(document.body, { isPrimary: true });
  expect(shown()).toEqual([0, 0]);
});

test("when the canvas goes the drag is over for the others, too", () => {
  const { tell, told, unmount, shown } = open();
  tell([300, 500], true);
  unmount();
  expect(told).toHaveBeenLastCalledWith(null);
  expect(shown()).toEqual([0, 0]);
});

test("a card that somebody deletes out of the hand is not brought back by the drop", () => {
  const { tell, drop, others, doc } = open();
  tell([300, 500], true);
  act(() => others(remove("c1")));
  tell([300, 500], false);
  drop();
  expect(recordsOf(doc.toPlainMap(), "card").map(({ id }): RecordId => id)).toEqual(["c2"]);
});
