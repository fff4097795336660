import { expect, test } from "vitest";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { ownWords } from "./own-words.ts";

test("[K9] a device knows as whom it has had the word, map by map, and not without end", () => {
  const storage = createDeviceStorage(() => window.localStorage);
  const [parks, roads] = [ownWords("parks", storage), ownWords("roads", storage)];
  parks.add(7);
  expect([parks.has(7), parks.has(77), roads.has(7)]).toEqual([true, false, false]);
  for (let id = 100; id < 120; id += 1) parks.add(id);
  expect([parks.has(7), parks.has(119)]).toEqual([false, true]);
  expect(ownWords("parks", storage).has(110)).toBe(true);
});
