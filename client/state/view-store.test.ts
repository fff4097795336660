import { describe, expect, test } from "vitest";
import { maxPersonNameChars } from "#shared/protocol/presence.ts";
import { createDeviceStorage } from "./device-storage.ts";
import { personColors } from "./person.ts";
import { themeOf } from "./theme.ts";
import { createViewStore } from "./view-store.ts";

const key = "counterpoint.view";

function memoryStorage(entries: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

describe("the view store", () => {
  test("someone new has a colour, no name, the device's theme and the browser's language", () => {
    const store = createViewStore({ storage: memoryStorage(), random: () => 0.99 });
    expect(store.getState()).toMatchObject({
      theme: "system",
      language: "system",
      person: { name: "" },
      dialog: null,
    });
    expect(Object.keys(personColors)).toContain(store.getState().person.color);
  });

  test("theme, language and person are kept between visits, the open dialog is not", () => {
    const storage = memoryStorage();
    const first = createViewStore({ storage, random: () => 0 });
    first.getState().chooseTheme("dark");
    first.getState().chooseLanguage("zh");
    first.getState().introduce({ name: "  Ada  ", color: "teal" });
    first.getState().openDialog("share");

    const second = createViewStore({ storage, random: () => 0.5 });
    expect(second.getState()).toMatchObject({
      theme: "dark",
      language: "zh",
      person: { name: "Ada", color: "teal" },
      dialog: null,
    });
    expect(storage.kept.get(key)).not.toContain("share");
  });

  test("preferences from before there were languages are kept as they are", () => {
    const kept = JSON.stringify({
      version: 1,
      state: { theme: "dark", person: { name: "Ada", color: "teal" } },
    });
    const store = createViewStore({ storage: memoryStorage({ [key]: kept }), random: () => 0 });
    expect(store.getState()).toMatchObject({ theme: "dark", language: "system", person: { name: "Ada" } });
  });

  test("[E17] what cards say of how they fare is kept, and nothing that cannot be said", () => {
    const storage = memoryStorage();
    const first = createViewStore({ storage, random: () => 0 });
    expect(first.getState().layer).toBe("none");
    first.getState().showLayer("strength");
    expect(createViewStore({ storage, random: () => 0 }).getState().layer).toBe("strength");
    const odd = JSON.stringify({ version: 1, state: { theme: "dark", layer: "mood" } });
    const second = createViewStore({ storage: memoryStorage({ [key]: odd }), random: () => 0 });
    expect(second.getState().layer).toBe("none");
  });

  test("a name is cut at its limit", () => {
    const store = createViewStore({ storage: memoryStorage(), random: () => 0 });
    store.getState().introduce({ name: "x".repeat(100), color: "blue" });
    expect(store.getState().person.name).toHaveLength(maxPersonNameChars);
  });

  test.each([
    ["not JSON", "{"],
    ["another shape", JSON.stringify({ version: 1, state: { theme: "neon", person: 7 } })],
    ["nothing in it", JSON.stringify({ version: 1 })],
  ])("kept preferences that are %s leave the defaults", (_case, text) => {
    const store = createViewStore({ storage: memoryStorage({ [key]: text }), random: () => 0 });
    expect(store.getState().theme).toBe("system");
    expect(store.getState().person.color).toBe("blue");
  });

  test("storage that is denied is done without", () => {
    const storage = createDeviceStorage(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const store = createViewStore({ storage, random: () => 0 });
    store.getState().chooseTheme("light");
    expect(store.getState().theme).toBe("light");
    expect(storage.getItem(key)).toContain("light");
  });
});

test("the system's theme follows the device, a chosen one does not", () => {
  const plain = { prefersDark: false, prefersContrast: false };
  expect(themeOf("system", plain)).toBe("light");
  expect(themeOf("system", { ...plain, prefersDark: true })).toBe("dark");
  expect(themeOf("system", { prefersDark: true, prefersContrast: true })).toBe("contrast");
  expect(themeOf("light", { prefersDark: true, prefersContrast: true })).toBe("light");
});

test.each(Object.entries(personColors))("white text can be read on %s", (_name, color) => {
  expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
