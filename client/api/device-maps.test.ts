import { expect, test, vi } from "vitest";
import { createDeviceStorage } from "../state/device-storage.ts";
import { createDeviceMaps } from "./device-maps.ts";

function memoryStorage(text?: string) {
  const kept = new Map(text === undefined ? [] : [["counterpoint.maps", text]]);
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
}

const parks = { id: "parks-0001", title: "Parks", role: "owner", secret: "own", openedAt: 1 } as const;
const trams = { id: "trams-0001", title: "Trams", role: "viewer", secret: "see", openedAt: 2 } as const;

test("maps are kept between visits, the last opened first", () => {
  const storage = memoryStorage();
  const first = createDeviceMaps(storage);
  first.remember(trams);
  first.remember(parks);
  expect(createDeviceMaps(storage).list()).toEqual([trams, parks]);
});

test("a weaker link does not take the place of the stronger one", () => {
  const maps = createDeviceMaps(memoryStorage());
  maps.remember(parks);
  maps.remember({ id: parks.id, role: "viewer", secret: "see", openedAt: 9 });
  expect(maps.find(parks.id)).toEqual({ ...parks, openedAt: 9 });
});

test("a stronger link takes the place of the weaker one and the title stays", () => {
  const maps = createDeviceMaps(memoryStorage());
  maps.remember(trams);
  maps.remember({ id: trams.id, role: "editor", secret: "edit", openedAt: 3 });
  expect(maps.find(trams.id)).toEqual({ ...trams, role: "editor", secret: "edit", openedAt: 3 });
});

test("a forgotten map is gone, and can be put back as it was", () => {
  const maps = createDeviceMaps(memoryStorage());
  maps.remember(parks);
  maps.forget(parks.id);
  expect(maps.list()).toEqual([]);
  maps.restore(parks);
  expect(maps.list()).toEqual([parks]);
});

test("listeners hear of changes, and of none where nothing changed", () => {
  const maps = createDeviceMaps(memoryStorage());
  const listener = vi.fn();
  maps.remember(parks);
  const unsubscribe = maps.subscribe(listener);
  maps.rename(parks.id, "Parks");
  expect(listener).not.toHaveBeenCalled();
  maps.rename(parks.id, "City parks");
  expect(listener).toHaveBeenCalledOnce();
  expect(maps.find(parks.id)?.title).toBe("City parks");
  unsubscribe();
  maps.forget(parks.id);
  expect(listener).toHaveBeenCalledOnce();
});

test("what another tab opened is not lost by a write in this one", () => {
  const storage = memoryStorage();
  const here = createDeviceMaps(storage);
  const there = createDeviceMaps(storage);
  there.remember(trams);
  here.remember(parks);
  expect(here.list()).toEqual([trams, parks]);
  there.refresh();
  expect(there.list()).toEqual([trams, parks]);
});

test.each([
  ["not JSON", "{", []],
  ["of another version", JSON.stringify({ version: 7, maps: [parks] }), []],
  ["partly odd", JSON.stringify({ version: 1, maps: [{ id: 4 }, parks] }), [parks]],
])("a kept list that is %s is read as far as it goes", (_case, text, expected) => {
  expect(createDeviceMaps(memoryStorage(text)).list()).toEqual(expected);
});

test("a link that took another's place is kept whatever it gives", () => {
  const storage = memoryStorage();
  const maps = createDeviceMaps(storage);
  maps.remember(parks);
  maps.noteVoid(parks.id, "another secret");
  expect(maps.find(parks.id)).toEqual(parks);
  maps.noteVoid(parks.id, parks.secret);
  expect(createDeviceMaps(storage).find(parks.id)?.isVoid).toBe(true);
  maps.replaceLink(parks.id, { role: "editor", secret: "edit" });
  expect(createDeviceMaps(storage).find(parks.id)).toEqual({ ...parks, role: "editor", secret: "edit" });
});

test("a deleted map is kept until nobody can have it back", () => {
  const storage = memoryStorage();
  const maps = createDeviceMaps(storage);
  maps.remember(parks);
  maps.remember(trams);
  maps.noteDeleted(parks.id, 500);
  maps.noteDeleted(trams.id, 900);
  maps.noteDeleted(trams.id, undefined);
  maps.dropErased(499);
  expect(createDeviceMaps(storage).list()).toEqual([trams, { ...parks, restorableUntil: 500 }]);
  maps.dropErased(500);
  expect(createDeviceMaps(storage).list()).toEqual([trams]);
});

test("storage that is denied keeps the list until the page is left", () => {
  const maps = createDeviceMaps(
    createDeviceStorage(() => {
      throw new DOMException("denied", "SecurityError");
    }),
  );
  maps.remember(parks);
  expect(maps.find(parks.id)).toEqual(parks);
});
