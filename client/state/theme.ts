import { useSyncExternalStore } from "react";
import type { ThemeName } from "#shared/diagram/tokens.ts";
import { useView } from "./view-context.tsx";
import type { ThemeChoice } from "./view-store.ts";

/** The theme that a choice comes to on a device that prefers dark or not. */
export function themeOf(choice: ThemeChoice, prefersDark: boolean): ThemeName {
  if (choice === "system") return prefersDark ? "dark" : "light";
  return choice;
}

/** The theme in force, following the device where this user left it to the device. */
export function useThemeName(): ThemeName {
  const choice = useView((state) => state.theme);
  const prefersDark = useSyncExternalStore(watchDevice, devicePrefersDark);
  return themeOf(choice, prefersDark);
}

function watchDevice(onChange: () => void): () => void {
  const query = darkQuery();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

function devicePrefersDark(): boolean {
  return darkQuery().matches;
}

function darkQuery(): MediaQueryList {
  return window.matchMedia("(prefers-color-scheme: dark)");
}
