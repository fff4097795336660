import { fontFamily, type Theme, themes } from "#shared/diagram/tokens.ts";
import { forcedTheme } from "./forced-theme.ts";

/** What a theme is made of: text, numbers in a dash, and more of the same. */
type Token = string | readonly number[] | { readonly [name: string]: Token };

/**
 * The diagram's themes as custom properties, one rule a theme: `relations.support.line` becomes
 * `--relations-support-line`, a dash becomes what `stroke-dasharray` takes. Where the device forces its own colours,
 * every theme gives way to them.
 */
export function themeSheet(): string {
  const forced = [":root[data-theme] {", ...declarations("-", tokensOf(forcedTheme)), "}"].join("\n");
  return [...Object.values(themes).map(themeRule), `@media (forced-colors: active) {\n${forced}\n}`].join(
    "\n",
  );
}

/** Puts the themes into the document; `data-theme` on its root then chooses one. */
export function installThemes(target: Document): void {
  const style = target.createElement("style");
  style.textContent = themeSheet();
  target.head.append(style);
}

function themeRule(theme: Theme): string {
  const lines = [
    ...declarations("-", tokensOf(theme)),
    `  --font-family: ${fontFamily};`,
    `  color-scheme: ${theme.scheme};`,
  ];
  return [`:root[data-theme="${theme.name}"] {`, ...lines, "}"].join("\n");
}

function tokensOf({ name: _name, scheme: _scheme, ...tokens }: Theme): Token {
  return tokens;
}

function declarations(prefix: string, token: Token): readonly string[] {
  if (typeof token === "string") return [`  ${prefix}: ${token};`];
  if (isDash(token)) return [`  ${prefix}: ${token.length > 0 ? token.join(" ") : "none"};`];
  return Object.entries(token).flatMap(([name, part]) => declarations(`${prefix}-${kebab(name)}`, part));
}

function isDash(token: Exclude<Token, string>): token is readonly number[] {
  return Array.isArray(token);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
