import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Role } from "#shared/protocol/roles.ts";
import { type PageSurroundings, renderPage } from "../../../tests/support/render-page.tsx";
import { MapControls } from "./map-controls.tsx";

const parks = { id: "parks-000001", title: "Parks", role: "owner", secret: "own", openedAt: 1 } as const;

afterEach(cleanup);

const onCommand = vi.fn<(id: string) => void>();

function renderControls(role: Role, surroundings?: PageSurroundings) {
  return renderPage(
    <MapControls mapId={parks.id} title={parks.title} role={role} token="t" onCommand={onCommand} />,
    {
      maps: [parks],
      ...surroundings,
    },
  );
}

function itemsFor(role: Role): readonly string[] {
  renderControls(role);
  fireEvent.click(screen.getByRole("button", { name: "Map menu" }));
  const names = screen.getAllByRole("menuitem").map((item) => item.textContent ?? "");
  cleanup();
  return names;
}

test("only those who may change the map are offered to import, only the owner to delete", () => {
  expect(itemsFor("owner")).toEqual(expect.arrayContaining(["Import …", "Export …", "Delete map…"]));
  expect(itemsFor("editor")).toContain("Import …");
  expect(itemsFor("editor")).not.toContain("Delete map…");
  expect(itemsFor("viewer")).not.toContain("Import …");
  expect(itemsFor("viewer")).toContain("Export …");
});

test("what files are for is opened from the menu", () => {
  const { view } = renderControls("editor");
  for (const [item, dialog] of [
    ["Export …", "export"],
    ["Import …", "import"],
  ] as const) {
    fireEvent.click(screen.getByRole("button", { name: "Map menu" }));
    fireEvent.click(screen.getByRole("menuitem", { name: item }));
    expect(view.getState().dialog).toBe(dialog);
  }
});

test("commands that are hard to find without a keyboard are in the menu", () => {
  renderControls("viewer");
  fireEvent.click(screen.getByRole("button", { name: "Map menu" }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Search the map" }));
  expect(onCommand).toHaveBeenCalledWith("find");
});

test("the theme is chosen in the menu", () => {
  const { view } = renderControls("viewer");
  fireEvent.click(screen.getByRole("button", { name: "Map menu" }));
  fireEvent.click(screen.getByRole("menuitemradio", { name: "Dark" }));
  expect(view.getState().theme).toBe("dark");
});

test("deleting asks first, then notes how long the map can be had back and goes to the first page", async () => {
  const { view, history, deviceMaps, fetchFrom, forgetCopy } = renderControls("owner", {
    answer: () => Response.json({ restorableUntil: 9_000 }),
  });
  act(() => view.getState().openDialog("delete-map"));
  const question = await screen.findByRole("alertdialog", { name: "Delete this map?" });
  expect(fetchFrom).not.toHaveBeenCalled();
  fireEvent.click(within(question).getByRole("button", { name: "Delete for everyone" }));
  await waitFor(() => expect(deviceMaps.list()).toEqual([{ ...parks, restorableUntil: 9_000 }]));
  expect(fetchFrom).toHaveBeenCalledWith(
    "/api/maps/parks-000001",
    expect.objectContaining({ method: "DELETE", headers: { authorization: "Bearer t" } }),
  );
  expect(forgetCopy).toHaveBeenCalledWith("parks-000001");
  expect(history.at(-1)).toBe("/");
  expect(view.getState().dialog).toBeNull();

  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(deviceMaps.list()).toEqual([parks]));
  expect(fetchFrom).toHaveBeenLastCalledWith(
    "/api/maps/parks-000001/restore",
    expect.objectContaining({ method: "POST", body: '{"secret":"own"}' }),
  );
});

test("a deletion that fails says why and keeps the map", async () => {
  const { view, deviceMaps } = renderControls("owner");
  act(() => view.getState().openDialog("delete-map"));
  fireEvent.click(await screen.findByRole("button", { name: "Delete for everyone" }));
  expect((await screen.findByRole("alert")).textContent).toContain("The server cannot be reached.");
  expect(deviceMaps.list()).toEqual([parks]);
});

test("name and colour are changed together, and an empty name is a guest of that colour", async () => {
  const { view } = renderControls("viewer");
  act(() => view.getState().openDialog("person"));
  expect(await screen.findByText("Blue guest")).toBeDefined();
  fireEvent.click(screen.getByRole("radio", { name: "Teal" }));
  expect(screen.getByText("Teal guest")).toBeDefined();
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Ada" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(view.getState().person).toEqual({ name: "Ada", color: "teal" }));
  expect(view.getState().dialog).toBeNull();
});
