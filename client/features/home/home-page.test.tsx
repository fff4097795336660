import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
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

function drop(...files: readonly File[]) {
  fireEvent.drop(window, { dataTransfer: { files, types: ["Files"] } });
}

test("says what Counterpoint is and offers three ways to begin", () => {
  renderPage(<HomePage />);
  expect(screen.getByRole("heading", { level: 1, name: "Argue it out on one shared map" })).toBeDefined();
  for (const name of ["New map", "Open the example", "Import a file"]) {
    expect(screen.getByRole("button", { name })).toBeDefined();
  }
  expect(screen.getByText("No maps yet")).toBeDefined();
});

test("a new map is made without a question, remembered with its owner link, and opened", async () => {
  const { history, deviceMaps } = renderPage(<HomePage />, { answer: created, now: 7 });
  fireEvent.click(screen.getByRole("button", { name: "New map" }));
  await waitFor(() => expect(history.at(-1)).toBe("/m/parks-000001"));
  expect(deviceMaps.find("parks-000001")).toMatchObject({ role: "owner", secret: "own", openedAt: 7 });
});

test("the example becomes a fresh map of one's own", async () => {
  const { history, fetchFrom } = renderPage(<HomePage />, { answer: created });
  fireEvent.click(screen.getByRole("button", { name: "Open the example" }));
  await waitFor(() => expect(history.at(-1)).toBe("/m/parks-000001"));
  const body = JSON.parse(String(fetchFrom.mock.calls[0]?.[1]?.body));
  expect(body).toMatchObject({ title: "Open or closed?", format: "json" });
  expect(JSON.parse(body.content).format).toBe("counterpoint");
});

test("while the server is away it says so and what to do", async () => {
  renderPage(<HomePage />);
  fireEvent.click(screen.getByRole("button", { name: "New map" }));
  expect((await screen.findByRole("alert")).textContent).toBe(
    "The server cannot be reached. Check your connection, then try again.",
  );
});

test("a dropped file becomes a map", async () => {
  const { history, fetchFrom } = renderPage(<HomePage />, { answer: created });
  drop(new File(['{"format":"counterpoint"}'], "parks.json"));
  await waitFor(() => expect(history.at(-1)).toBe("/m/parks-000001"));
  expect(JSON.parse(String(fetchFrom.mock.calls[0]?.[1]?.body))).toEqual({
    format: "json",
    content: '{"format":"counterpoint"}',
  });
});

test("a file that cannot be read is named, with what is wrong where, and what to do", async () => {
  const diagnostics = [{ code: "JSON_SYNTAX", severity: "error", message: "A comma is missing.", line: 3 }];
  const answer = () => Response.json({ code: "unreadable-file", diagnostics }, { status: 422 });
  renderPage(<HomePage />, { answer });
  drop(new File(["not a map"], "notes.txt"));
  expect((await screen.findByRole("alert")).textContent).toBe(
    "“notes.txt” could not be read as a map. Choose a .json file that was saved from Counterpoint. Line 3: A comma is missing.",
  );
});

test.each([
  ["empty", [new File([], "empty.json")], "“empty.json” is empty."],
  [
    "too large",
    [new File(["x".repeat(limits.maxBodyBytes + 1)], "big.json")],
    "“big.json” is larger than 8 MB",
  ],
  ["not alone", [new File(["1"], "a.json"), new File(["2"], "b.json")], "Drop one file at a time"],
])("a drop that is %s is refused before it is sent", async (_case, files, sentence) => {
  const { fetchFrom } = renderPage(<HomePage />);
  drop(...files);
  expect((await screen.findByRole("alert")).textContent).toContain(sentence);
  expect(fetchFrom).not.toHaveBeenCalled();
});

test("maps known on this device are listed with role and time, the last opened first", () => {
  renderPage(<HomePage />, { maps: [trams, parks], now: 2 * hour });
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
  const { deviceMaps, forgetCopy } = renderPage(<HomePage />, { maps: [trams] });
  fireEvent.click(screen.getByRole("button", { name: "Remove “Trams” from this list" }));
  expect(deviceMaps.list()).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(deviceMaps.list()).toEqual([trams]);
  expect(forgetCopy).not.toHaveBeenCalled();
});

test("once undo is no longer offered, the copy of the map leaves the device too", async () => {
  const { forgetCopy } = renderPage(<HomePage />, { maps: [trams] });
  fireEvent.click(screen.getByRole("button", { name: "Remove “Trams” from this list" }));
  const message = await screen.findByRole("alertdialog");
  expect(forgetCopy).not.toHaveBeenCalled();
  fireEvent.click(within(message).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(forgetCopy).toHaveBeenCalledWith("trams-000001"));
});

test("taking one’s own map off the list first shows the owner link that would be lost", async () => {
  const { deviceMaps } = renderPage(<HomePage />, { maps: [parks] });
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
  const { deviceMaps } = renderPage(<HomePage />, {
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
  const { deviceMaps } = renderPage(<HomePage />, { maps: [parks], now: 0 });
  act(() => deviceMaps.noteDeleted(parks.id, 0));
  act(() => deviceMaps.dropErased(0));
  expect(screen.queryByRole("region", { name: "Deleted" })).toBeNull();
});
