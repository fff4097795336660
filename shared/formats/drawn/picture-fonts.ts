import { codePointsOf, composeFont, type Missing } from "#shared/diagram/font/index.ts";
import type { PictureItem } from "#shared/diagram/picture/index.ts";
import type { DrawingTools, MadeFont } from "./drawing.ts";
import { textsIn } from "./drawn-items.ts";

/** The family that font files made for a picture are called by, as in its SVG. */
const family = "Inter";

/** A font file for each weight that the items use, with exactly their characters. */
export async function pictureFonts(
  items: readonly PictureItem[],
  { fontsFor }: Pick<DrawingTools, "fontsFor">,
  missing: Missing,
): Promise<readonly MadeFont[]> {
  const texts = textsIn(items);
  const fonts = await fontsFor(codePointsOf(texts.flatMap(({ lines }) => lines.map(({ text }) => text))));
  const weights = [...new Set(texts.map(({ weight }) => weight))].sort((a, b) => a - b);
  return weights.map((weight) => {
    const lines = texts.flatMap((text) => (text.weight === weight ? text.lines : []));
    const codePoints = codePointsOf(lines.map(({ text }) => text));
    const isWhole = codePoints.every((codePoint) => fonts.some((font) => font.has(codePoint)));
    return { weight, isWhole, bytes: composeFont(codePoints, weight, fonts, { family, missing }) };
  });
}
