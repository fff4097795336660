import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StepLayer } from "#shared/model/index.ts";
import { aCard, anArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { NearWeigher } from "../../../tests/support/near-weigher.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { type CanvasNotes, CanvasProvider } from "../canvas-context.tsx";
import { FareBar } from "./fare-bar.tsx";

beforeEach(() => vi.stubGlobal("Worker", NearWeigher));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(layer: StepLayer) {
  const made = createClientSession([
    aCard("c"),
    aCard("e", "evidence"),
    aCard("q", "question"),
    anArgument("a", ["e"], onCard("c")),
  ]);
  const showLayer = vi.fn<(layer: StepLayer) => void>();
  const tools = { ...createCanvasTools(made.session), layer, showLayer };
  const onNotes = vi.fn<(notes: CanvasNotes | undefined) => void>();
  const page = renderPage(
    withSession(
      made,
      <CanvasProvider tools={tools}>
        <FareBar isOpen={layer !== "none"} onOpenChange={() => undefined} onNotes={onNotes} />
      </CanvasProvider>,
    ),
  );
  const notes = () => onNotes.mock.lastCall?.[0];
  return { ...page, showLayer, notes };
}

test.each([
  ["standing", "Claim: Trams pay off (stands)"],
  ["strength", "Claim: Trams pay off (strength 0.60)"],
] as const)("[E17] on the layer %s a card is called %s", async (layer, name) => {
  const { notes, unmount } = open(layer);
  await waitFor(() => expect(notes()).toBeDefined());
  notes()?.onChange?.(() => undefined);
  await waitFor(() => expect(notes()?.nameAt?.("c", "Claim: Trams pay off")).toBe(name));
  expect(notes()?.nameAt?.("q", "Question: Do they?")).toBe("Question: Do they?");
  unmount();
  expect(notes()).toBeUndefined();
});

test("[E17] where nothing is wanted nothing is said, weighed or shown", () => {
  NearWeigher.asked = 0;
  const { notes } = open("none");
  expect(screen.queryByRole("region")).toBeNull();
  expect(notes()).toBeUndefined();
  expect(NearWeigher.asked).toBe(0);
});

test("[E17] what the signs mean can be looked up, and it can be ended", async () => {
  const { showLayer } = open("standing");
  fireEvent.click(await screen.findByRole("button", { name: "What the signs mean" }));
  const legend = await screen.findByRole("dialog", { name: "What the signs mean" });
  expect([...legend.querySelectorAll("dt")].map(({ textContent }) => textContent)).toEqual([
    "stands",
    "contested",
    "undecided",
    "unsupported",
    "refuted",
  ]);
  fireEvent.keyDown(legend, { key: "Escape" });
  fireEvent.click(await screen.findByRole("button", { name: "Show it no longer" }));
  expect(showLayer).toHaveBeenCalledWith("none");
});
