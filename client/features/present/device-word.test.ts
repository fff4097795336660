import { beforeEach, expect, test } from "vitest";
import { createDeviceStorage } from "../../state/device-storage.ts";
import { presenterWindowName, wordOfDevice } from "./device-word.ts";

const mapId = "parks-000001";

beforeEach(() => window.localStorage.clear());

/** What one page after the other has of a device; where nothing is kept, each page's is its own. */
const kept = () => createDeviceStorage(() => window.localStorage);
const denied = () =>
  createDeviceStorage(() => {
    throw new DOMException("denied", "SecurityError");
  });

test("[K9] a device has one word for a map, and leaves the names of windows as they are", () => {
  const page = { name: "" };
  const word = wordOfDevice(mapId, kept(), page);
  expect(word).toHaveLength(12);
  expect(page.name).toBe("");
  expect(wordOfDevice(mapId, kept(), { name: presenterWindowName(mapId, "another-word") })).toBe(word);
  expect(wordOfDevice("parks-000002", kept(), page)).not.toBe(word);
});

test("[K9] where the browser keeps nothing, a window and the presenter's window it opens have one, loaded anew or not", () => {
  const page = { name: "" };
  const word = wordOfDevice(mapId, denied(), page);
  const notes = { name: presenterWindowName(mapId, word) };
  for (const each of [page, notes, page, notes]) expect(wordOfDevice(mapId, denied(), each)).toBe(word);
  expect(notes.name).toBe(presenterWindowName(mapId, word));
  const other = wordOfDevice("parks-000002", denied(), page);
  expect(other).not.toBe(word);
  expect(wordOfDevice("parks-000002", denied(), page)).toBe(other);
  expect(wordOfDevice(mapId, denied(), { name: "somebody-elses" })).not.toBe(word);
});
