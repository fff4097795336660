import type { CardKind, Tint } from "#shared/model/records.ts";

/** What a line between cards says; drawn with its own colour, dash and word, so colour is never alone. */
export type RelationTone = "support" | "oppose" | "backing" | "undercut" | "conflict" | "answer" | "part";

/** Colours of one kind of card; `accent` for icon, kind word and edge. */
export type CardColors = Readonly<{ surface: string; border: string; accent: string }>;
/** `line` for strokes and arrowheads, `text` on `surface` for the chip with the word; `dash` in canvas pixels. */
export type RelationColors = Readonly<{
  line: string;
  surface: string;
  text: string;
  dash: readonly number[];
}>;
/** Colours for a card or a region that somebody has tinted. */
export type TintColors = Readonly<{ surface: string; border: string }>;

/** All colours of the canvas and what lies over it, as `#rrggbb`, ready for CSS, SVG and PDF alike. */
export type Theme = Readonly<{
  name: ThemeName;
  /** What the browser draws itself (scroll bars, carets) in this theme. */
  scheme: "light" | "dark";
  background: string;
  grid: string;
  text: string;
  textMuted: string;
  /** Toolbars, panels and menus over the canvas. */
  panel: string;
  panelBorder: string;
  cards: Readonly<Record<CardKind, CardColors>>;
  relations: Readonly<Record<RelationTone, RelationColors>>;
  tints: Readonly<Record<Tint, TintColors>>;
  selection: string;
  /** The frame about what a search found, or a talk is about. */
  mark: string;
  focus: string;
  danger: string;
  /** With opacity: `#rrggbbaa`. */
  shadow: string;
}>;
/** The themes there are. */
export type ThemeName = "light" | "dark" | "contrast";

/** The bundled Inter and what stands in for it where it is missing, as a CSS value. */
export const fontFamily: string = '"Inter Variable", Inter, "Helvetica Neue", Arial, sans-serif';

/** Dashes: whole for what speaks to a card, broken for what speaks to a step, dotted for questions. */
const dashes: Readonly<Record<RelationTone, readonly number[]>> = {
  support: [],
  oppose: [],
  backing: [7, 4],
  undercut: [7, 4],
  conflict: [],
  answer: [1.5, 4],
  part: [1.5, 4],
};

/** Paper: warm and quiet, the cards brighter than the canvas. */
export const lightTheme: Theme = {
  name: "light",
  scheme: "light",
  background: "#f6f4ee",
  grid: "#dedacd",
  text: "#22262b",
  textMuted: "#5a6068",
  panel: "#fffefb",
  panelBorder: "#d9d4c7",
  cards: {
    question: { surface: "#ece9f6", border: "#b9b1d6", accent: "#5b4a9c" },
    claim: { surface: "#ffffff", border: "#cdc8bb", accent: "#4b5058" },
    evidence: { surface: "#fbf6e6", border: "#d8c99a", accent: "#7a5c12" },
  },
  relations: {
    support: { line: "#00666b", surface: "#d9efec", text: "#00484c", dash: dashes.support },
    oppose: { line: "#cf4a12", surface: "#fde5d8", text: "#8a2c06", dash: dashes.oppose },
    backing: { line: "#0d4a6e", surface: "#dfebf3", text: "#23475f", dash: dashes.backing },
    undercut: { line: "#d64a78", surface: "#fae1ea", text: "#861f49", dash: dashes.undercut },
    conflict: { line: "#7d3fa0", surface: "#eee0f5", text: "#5d2a7a", dash: dashes.conflict },
    answer: { line: "#6a5cab", surface: "#e6e2f4", text: "#4a3d85", dash: dashes.answer },
    part: { line: "#6a5cab", surface: "#e6e2f4", text: "#4a3d85", dash: dashes.part },
  },
  tints: {
    amber: { surface: "#fff3d1", border: "#dcb95c" },
    blue: { surface: "#e2eefb", border: "#93b8de" },
    green: { surface: "#e3f3e4", border: "#93c09a" },
    grey: { surface: "#edeef0", border: "#b9bdc4" },
    pink: { surface: "#fce6ee", border: "#dea2b8" },
    purple: { surface: "#f1e6fa", border: "#bf9fdb" },
  },
  selection: "#2c62c9",
  mark: "#c07a00",
  focus: "#1a4fb8",
  danger: "#a61e1e",
  shadow: "#3a342414",
};

/** The same for dark rooms. */
export const darkTheme: Theme = {
  name: "dark",
  scheme: "dark",
  background: "#1b1c1f",
  grid: "#313338",
  text: "#edebe5",
  textMuted: "#adb0b6",
  panel: "#26272b",
  panelBorder: "#3d3f45",
  cards: {
    question: { surface: "#2d2a40", border: "#565078", accent: "#bbaef2" },
    claim: { surface: "#292b30", border: "#484b53", accent: "#c4c8cf" },
    evidence: { surface: "#322e21", border: "#5f563a", accent: "#e3c877" },
  },
  relations: {
    support: { line: "#63d2c8", surface: "#14403d", text: "#a8ece5", dash: dashes.support },
    oppose: { line: "#e8793f", surface: "#4e2513", text: "#ffc9ac", dash: dashes.oppose },
    backing: { line: "#8cc8f0", surface: "#20384a", text: "#bcdcf2", dash: dashes.backing },
    undercut: { line: "#e0588a", surface: "#4b1e31", text: "#fcc4d8", dash: dashes.undercut },
    conflict: { line: "#c08be0", surface: "#3c2350", text: "#e4c8f7", dash: dashes.conflict },
    answer: { line: "#a599e6", surface: "#302a52", text: "#d3cbfb", dash: dashes.answer },
    part: { line: "#a599e6", surface: "#302a52", text: "#d3cbfb", dash: dashes.part },
  },
  tints: {
    amber: { surface: "#42371a", border: "#86702f" },
    blue: { surface: "#1f3347", border: "#47698c" },
    green: { surface: "#22382a", border: "#4c7557" },
    grey: { surface: "#35373c", border: "#63666e" },
    pink: { surface: "#432935", border: "#86556a" },
    purple: { surface: "#382a47", border: "#6f5590" },
  },
  selection: "#7fa8ff",
  mark: "#ffe699",
  focus: "#a3c1ff",
  danger: "#ff8f86",
  shadow: "#00000066",
};

/** For low vision and bright light: ink on white, at least 7:1 for all that is read and for every border. */
export const contrastTheme: Theme = {
  name: "contrast",
  scheme: "light",
  background: "#ffffff",
  grid: "#b8b8b8",
  text: "#000000",
  textMuted: "#2b2b2b",
  panel: "#ffffff",
  panelBorder: "#1a1a1a",
  cards: {
    question: { surface: "#f3f0ff", border: "#33208a", accent: "#33208a" },
    claim: { surface: "#ffffff", border: "#000000", accent: "#1a1a1a" },
    evidence: { surface: "#fff8e0", border: "#5a3c00", accent: "#553800" },
  },
  relations: {
    support: { line: "#004245", surface: "#ffffff", text: "#003538", dash: dashes.support },
    oppose: { line: "#a12900", surface: "#ffffff", text: "#7d2000", dash: dashes.oppose },
    backing: { line: "#00335c", surface: "#ffffff", text: "#002747", dash: dashes.backing },
    undercut: { line: "#a3104a", surface: "#ffffff", text: "#7a0a36", dash: dashes.undercut },
    conflict: { line: "#5f1b8c", surface: "#ffffff", text: "#4a126e", dash: dashes.conflict },
    answer: { line: "#3a2a96", surface: "#ffffff", text: "#2c1f78", dash: dashes.answer },
    part: { line: "#3a2a96", surface: "#ffffff", text: "#2c1f78", dash: dashes.part },
  },
  tints: {
    amber: { surface: "#fff1c2", border: "#664600" },
    blue: { surface: "#e6f0ff", border: "#0a3d7a" },
    green: { surface: "#e6f7e6", border: "#14501c" },
    grey: { surface: "#f2f2f2", border: "#404040" },
    pink: { surface: "#ffe9f1", border: "#871d4b" },
    purple: { surface: "#f5eaff", border: "#55208a" },
  },
  selection: "#0a36b8",
  mark: "#664600",
  focus: "#0a36b8",
  danger: "#8f0000",
  shadow: "#00000033",
};

/**
 * For paper without colour: kinds and sides are told by lightness, by signs and words, and by dashes; what speaks against
 * is black, and its word white on black. No theme of the screen.
 */
export const printTheme: Omit<Theme, "name"> = {
  scheme: "light",
  background: "#ffffff",
  grid: "#d8d8d8",
  text: "#000000",
  textMuted: "#444444",
  panel: "#ffffff",
  panelBorder: "#8a8a8a",
  cards: {
    question: { surface: "#d9d9d9", border: "#4d4d4d", accent: "#262626" },
    claim: { surface: "#ffffff", border: "#767676", accent: "#262626" },
    evidence: { surface: "#f0f0f0", border: "#8f8f8f", accent: "#333333" },
  },
  relations: {
    support: { line: "#6e6e6e", surface: "#ffffff", text: "#262626", dash: dashes.support },
    oppose: { line: "#000000", surface: "#1f1f1f", text: "#ffffff", dash: dashes.oppose },
    backing: { line: "#6e6e6e", surface: "#ffffff", text: "#262626", dash: dashes.backing },
    undercut: { line: "#000000", surface: "#1f1f1f", text: "#ffffff", dash: dashes.undercut },
    conflict: { line: "#000000", surface: "#d0d0d0", text: "#000000", dash: dashes.conflict },
    answer: { line: "#5c5c5c", surface: "#ececec", text: "#262626", dash: dashes.answer },
    part: { line: "#5c5c5c", surface: "#ececec", text: "#262626", dash: dashes.part },
  },
  tints: {
    amber: { surface: "#f7f7f7", border: "#9a9a9a" },
    blue: { surface: "#e4e4e4", border: "#6f6f6f" },
    green: { surface: "#eeeeee", border: "#858585" },
    grey: { surface: "#ebebeb", border: "#8c8c8c" },
    pink: { surface: "#f2f2f2", border: "#7a7a7a" },
    purple: { surface: "#dfdfdf", border: "#666666" },
  },
  selection: "#000000",
  mark: "#4d4d4d",
  focus: "#000000",
  danger: "#000000",
  shadow: "#00000000",
};

/** Themes by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: lightTheme,
  dark: darkTheme,
  contrast: contrastTheme,
};
