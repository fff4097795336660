import { contrastTheme, darkTheme, lightTheme, printTheme, type Theme } from "../tokens.ts";
import type { PictureThemeName } from "./picture-options.ts";

/** The colours of a picture. */
export type PictureTheme = Omit<Theme, "name">;

const byName: Readonly<Record<PictureThemeName, PictureTheme>> = {
  // On white, as the pages are that pictures go into.
  color: { ...lightTheme, background: "#ffffff" },
  print: printTheme,
  dark: darkTheme,
  contrast: contrastTheme,
};

/** The colours that go by a name. */
export function pictureTheme(name: PictureThemeName): PictureTheme {
  return byName[name];
}
