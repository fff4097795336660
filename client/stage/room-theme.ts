import type { Theme, ThemeName } from "#shared/diagram/index.ts";

/** In the light of a room colours are paler than at a desk: type at 7:1, borders at 3:1 (docs/spec/presenting.md, K14). */
const changes: Readonly<Record<Exclude<ThemeName, "contrast">, Pick<Theme, "textMuted" | "cards">>> = {
  light: {
    textMuted: "#43484f",
    cards: {
      question: { surface: "#ece9f6", border: "#8278ad", accent: "#473884" },
      claim: { surface: "#ffffff", border: "#85806f", accent: "#41464d" },
      evidence: { surface: "#fbf6e6", border: "#94803f", accent: "#5c440a" },
    },
  },
  dark: {
    textMuted: "#c9ccd1",
    cards: {
      question: { surface: "#2d2a40", border: "#837caf", accent: "#cbc1f7" },
      claim: { surface: "#292b30", border: "#7b7f89", accent: "#d0d3d9" },
      evidence: { surface: "#322e21", border: "#8f8458", accent: "#e8d08a" },
    },
  },
};

const made = new Map<Theme, Theme>();

/** The theme as a room sees it; the one with the most contrast stays as it is. The same theme gives the same object. */
export function roomTheme(theme: Theme): Theme {
  if (theme.name === "contrast") return theme;
  const known = made.get(theme) ?? { ...theme, ...changes[theme.name] };
  made.set(theme, known);
  return known;
}

/** The same for style sheets, on the element that holds the stage. */
export function roomColors({ textMuted, cards }: Theme): Readonly<Record<`--${string}`, string>> {
  const colors: Record<`--${string}`, string> = { "--text-muted": textMuted, "--ink-muted": textMuted };
  for (const [kind, { border, accent }] of Object.entries(cards)) {
    colors[`--cards-${kind}-border`] = border;
    colors[`--cards-${kind}-accent`] = accent;
  }
  return colors;
}
