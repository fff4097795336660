import type { ShortcutGroup } from "../features/map-menu/keyboard-dialog.tsx";

/** The keys of the canvas, in words. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  return [];
}
