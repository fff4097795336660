import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { advanceOf, advanceTable, type FontWeight, unitsPerEm } from "../text/font.ts";
import { codePointsOf, composeFont, fontFilesOf, neededFiles, VariableFont } from "./index.ts";

const packages = createRequire(import.meta.url);
const engine = { create: (bytes: Uint8Array) => create(bytes as Buffer) };

function open(file: string): VariableFont {
  return new VariableFont(readFileSync(packages.resolve(file)), engine);
}

const inter = open("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2");
const greek = open("@fontsource-variable/inter/files/inter-greek-wght-normal.woff2");
const weights: readonly FontWeight[] = [400, 500, 600];

describe("font files made for a picture", () => {
  test.each(weights)("at weight %i every advance is the one that lines are broken by", (weight) => {
    const letters = codePointsOf(["The quick brown fox — “jumps” over, łazy? ÀÉÎÕÜ ßæœ 0123456789 €½"]);
    const table = advanceTable(weight);
    for (const codePoint of letters.filter((each) => inter.has(each)))
      expect(inter.outlineOf(codePoint, weight, unitsPerEm).advance, String.fromCodePoint(codePoint)).toBe(
        advanceOf(table, codePoint),
      );
  });

  test("what is written is read by a font engine: characters, advances, outlines", () => {
    const letters = codePointsOf(["Aé ΑΩ 🙂"]);
    const bytes = composeFont(letters, 600, [inter, greek], { family: "Inter", missing: "frame" });
    const font = create(Buffer.from(bytes));
    if (!("glyphForCodePoint" in font)) throw new Error("one font was written, a collection was read");
    expect(font.characterSet).toEqual([...letters]);
    for (const codePoint of letters) {
      const glyph = font.glyphForCodePoint(codePoint);
      expect(glyph.advanceWidth).toBe(advanceOf(advanceTable(600), codePoint));
      expect(glyph.path.commands.length > 0, String.fromCodePoint(codePoint)).toBe(codePoint !== 0x20);
    }
    expect(font.familyName).toBe("Inter");
  });

  test("the parts of an accented letter stand where the heavier weight puts them", () => {
    const [light, heavy] = [inter.outlineOf(0xe9, 400, unitsPerEm), inter.outlineOf(0xe9, 600, unitsPerEm)];
    expect(light.contours.length).toBe(heavy.contours.length);
    const top = ({ contours }: typeof light) => Math.max(...contours.flat().map(({ y }) => y));
    expect(top(heavy)).toBeGreaterThan(unitsPerEm * 0.7);
    expect(heavy.contours).not.toEqual(light.contours);
  });

  test("the same characters give the same bytes, and what no font has may be left to the system", () => {
    const make = () =>
      composeFont(codePointsOf(["a🙂"]), 400, [inter], { family: "Inter", missing: "leave" });
    expect(make()).toEqual(make());
    const font = create(Buffer.from(make()));
    if (!("characterSet" in font)) throw new Error("one font was written, a collection was read");
    expect(font.characterSet).not.toContain(0x1f642);
  });

  test("halves of pairs stand as the sign for what cannot be read, controls not at all", () => {
    expect(codePointsOf(["\ud800\n"])).toEqual([0x20, 0x2026, 0xfffd]);
  });

  test("odd spaces and signs that nobody sees are no frames, and a narrow space is narrow", () => {
    const letters = codePointsOf(["Vraiment\u202f?", "a\u2000\u2005\u205fb", "\u061c\u180e\u3164", "🙂"]);
    const font = create(
      Buffer.from(composeFont(letters, 400, [inter], { family: "Inter", missing: "frame" })),
    );
    if (!("glyphForCodePoint" in font)) throw new Error("one font was written, a collection was read");
    const drawn = (codePoint: number) => font.glyphForCodePoint(codePoint).path.commands.length > 0;
    expect([0x202f, 0x2000, 0x2005, 0x205f, 0x061c, 0x180e, 0x3164].filter(drawn)).toEqual([]);
    expect(drawn(0x1f642)).toBe(true);
    expect(font.glyphForCodePoint(0x202f).advanceWidth).toBeLessThan(0.3 * unitsPerEm);
  });

  test("accents that no font has are left to fonts of the system, joiners are not", () => {
    const letters = codePointsOf(["x\u0302\u200d"]);
    const font = create(
      Buffer.from(composeFont(letters, 400, [inter], { family: "Inter", missing: "leave" })),
    );
    if (!("characterSet" in font)) throw new Error("one font was written, a collection was read");
    expect(font.characterSet).not.toContain(0x302);
    expect(font.characterSet).toContain(0x200d);
  });

  test("a letter that the first of its files lacks is taken from the file that has it, and from no further one", () => {
    const table: Record<string, string> = packages("@fontsource-variable/inter/unicode.json");
    const files = fontFilesOf(table, (subset) => subset);
    const needed = (text: string) => neededFiles(codePointsOf([text]), files).map(({ name }) => name);
    expect(needed("Ґанок, ұйым")).toEqual(["cyrillic", "latin"]);
    expect(needed("Œuvre, ılık")).toEqual(["latin"]);
    expect(needed("łąka ı")).toEqual(["latin-ext", "latin"]);
    expect(needed("Plain words, naïve")).toEqual(["latin"]);
  });

  test("Chinese is drawn, from the one file that has each character", () => {
    const table: Record<string, string> = packages("@fontsource-variable/noto-sans-sc/unicode.json");
    const files = fontFilesOf(table, (subset) => `noto-sans-sc-${subset}-wght-normal.woff2`);
    const letters = codePointsOf(["开源模型是否更安全？"]).filter((codePoint) => codePoint > 0x2e80);
    const needed = neededFiles(letters, files);
    expect(needed.length).toBeGreaterThan(0);
    expect(needed.length).toBeLessThanOrEqual(letters.length);
    const fonts = needed.map(({ name }) => open(`@fontsource-variable/noto-sans-sc/files/${name}`));
    const font = create(Buffer.from(composeFont(letters, 600, fonts, { family: "Inter", missing: "leave" })));
    if (!("characterSet" in font)) throw new Error("one font was written, a collection was read");
    expect(font.characterSet).toEqual(letters);
    for (const codePoint of letters)
      expect(font.glyphForCodePoint(codePoint).path.commands.length).toBeGreaterThan(4);
  });
});
