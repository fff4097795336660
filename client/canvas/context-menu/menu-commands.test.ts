import { expect, test } from "vitest";
import { aCard, aGroup, anArgument, group, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession } from "../../../tests/support/client-session.tsx";
import type { CommandId } from "../commands/index.ts";
import { type MenuSubject, menuCommands } from "./menu-commands.ts";

function makeTools({ canEdit = true } = {}) {
  const { session } = createClientSession(
    [
      aCard("c1"),
      aCard("c2", "claim", { group: group("g1") }),
      aCard("c3", "claim", { group: group("g1") }),
      aGroup("g1"),
      anArgument("a1", ["c2"], onCard("c1")),
    ],
    { canEdit },
  );
  return createCanvasTools(session);
}

function offered(tools: ReturnType<typeof makeTools>, subject: MenuSubject): readonly CommandId[] {
  return menuCommands(subject, tools).flatMap(({ commands }) => commands.map(({ id }) => id));
}

test("for a card: what speaks to it and what is done with it, nothing about steps or about several", () => {
  const tools = makeTools();
  tools.ui.getState().focus("c1");
  const ids = offered(tools, "selection");
  expect(ids).toEqual(
    expect.arrayContaining([
      "because",
      "but",
      "contradict",
      "makeQuestion",
      "makeEvidence",
      "tint",
      "tags",
      "pin",
      "delete",
    ]),
  );
  for (const id of [
    "makeClaim",
    "part",
    "turnStep",
    "alignLeft",
    "ungroup",
    "addClaim",
    "undo",
    "moveFocus",
    "toTarget",
  ] as const)
    expect(ids).not.toContain(id);
});

test("for a step: turning it round, and no more linking of cards than makes sense", () => {
  const tools = makeTools();
  tools.ui.getState().focus("a1");
  const ids = offered(tools, "selection");
  expect(ids).toEqual(expect.arrayContaining(["with", "turnStep", "reverse", "toConflict", "aboutStep"]));
  expect(ids).not.toContain("unlink");
  expect(ids).not.toContain("tags");
});

test("for the cards of a group: the group, and arranging them", () => {
  const tools = makeTools();
  tools.ui.getState().select(["c2", "c3"]);
  expect(offered(tools, "selection")).toEqual(
    expect.arrayContaining(["alignLeft", "stack", "renameGroup", "collapseGroup", "ungroup", "leaveGroup"]),
  );
});

test("for the canvas: what needs no selection", () => {
  const ids = offered(makeTools(), "canvas");
  expect(ids).toEqual(expect.arrayContaining(["addClaim", "selectAll", "undo", "fit"]));
  expect(ids).not.toContain("delete");
});

test("whoever only looks is offered nothing that changes the map", () => {
  const tools = makeTools({ canEdit: false });
  tools.ui.getState().select(["c2", "c3"]);
  const all = [...menuCommands("selection", tools), ...menuCommands("canvas", tools)];
  expect(all.flatMap(({ commands }) => commands).filter(({ changes }) => changes)).toEqual([]);
});
