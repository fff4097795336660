import { expect, test } from "vitest";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { ownWindows } from "./own-windows.ts";

test("[K9] a device knows which windows of its own had the word, map by map, and not without end", () => {
  const storage = createDeviceStorage(() => window.localStorage);
  const [parks, roads] = [ownWindows("parks", storage), ownWindows("roads", storage)];
  parks.add(7);
  expect([parks.has(7), parks.has(77), roads.has(7)]).toEqual([true, false, false]);
  for (let id = 100; id < 120; id += 1) parks.add(id);
  expect([parks.has(7), parks.has(119)]).toEqual([false, true]);
  expect(ownWindows("parks", storage).has(110)).toBe(true);
});
