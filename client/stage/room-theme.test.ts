import { expect, test } from "vitest";
import { contrastOf } from "#shared/diagram/picture/fade-color.ts";
import { darkTheme, lightTheme } from "#shared/diagram/tokens.ts";
import { roomTheme } from "./room-theme.ts";

test.each([lightTheme, darkTheme])(
  "[K14] in a room type has 7:1 and borders and lines 3:1, $name",
  (theme) => {
    const { text, textMuted, background, cards, relations } = roomTheme(theme);
    for (const { surface, border, accent } of Object.values(cards)) {
      for (const ink of [text, textMuted, accent]) expect(contrastOf(ink, surface)).toBeGreaterThanOrEqual(7);
      expect(contrastOf(border, background)).toBeGreaterThanOrEqual(3);
    }
    for (const { line, surface, text: word } of Object.values(relations)) {
      expect(contrastOf(word, surface)).toBeGreaterThanOrEqual(7);
      expect(contrastOf(line, background)).toBeGreaterThanOrEqual(3);
    }
    expect(roomTheme(theme)).toBe(roomTheme(theme));
  },
);

test("[K14] in the dark what is emphasised is told from the borders beside its frame", () => {
  const { mark, cards } = roomTheme(darkTheme);
  for (const { border } of Object.values(cards)) expect(contrastOf(mark, border)).toBeGreaterThanOrEqual(3);
});
