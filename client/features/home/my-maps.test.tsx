import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MyMap } from "#shared/protocol/my-maps.ts";
import { type PageSurroundings, renderPage } from "../../../tests/support/render-page.tsx";
import { HomePage } from "./home-page.tsx";

const parks: MyMap = { id: "parks-000001", title: "Parks", role: "owner", isLocked: false, openedAt: 1 };
const trams: MyMap = { id: "trams-000001", title: "", role: "viewer", isLocked: false, openedAt: 0 };
const kept = { id: parks.id, title: "Parks", role: "owner", secret: "own", openedAt: 1 } as const;
const older = { id: "older-000001", title: "Older", role: "editor", secret: "s", openedAt: 0 } as const;

beforeEach(() => {
  vi.spyOn(document, "cookie", "get").mockReturnValue("counterpoint_account=Ann%20Author");
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The first page, over a server that has `pages` of the list. */
function open(pages: Readonly<Record<string, unknown>>, surroundings: PageSurroundings = {}) {
  return renderPage(<HomePage onImport={() => undefined} />, {
    answer: (path, { method }) =>
      method === "DELETE" ? new Response(null, { status: 204 }) : Response.json(pages[path]),
    ...surroundings,
  });
}

test("the maps of the account are listed with name, role and time, and lead there", async () => {
  open({ "/api/me/maps": { maps: [parks, trams] } });
  const list = await screen.findByRole("list");
  expect(screen.getByRole("region", { name: "Your maps" }).contains(list)).toBe(true);
  const [first, second] = within(list).getAllByRole("link");
  expect(first?.textContent).toMatch(/^ParksOwner.*Opened/u);
  expect(first?.getAttribute("href")).toBe("/m/parks-000001");
  expect(second?.textContent).toMatch(/^Untitled/u);
  expect(screen.queryByRole("region", { name: "Recent on this device" })).toBeNull();
});

test("what this device knows besides stands below", async () => {
  open({ "/api/me/maps": { maps: [parks] } }, { maps: [kept, older] });
  const recent = await screen.findByRole("region", { name: "Recent on this device" });
  expect(within(recent).getAllByRole("link")).toHaveLength(1);
  expect(within(recent).getByText("Older")).toBeDefined();
});

test("an empty list says what will be in it", async () => {
  open({ "/api/me/maps": { maps: [] } });
  expect(await screen.findByText(/show up here on every device that you sign in with/u)).toBeDefined();
});

test("more are fetched on wish, below those that are there", async () => {
  open({
    "/api/me/maps": { maps: [parks], next: "1.parks-000001" },
    "/api/me/maps?after=1.parks-000001": { maps: [trams] },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Show more" }));
  await waitFor(() => expect(screen.getAllByRole("link", { name: /Opened/u })).toHaveLength(2));
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
});

test("while the server is away it says so, shows what the device knows, and tries again", async () => {
  let isAway = true;
  open(
    {},
    {
      maps: [kept],
      answer: () => {
        if (isAway) throw new TypeError("Failed to fetch");
        return Response.json({ maps: [trams] });
      },
    },
  );
  expect((await screen.findByRole("alert")).textContent).toMatch(/cannot be reached/u);
  expect(screen.getByRole("region", { name: "Recent on this device" })).toBeDefined();
  isAway = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(
    await within(screen.getByRole("region", { name: "Your maps" })).findByText("Untitled map"),
  ).toBeDefined();
});

test("taking a map off the list asks first, shows the owner link that is kept here, and takes it off the device too", async () => {
  const { deviceMaps, forgetCopy, fetchFrom } = open({ "/api/me/maps": { maps: [parks] } }, { maps: [kept] });
  fireEvent.click(await screen.findByRole("button", { name: "Remove “Parks” from your maps" }));
  const question = await screen.findByRole("alertdialog", { name: "Remove “Parks” from your maps?" });
  expect(within(question).getByLabelText<HTMLInputElement>("Owner link").value).toContain("#own");
  expect(fetchFrom).toHaveBeenCalledTimes(1);
  fireEvent.click(within(question).getByRole("button", { name: "Remove" }));
  await screen.findByText("No maps yet");
  expect(fetchFrom.mock.calls[1]?.[0]).toBe("/api/me/maps/parks-000001");
  expect(fetchFrom.mock.calls[1]?.[1]?.method).toBe("DELETE");
  expect(deviceMaps.list()).toEqual([]);
  expect(forgetCopy).toHaveBeenCalledWith("parks-000001");
});

test("a map that could not be taken off stays, and the question says why", async () => {
  open(
    {},
    {
      answer: (_path, { method }) => {
        if (method === "DELETE") throw new TypeError("Failed to fetch");
        return Response.json({ maps: [trams] });
      },
    },
  );
  fireEvent.click(await screen.findByRole("button", { name: "Remove “Untitled map” from your maps" }));
  const question = await screen.findByRole("alertdialog");
  fireEvent.click(within(question).getByRole("button", { name: "Remove" }));
  expect((await within(question).findByRole("alert")).textContent).toMatch(/cannot be reached/u);
  expect(screen.getAllByText("Untitled map").length).toBeGreaterThan(0);
});

test("a map of one's own that was deleted stands apart, and comes back by one press, without its link", async () => {
  let isBack = false;
  const gone = { ...parks, restorableUntil: Date.UTC(2026, 11, 22, 12) };
  const { fetchFrom } = open(
    {},
    {
      maps: [kept],
      answer: (_path, { method }) => {
        if (method !== "POST") return Response.json({ maps: [isBack ? parks : gone] });
        isBack = true;
        return new Response(null, { status: 204 });
      },
    },
  );
  const deleted = await screen.findByRole("region", { name: "Deleted" });
  expect(within(deleted).getByText(/Can be restored until December 22, 2026/u)).toBeDefined();
  expect(screen.getByText("No maps yet")).toBeDefined();
  expect(screen.queryByRole("region", { name: "Recent on this device" })).toBeNull();
  fireEvent.click(within(deleted).getByRole("button", { name: "Restore “Parks”" }));
  const listed = screen.getByRole("region", { name: "Your maps" });
  expect(await within(listed).findByRole("link", { name: /Parks/u })).toBeDefined();
  expect(screen.queryByRole("region", { name: "Deleted" })).toBeNull();
  expect(fetchFrom.mock.calls[1]?.[0]).toBe("/api/me/maps/parks-000001/restore");
});
