import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { CardId } from "#shared/model/index.ts";
import {
  aCard,
  aGroup,
  anArgument,
  card,
  connect,
  group,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import { noFilter } from "../../state/card-filter.ts";
import { insertMap } from "../clipboard/insert-map.ts";

const everywhere = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

/** c1 <- c2 <- c3, and c4 against the step from c3 to c2; c5 speaks to c2 and to c6. */
function makeMap() {
  const made = createClientSession([
    aCard("c1"),
    aCard("c2"),
    aCard("c3", "evidence"),
    aCard("c4", "claim", { group: group("g1") }),
    aCard("c5", "claim", { group: group("g1") }),
    aCard("c6"),
    aGroup("g1"),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3"], onCard("c2")),
    anArgument("a3", ["c4"], onArgument("a2"), { polarity: "oppose" }),
    anArgument("a4", ["c5"], onCard("c2")),
    anArgument("a5", ["c5"], onCard("c6")),
  ]);
  const tools = createCanvasTools(made.session);
  return { ...made, ...tools, shown: () => tools.scene.inView(everywhere).cards, wish: tools.ui.getState() };
}

test("collapsing hides what can be reached through the card only, and counts it", () => {
  const { shown, wish, visibility } = makeMap();
  wish.toggleCollapsed(card("c2"));
  expect(shown()).toEqual(["c1", "c2", "c5", "c6"]);
  expect(visibility.countBelow(card("c2"))).toBe(2);
  wish.toggleCollapsed(card("c2"));
  expect(shown()).toEqual(["c1", "c2", "c3", "c4", "c5", "c6"]);
});

test("a card collapsed below a collapsed one goes with it, and is collapsed still when that opens", () => {
  const { shown, wish } = makeMap();
  wish.toggleCollapsed(card("c2"));
  wish.toggleCollapsed(card("c1"));
  expect(shown()).toEqual(["c1", "c5", "c6"]);
  wish.toggleCollapsed(card("c1"));
  expect(shown()).toEqual(["c1", "c2", "c5", "c6"]);
});

test("in a circle the card that was collapsed stays", () => {
  const { doc, shown, wish } = makeMap();
  doc.apply(connect("a9", ["c1"], onCard("c3")), "user");
  wish.toggleCollapsed(card("c2"));
  expect(shown()).toContain("c2");
  expect(shown()).not.toContain("c3");
});

test("what others add below a collapsed card is counted and not shown", async () => {
  const { others, shown, wish, visibility } = makeMap();
  wish.toggleCollapsed(card("c2"));
  others({
    type: "batch",
    commands: [
      {
        type: "addCard",
        id: card("c7"),
        kind: "claim",
        text: "",
        at: [0, 0],
        by: { author: "", createdAt: 1 },
      },
      connect("a7", ["c7"], onCard("c2")),
    ],
  });
  await expect.poll(() => visibility.countBelow(card("c2"))).toBe(3);
  expect(shown()).not.toContain("c7");
});

test("writing below a collapsed card opens it", () => {
  const { shown, wish } = makeMap();
  wish.toggleCollapsed(card("c2"));
  wish.startEditing(card("c3"));
  expect(shown()).toContain("c4");
});

test("focus shows what is so many steps away, and gives the rest back", () => {
  const { shown, wish } = makeMap();
  wish.focusOn(card("c1"), 1);
  expect(shown()).toEqual(["c1", "c2"]);
  wish.focusOn(card("c1"), 2);
  expect(shown()).toEqual(["c1", "c2", "c3", "c4", "c5"]);
  wish.leaveFocus();
  expect(shown()).toHaveLength(6);
});

test("a filter hides what does not match, or dims it in its place", () => {
  const { shown, wish, visibility } = makeMap();
  wish.chooseFilter({ ...noFilter, kinds: ["evidence"] });
  expect(shown()).toEqual(["c3"]);
  wish.chooseFilter({ ...noFilter, kinds: ["evidence"], isDimming: true });
  expect(shown()).toHaveLength(6);
  expect([visibility.isDimmed(card("c1")), visibility.isDimmed(card("c3"))]).toEqual([true, false]);
});

test("a line stands back with any card that it joins, but not where it is asked for itself", () => {
  const { wish, visibility } = makeMap();
  const pale = (...among: readonly string[]) => {
    wish.chooseFilter({ ...noFilter, among: new Set(among.map(card)), isDimming: true });
    return ["a1", "a2", "a3", "a4", "a5"].filter((key) => visibility.isDimmed(key));
  };
  expect(pale("c1", "c2", "c3")).toEqual(["a3", "a4", "a5"]);
  expect(pale("c1", "c2", "c3", "c4", "a5")).toEqual(["a4"]);
  wish.chooseFilter({ ...noFilter, among: new Set([card("c1")]) });
  expect(visibility.isDimmed("a1")).toBe(false);
});

test("a card that comes to match while others edit comes into sight", async () => {
  const { others, shown, wish } = makeMap();
  wish.chooseFilter({ ...noFilter, tags: ["law"] });
  expect(shown()).toEqual([]);
  others({ type: "tag", id: card("c6"), tag: "law", on: true });
  await expect.poll(shown).toEqual(["c6"]);
});

test("a collapsed group stands as one box, where links from outside end", () => {
  const { scene, shown, wish, visibility } = makeMap();
  wish.toggleGroupCollapsed(group("g1"));
  expect(shown()).toEqual(["c1", "c2", "c3", "c6"]);
  const box = visibility.boxOfGroup(group("g1"));
  expect(scene.rectOf("c4" as CardId)).toEqual(box);
  expect(scene.inView(everywhere).links).toEqual(["a1", "a2", "a3", "a4", "a5"]);
});

test("revealing a card undoes just what hides it", () => {
  const { wish, ui, visibility, scene } = makeMap();
  wish.toggleCollapsed(card("c2"));
  wish.toggleCollapsed(card("c6"));
  visibility.reveal(card("c3"));
  expect(scene.isHidden(card("c3"))).toBe(false);
  expect([...ui.getState().collapsed]).toEqual(["c6"]);
});

test("what goes out of sight is let go of, and all that is in sight is all that Ctrl A selects", () => {
  const { wish, ui, actions } = makeMap();
  wish.select(["c1", "c3"]);
  wish.toggleCollapsed(card("c2"));
  expect([...ui.getState().selection]).toEqual(["c1"]);
  actions.selectAll();
  expect([...ui.getState().selection].sort()).toEqual(["c1", "c2", "c5", "c6"]);
});

test("a copy made, or put in, where only what is near a card is shown comes into sight", async () => {
  const { shown, wish, actions, ui, ...tools } = makeMap();
  wish.focusOn(card("c1"), 1);
  wish.select([card("c2")]);
  actions.duplicateSelected();
  await waitFor(() => expect(ui.getState().focusedOn).toBeNull());
  const [copy = ""] = ui.getState().selection;
  expect(copy).not.toBe("c2");
  expect(shown()).toContain(copy);
  wish.focusOn(card("c1"), 1);
  insertMap({ ...tools, actions, ui }, mapOf([aCard("c9")]));
  await waitFor(() => expect(ui.getState().focusedOn).toBeNull());
  expect(shown()).toContain("c9");
  expect([...ui.getState().selection]).toEqual(["c9"]);
});
