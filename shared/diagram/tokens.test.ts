import { describe, expect, test } from "vitest";
import { cardKinds, tints } from "#shared/model/records.ts";
import { type RelationTone, themes } from "./tokens.ts";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for lines that carry meaning; the high-contrast theme keeps 1.4.6 for both. */
const demands = { normal: { text: 4.5, line: 3 }, contrast: { text: 7, line: 7 } };

describe.each(Object.values(themes))("$name theme", (theme) => {
  const { text: textContrast, line: lineContrast } =
    demands[theme.name === "contrast" ? "contrast" : "normal"];
  const surfaces = [
    theme.background,
    theme.panel,
    ...cardKinds.map((kind) => theme.cards[kind].surface),
    ...tints.map((tint) => theme.tints[tint].surface),
  ];

  test("text is readable on every surface", () => {
    for (const surface of surfaces) {
      expect(contrast(theme.text, surface)).toBeGreaterThanOrEqual(7);
      expect(contrast(theme.textMuted, surface)).toBeGreaterThanOrEqual(textContrast);
      expect(contrast(theme.danger, surface)).toBeGreaterThanOrEqual(textContrast);
    }
    for (const kind of cardKinds) {
      const { accent } = theme.cards[kind];
      for (const surface of surfaces) expect(contrast(accent, surface)).toBeGreaterThanOrEqual(textContrast);
    }
  });

  test("relations stand out from the canvas and their words from their chips", () => {
    for (const { line, surface, text } of Object.values(theme.relations)) {
      expect(contrast(line, theme.background)).toBeGreaterThanOrEqual(lineContrast);
      expect(contrast(text, surface)).toBeGreaterThanOrEqual(textContrast);
    }
  });

  test("what is marked is told from the canvas by its frame", () => {
    expect(contrast(theme.mark, theme.background)).toBeGreaterThanOrEqual(lineContrast);
  });

  test("selection and focus stand out from every surface", () => {
    for (const surface of surfaces) {
      expect(contrast(theme.selection, surface)).toBeGreaterThanOrEqual(lineContrast);
      expect(contrast(theme.focus, surface)).toBeGreaterThanOrEqual(lineContrast);
    }
  });

  test("no border is lost on what it is drawn on", () => {
    const borders = [
      theme.panelBorder,
      ...cardKinds.map((kind) => theme.cards[kind].border),
      ...tints.map((tint) => theme.tints[tint].border),
    ];
    for (const border of borders) {
      const least = theme.name === "contrast" ? 7 : 1.2;
      for (const ground of [theme.background, theme.panel]) {
        expect(contrast(border, ground)).toBeGreaterThanOrEqual(least);
      }
    }
  });

  test("for and against differ in lightness and stay apart for colour-blind readers", () => {
    const pairs: readonly (readonly [RelationTone, RelationTone])[] = [
      ["support", "oppose"],
      ["backing", "undercut"],
    ];
    for (const [good, bad] of pairs) {
      const [a, b] = [theme.relations[good].line, theme.relations[bad].line];
      if (good === "support") expect(contrast(a, b)).toBeGreaterThan(1.35);
      for (const matrix of Object.values(colourBlindness)) {
        expect(difference(simulate(a, matrix), simulate(b, matrix))).toBeGreaterThan(20);
      }
    }
  });

  test("relations to a step are told from relations to a card by their dashes", () => {
    expect(theme.relations.undercut.dash).not.toEqual(theme.relations.oppose.dash);
    expect(theme.relations.backing.dash).not.toEqual(theme.relations.support.dash);
  });
});

type Rgb = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const colourBlindness: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(color: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function simulate(color: string, matrix: Matrix): Rgb {
  const rgb = linear(color);
  const row = ([r, g, b]: Rgb) => Math.min(1, Math.max(0, r * rgb[0] + g * rgb[1] + b * rgb[2]));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Distance in CIE L*a*b* (D65); about 2 is just noticeable. */
function difference(a: Rgb, b: Rgb): number {
  const lab = ([r, g, bl]: Rgb): Rgb => {
    const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
    const x = f((0.4124 * r + 0.3576 * g + 0.1805 * bl) / 0.9505);
    const y = f(0.2126 * r + 0.7152 * g + 0.0722 * bl);
    const z = f((0.0193 * r + 0.1192 * g + 0.9505 * bl) / 1.089);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
