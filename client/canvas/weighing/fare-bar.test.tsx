import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore, type StoreApi, useStore } from "zustand";
import type { StepLayer } from "#shared/model/index.ts";
import { aCard, anArgument, onCard } from "../../../tests/fixtures/model/build.ts";
import { createCanvasTools } from "../../../tests/support/canvas-tools.ts";
import { createClientSession, withSession } from "../../../tests/support/client-session.tsx";
import { NearWeigher } from "../../../tests/support/near-weigher.ts";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { type CanvasNotes, CanvasProvider, type CanvasTools } from "../canvas-context.tsx";
import { FareBar, type FareBarProps } from "./fare-bar.tsx";

beforeEach(() => vi.stubGlobal("Worker", NearWeigher));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type PageProps = Readonly<{ shown: StoreApi<CanvasTools> }> & Pick<FareBarProps, "onNotes" | "onNews">;

function Page({ shown, ...given }: PageProps) {
  const tools = useStore(shown);
  return (
    <CanvasProvider tools={tools}>
      <FareBar isOpen={tools.layer !== "none"} onOpenChange={() => undefined} {...given} />
    </CanvasProvider>
  );
}

function open(layer: StepLayer) {
  const made = createClientSession([
    aCard("c"),
    aCard("e", "evidence"),
    aCard("q", "question"),
    anArgument("a", ["e"], onCard("c")),
  ]);
  const showLayer = vi.fn<(layer: StepLayer) => void>();
  const shown = createStore<CanvasTools>(() => ({ ...createCanvasTools(made.session), layer, showLayer }));
  const onNotes = vi.fn<(notes: CanvasNotes | undefined) => void>();
  const onNews = vi.fn<(news: string) => void>();
  const page = renderPage(withSession(made, <Page shown={shown} onNotes={onNotes} onNews={onNews} />));
  return {
    ...{ ...page, showLayer },
    notes: () => onNotes.mock.lastCall?.[0],
    news: () => onNews.mock.lastCall?.[0],
    become: (next: StepLayer) => act(() => shown.setState({ layer: next })),
  };
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

test("[E17] those who do not see the bar are told what cards say now, and when they no longer do", () => {
  const { news, become } = open("none");
  expect(news()).toBeUndefined();
  become("standing");
  expect(news()).toBe("Cards now say: How claims stand");
  become("strength");
  expect(news()).toBe("Cards now say: How strong claims are");
  become("none");
  expect(news()).toBe("Cards no longer say: How strong claims are");
});

test("[E18] that it comes to nothing is told, and stands in the bar", async () => {
  class BadWeigher extends NearWeigher {
    onerror: (() => void) | null = null;
    override postMessage(): void {
      queueMicrotask(() => this.onerror?.());
    }
  }
  vi.stubGlobal("Worker", BadWeigher);
  const { news, notes } = open("standing");
  await waitFor(() => expect(notes()).toBeDefined());
  notes()?.onChange?.(() => undefined);
  await waitFor(() => expect(news()).toMatch(/could not be weighed/u));
  expect(screen.getByRole("region", { name: "How claims stand" }).textContent).toMatch(
    /could not be weighed/u,
  );
});
