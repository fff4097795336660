import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lintMap } from "#shared/evaluation/index.ts";
import type { MapRecord } from "#shared/model/index.ts";
import { aCard, anArgument, card, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { CanvasProvider } from "../../canvas/canvas-context.tsx";
import { unpackPlainMap } from "../../canvas/packed-map.ts";
import { MapUiProvider } from "../../state/map-ui-context.tsx";
import { HealthPanel } from "./health-panel.tsx";

/** The worker's work, in the thread of the test. */
class NearWorker {
  onmessage: ((event: Readonly<{ data: unknown }>) => void) | null = null;

  postMessage(map: string): void {
    queueMicrotask(() => this.onmessage?.({ data: structuredClone(lintMap(unpackPlainMap(map))) }));
  }

  terminate(): void {
    this.onmessage = null;
  }
}

beforeEach(() => vi.stubGlobal("Worker", NearWorker));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const debate: readonly MapRecord[] = [
  aCard("c1", "claim", { text: "The library should open on Sundays" }),
  aCard("c2", "claim", { text: "Visitors asked for it in spring" }),
  aCard("e1", "evidence", { text: "They were counted at the door" }),
  anArgument("a1", ["c2"], onCard("c1")),
  anArgument("a2", ["e1"], onCard("c2")),
];

function Opened() {
  const [isOpen, setOpen] = useState(true);
  return <HealthPanel isOpen={isOpen} onOpenChange={setOpen} />;
}

function open(records: readonly MapRecord[]) {
  const made = createClientSession(records);
  const tools = createCanvasTools(made.session);
  renderPage(
    withSession(
      made,
      <MapUiProvider store={tools.ui}>
        <CanvasProvider tools={tools}>
          <Opened />
        </CanvasProvider>
      </MapUiProvider>,
    ),
  );
  return { ...made, tools };
}

const unsourced = "Evidence that cites no source: add one, or make it a claim";
const kind = (name: string) => screen.findByRole("region", { name });

test("remarks stand under their kind, and lead to the card", async () => {
  const { tools } = open(debate);
  fireEvent.click(
    within(await kind(unsourced)).getByRole("button", { name: "They were counted at the door" }),
  );
  expect([...tools.ui.getState().selection]).toEqual(["e1"]);
});

test("a kind that is hidden stays so the next time, and can be shown again", async () => {
  open(debate);
  fireEvent.click(within(await kind(unsourced)).getByRole("button", { name: "Hide remarks of this kind" }));
  expect(screen.queryByRole("region", { name: unsourced })).toBeNull();
  cleanup();
  open(debate);
  fireEvent.click(await screen.findByRole("button", { name: "Show 1 hidden kind" }));
  expect(await kind(unsourced)).toBeDefined();
});

test("the list goes on with the map", async () => {
  const { session } = open(debate);
  await kind(unsourced);
  act(() => {
    session.apply({ type: "delete", ids: [card("e1")] });
  });
  await waitFor(() => expect(screen.queryByRole("region", { name: unsourced })).toBeNull(), {
    timeout: 5_000,
  });
});

test("Escape closes it", async () => {
  open(debate);
  fireEvent.keyDown(screen.getByRole("region", { name: "Map health" }), { key: "Escape" });
  expect(screen.queryByRole("region", { name: "Map health" })).toBeNull();
});

test("of an empty map there is nothing to remark", async () => {
  open([]);
  expect(await screen.findByText("There is nothing to remark.")).toBeDefined();
});
