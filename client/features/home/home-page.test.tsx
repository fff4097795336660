import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { renderPage } from "../../../tests/support/render-page.tsx";
import { HomePage } from "./home-page.tsx";

const links = {
  owner: "http://localhost/m/parks-000001#own",
  edit: "http://localhost/m/parks-000001#edit",
  comment: "http://localhost/m/parks-000001#comment",
  view: "http://localhost/m/parks-000001#view",
};
const created = () => Response.json({ id: "parks-000001", links, diagnostics: [] }, { status: 201 });
const hour = 3_600_000;
const trams = { id: "trams-000001", title: "Trams", role: "viewer", secret: "s", openedAt: 0 } as const;
const parks = { id: "parks-000001", title: "Parks", role: "owner", secret: "own", openedAt: 1 } as const;

afterEach(cleanup);

const ignore = () => undefined;

test("says what Counterpoint is and offers three ways to begin", () => {
  renderPage(<HomePage onImport={ignore} />);
  expect(screen.getByRole("heading", { level: 1, name: "Argue it out on one shared map" })).toBeDefined();
  for (const name of ["New map", "Open the example", "Import a file"]) {
    expect(screen.getByRole("button", { name })).toBeDefined();
  }
  expect(screen.getByText("No maps yet")).toBeDefined();
});

test("a new map is made without a question, remembered with its owner link, and opened", async () => {
  const { history, deviceMaps } = renderPage(<HomePage onImport={ignore} />, { answer: created, now: 7 });
  fireEvent.click(screen.getByRole("button", { name: "New map" }));
  await waitFor(() => expect(history.at(-1)).toBe("/m/parks-000001"));
  expect(deviceMaps.find("parks-000001")).toMatchObject({ role: "owner", secret: "own", openedAt: 7 });
});

test("the example becomes a fresh map of one's own", async () => {
  const { history, fetchFrom } = renderPage(<HomePage onImport={ignore} />, { answer: created });
  fireEvent.click(screen.getByRole("button", { name: "Open the example" }));
  await waitFor(() => expect(history.at(-1)).toBe("/m/parks-000001"));
  const body = JSON.parse(String(fetchFrom.mock.calls[0]?.[1]?.body));
  expect(body).toMatchObject({ title: "Open or closed?", format: "json" });
  expect(JSON.parse(body.content).format).toBe("counterpoint");
});

test("while the server is away it says so and what to do", async () => {
  renderPage(<HomePage onImport={ignore} />);
  fireEvent.click(screen.getByRole("button", { name: "New map" }));
  expect((await screen.findByRole("alert")).textContent).toBe(
    "The server cannot be reached. Check your connection, then try again.",
  );
});

test("files that are dropped are looked into, and without any one is asked for", () => {
  const onImport = vi.fn<(files: readonly File[]) => void>();
  renderPage(<HomePage onImport={onImport} />);
  const file = new File(['{"format":"counterpoint"}'], "parks.json");
  fireEvent.drop(window, { dataTransfer: { files: [file], types: ["Files"] } });
  expect(onImport).toHaveBeenLastCalledWith([file], expect.anything());
  fireEvent.click(screen.getByRole("button", { name: "Import a file" }));
  expect(onImport).toHaveBeenLastCalledWith([]);
});

test("what is moved about on the page itself is no file", () => {
  const onImport = vi.fn<(files: readonly File[]) => void>();
  renderPage(<HomePage onImport={onImport} />);
  fireEvent.drop(window, { dataTransfer: { files: [], types: ["text/plain"] } });
  expect(onImport).not.toHaveBeenCalled();
});

test("maps known on this device are listed with role and time, the last opened first", () => {
  renderPage(<HomePage onImport={ignore} />, { maps: [trams, parks], now: 2 * hour });
  const rows = screen.getAllByRole("listitem");
  expect(rows.map((row) => within(row).getByRole("link").textContent)).toEqual([
    "ParksOwnerOpened 1 hour ago",
    "TramsCan viewOpened 2 hours ago",
  ]);
  expect(
    within(rows[0] as HTMLElement)
      .getByRole("link")
      .getAttribute("href"),
  ).toBe("/m/parks-000001");
});

test("a map taken off the list can be put back, with what it holds here", async () => {
  const { deviceMaps, forgetCopy } = renderPage(<HomePage onImport={ignore} />, { maps: [trams] });
  fireEvent.click(screen.getByRole("button", { name: "Remove “Trams” from this list" }));
  expect(deviceMaps.list()).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(deviceMaps.list()).toEqual([trams]);
  expect(forgetCopy).not.toHaveBeenCalled();
});

test("once undo is no longer offered, the copy of the map leaves the device too", async () => {
  const { forgetCopy } = renderPage(<HomePage onImport={ignore} />, { maps: [trams] });
  fireEvent.click(screen.getByRole("button", { name: "Remove “Trams” from this list" }));
  const message = await screen.findByRole("alertdialog");
  expect(forgetCopy).not.toHaveBeenCalled();
  fireEvent.click(within(message).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(forgetCopy).toHaveBeenCalledWith("trams-000001"));
});

test("taking one’s own map off the list first shows the owner link that would be lost", async () => {
  const { deviceMaps } = renderPage(<HomePage onImport={ignore} />, { maps: [parks] });
  fireEvent.click(screen.getByRole("button", { name: "Remove “Parks” from this list" }));
  const question = await screen.findByRole("alertdialog", { name: "Remove “Parks” from this device?" });
  expect(within(question).getByLabelText<HTMLInputElement>("Owner link").value).toContain(
    "/m/parks-000001#own",
  );
  expect(deviceMaps.list()).toEqual([parks]);
  fireEvent.click(within(question).getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(deviceMaps.list()).toEqual([]));
});

test("a deleted map stands apart, and its owner has it back by one press", async () => {
  const asked: unknown[] = [];
  const { deviceMaps } = renderPage(<HomePage onImport={ignore} />, {
    maps: [parks, trams],
    answer: (path, init) => {
      asked.push([init.method, path, init.body]);
      return new Response(null, { status: 204 });
    },
  });
  act(() => deviceMaps.noteDeleted(parks.id, Date.UTC(2026, 11, 22, 12)));
  const recent = screen.getByRole("region", { name: "Recent on this device" });
  expect(within(recent).queryByText("Parks")).toBeNull();
  const deleted = screen.getByRole("region", { name: "Deleted" });
  expect(within(deleted).getByText(/Can be restored until December 22, 2026/)).toBeDefined();
  fireEvent.click(within(deleted).getByRole("button", { name: "Restore “Parks”" }));
  expect(await within(recent).findByRole("link", { name: /Parks/ })).toBeDefined();
  expect(screen.queryByRole("region", { name: "Deleted" })).toBeNull();
  expect(asked).toEqual([
    ["POST", `/api/maps/${parks.id}/restore`, JSON.stringify({ secret: parks.secret })],
  ]);
});

test("a deleted map that nobody can have back is not shown", () => {
  const { deviceMaps } = renderPage(<HomePage onImport={ignore} />, { maps: [parks], now: 0 });
  act(() => deviceMaps.noteDeleted(parks.id, 0));
  act(() => deviceMaps.dropErased(0));
  expect(screen.queryByRole("region", { name: "Deleted" })).toBeNull();
});
