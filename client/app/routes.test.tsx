import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

vi.mock("./map-page.tsx", () => ({
  MapPage: () => "to work on",
  fetchWorkspace: async () => ({ fetchEmbedPage: async () => () => "to look at" }),
}));

// Which page it is, is settled when the code comes.
beforeEach(() => vi.resetModules());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.history.replaceState(null, "", "/");
});

async function showPageAt(address: string) {
  window.history.replaceState(null, "", address);
  const { Routes } = await import("./routes.tsx");
  render(<Routes />);
}

test.each(["/m/parks-000001", "/m/parks-000001?embed=0", "/m/parks-000001/outline"])(
  "a map's page is one to work on: %s",
  async (address) => {
    await showPageAt(address);
    expect(await screen.findByText("to work on")).toBeDefined();
  },
);

test("[H12] a map that is asked for to be looked at cannot be worked on", async () => {
  await showPageAt("/m/parks-000001?embed=1");
  expect(await screen.findByText("to look at")).toBeDefined();
});

test.each([
  "/m/parks-000001",
  "/m/parks-000001?embed=%31",
  "/m/parks-000001?%65mbed=1",
  "/m/parks-000001/outline",
])("[H12] in a frame no map can be worked on, whatever the address: %s", async (address) => {
  vi.spyOn(window, "top", "get").mockReturnValue(document.createElement("iframe").contentWindow);
  await showPageAt(address);
  expect(await screen.findByText("to look at")).toBeDefined();
});
