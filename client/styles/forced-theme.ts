import { lightTheme, type RelationColors, type Theme } from "#shared/diagram/tokens.ts";

/**
 * The colours that somebody has forced on all pages (Windows contrast themes), by the names CSS has for them. Browsers
 * force them on boxes and text but not on SVG and canvas drawings, so we draw with them ourselves. Kinds and relations
 * are then told apart by icon, word and dash alone.
 */
export const forcedTheme: Theme = {
  name: "contrast",
  scheme: "light",
  background: "Canvas",
  grid: "GrayText",
  text: "CanvasText",
  textMuted: "CanvasText",
  panel: "Canvas",
  panelBorder: "CanvasText",
  cards: { question: card(), claim: card(), evidence: card() },
  relations: {
    support: relation("support"),
    oppose: relation("oppose"),
    backing: relation("backing"),
    undercut: relation("undercut"),
    conflict: relation("conflict"),
    answer: relation("answer"),
    part: relation("part"),
  },
  tints: { amber: tint(), blue: tint(), green: tint(), grey: tint(), pink: tint(), purple: tint() },
  selection: "Highlight",
  mark: "CanvasText",
  focus: "Highlight",
  danger: "CanvasText",
  shadow: "transparent",
};

function card() {
  return { surface: "Canvas", border: "CanvasText", accent: "CanvasText" };
}

function tint() {
  return { surface: "Canvas", border: "CanvasText" };
}

function relation(tone: keyof Theme["relations"]): RelationColors {
  const { dash } = lightTheme.relations[tone];
  return { line: "CanvasText", surface: "Canvas", text: "CanvasText", dash };
}
