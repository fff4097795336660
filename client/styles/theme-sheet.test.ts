import { expect, test } from "vitest";
import { lightTheme, themes } from "#shared/diagram/tokens.ts";
import { themeSheet } from "./theme-sheet.ts";

test("each theme is a rule on the root, chosen by its name", () => {
  for (const name of Object.keys(themes)) expect(themeSheet()).toContain(`:root[data-theme="${name}"] {`);
});

test("nested tokens become dashed names and dashes become what a stroke takes", () => {
  const sheet = themeSheet();
  expect(sheet).toContain(`--text-muted: ${lightTheme.textMuted};`);
  expect(sheet).toContain(`--relations-support-line: ${lightTheme.relations.support.line};`);
  expect(sheet).toContain("--relations-support-dash: none;");
  expect(sheet).toContain(`--relations-undercut-dash: ${lightTheme.relations.undercut.dash.join(" ")};`);
});

test("a device that forces its colours is given way to in every theme, last", () => {
  const [, forced = ""] = themeSheet().split("@media (forced-colors: active)");
  expect(forced).toContain(":root[data-theme] {");
  expect(forced).toContain("--relations-support-line: CanvasText;");
  expect(forced).toContain(`--relations-undercut-dash: ${lightTheme.relations.undercut.dash.join(" ")};`);
  expect(forced).not.toMatch(/#[0-9a-f]{6}/u);
});
