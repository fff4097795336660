import { useLayoutEffect } from "react";
import { themes } from "#shared/diagram/tokens.ts";
import { useThemeName } from "../state/theme.ts";

/** Puts the theme in force on the document and in the browser's own frame. */
export function ThemeEffect() {
  const name = useThemeName();
  // Before the first paint: a dark page must not begin with a white flash.
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = name;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute("content", themes[name].background);
    }
  }, [name]);
  return null;
}
