import { createContext, useContext } from "react";
import { type Theme, type ThemeName, themes } from "#shared/diagram/tokens.ts";
import { forcedTheme } from "../styles/forced-theme.ts";
import { useMediaQuery } from "./media-query.ts";
import { useView } from "./view-context.tsx";
import type { ThemeChoice } from "./view-store.ts";

/** What a device says of the colours that its owner wants to see. */
type DeviceColors = Readonly<{ prefersDark: boolean; prefersContrast: boolean }>;

/** The theme that a choice comes to on a device. More contrast goes before dark: there is one theme for it. */
export function themeOf(choice: ThemeChoice, device: DeviceColors): ThemeName {
  if (choice !== "system") return choice;
  if (device.prefersContrast) return "contrast";
  return device.prefersDark ? "dark" : "light";
}

/** The theme in force, following the device where this user left it to the device. */
export function useThemeName(): ThemeName {
  const choice = useView((state) => state.theme);
  const prefersDark = useMediaQuery("(prefers-color-scheme: dark)");
  const prefersContrast = useMediaQuery("(prefers-contrast: more)");
  return themeOf(choice, { prefersDark, prefersContrast });
}

/** What becomes of a theme in a part of the page that is seen from elsewhere than a desk. */
export const ThemeChange = createContext<(theme: Theme) => Theme>((theme) => theme);

/** The colours to draw with where CSS does not reach: the theme in force, or the colours that the device forces on it. */
export function useTheme(): Theme {
  const name = useThemeName();
  const isForced = useMediaQuery("(forced-colors: active)");
  const change = useContext(ThemeChange);
  return isForced ? forcedTheme : change(themes[name]);
}
