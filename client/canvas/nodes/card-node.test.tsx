import { render, screen, waitFor } from "@testing-library/react";
import { ReactFlowProvider } from "@xyflow/react";
import { type ComponentProps, Profiler } from "react";
import { beforeEach, expect, test } from "vitest";
import { blankCard, type Card, type CardId } from "#shared/model/index.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { MapUiProvider } from "../../state/map-ui-context.tsx";
import { WordsProvider } from "../../words/words-provider.tsx";
import { CanvasProvider } from "../canvas-context.tsx";
import { CardNode } from "./card-node.tsx";

const cardCount = 5_000;
/** More than fit on a screen: the canvas never mounts all of a large map. */
const mountedCount = 200;

function cards(count: number): readonly Card[] {
  return Array.from({ length: count }, (_, index) =>
    blankCard(`card-${index}` as CardId, { kind: "claim", text: `Claim ${index}`, createdAt: index }),
  );
}

/** The first cards of a map, each counting its own renderings. */
function mount(count: number, mounted = count) {
  const made = createClientSession(cards(count));
  const tools = createCanvasTools(made.session);
  const { ui } = tools;
  const rendered: string[] = [];
  render(
    withSession(
      made,
      <WordsProvider language="en">
        <MapUiProvider store={ui}>
          <CanvasProvider tools={tools}>
            <ReactFlowProvider>
              {cards(mounted).map(({ id }) => (
                <Profiler key={id} id={id} onRender={(rendering) => rendered.push(rendering)}>
                  <CardNode {...nodeProps(id)} />
                </Profiler>
              ))}
            </ReactFlowProvider>
          </CanvasProvider>
        </MapUiProvider>
      </WordsProvider>,
    ),
  );
  return { ...made, rendered, ui };
}

function nodeProps(id: string): ComponentProps<typeof CardNode> {
  return {
    id,
    type: "card",
    data: {},
    selected: false,
    dragging: false,
    draggable: true,
    selectable: true,
    deletable: true,
    isConnectable: false,
    zIndex: 1,
    positionAbsoluteX: 0,
    positionAbsoluteY: 0,
  };
}

beforeEach(() => {
  document.body.innerHTML = "";
});

test("a remote edit of one card in a 5 000-card map renders that card again and no other", async () => {
  const { others, rendered } = mount(cardCount, mountedCount);
  expect(new Set(rendered).size).toBe(mountedCount);
  rendered.length = 0;
  others({ type: "setText", id: "card-123" as CardId, text: "Somebody else wrote this" });
  await waitFor(() => expect(screen.getByText("Somebody else wrote this")).toBeDefined());
  expect(new Set(rendered)).toEqual(new Set(["card-123"]));
});

test("moving a card elsewhere renders no card again: only its place changes", async () => {
  const { others, rendered, session } = mount(50);
  rendered.length = 0;
  const heard = new Promise((resolve) => session.records.subscribeAll(resolve));
  others({ type: "moveCards", to: [["card-7" as CardId, [400, 300]]] });
  await heard;
  expect(rendered).toEqual([]);
});

test("a card says what it is, and shows its text in the lines that the picture breaks it into", () => {
  mount(1);
  expect(screen.getByRole("group", { name: "Claim: Claim 0" })).toBeDefined();
  expect(screen.getByText("Claim 0")).toBeDefined();
});
