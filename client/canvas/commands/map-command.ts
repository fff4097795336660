import type { WordId } from "../../words/words.ts";
import type { CanvasTools } from "../canvas-context.tsx";

/** Under which heading a command stands in the list of keys and in the palette. */
export type CommandGroup = "add" | "connect" | "edit" | "arrange" | "move" | "view";
export const commandGroups: readonly CommandGroup[] = ["add", "connect", "edit", "arrange", "move", "view"];

/**
 * What is held down with a key. `command` is Ctrl or ⌘. A letter that needs Shift stands as its capital, and a sign
 * as the sign, whatever it takes to type it; `shift` is for keys that type nothing.
 */
export type HeldKeys = "nothing" | "shift" | "alt" | "alt-shift" | "command" | "command-shift";

/** A key as `KeyboardEvent.key` names it, letters small, and what is held with it. */
export type KeyPress = Readonly<{ held: HeldKeys; key: string }>;

/** Commands are called what `command.…` in the words says. */
export type CommandId = WordId extends infer Word ? (Word extends `command.${infer Id}` ? Id : never) : never;

/**
 * One thing that can be asked of the open map. Keyboard, menus, palette and the list of keys all go by these, so that
 * what can be done by one can be done by all.
 */
export type MapCommand = Readonly<{
  id: CommandId;
  group: CommandGroup;
  keys?: readonly KeyPress[];
  /** Its keys are the browser's, which tells the page by a copy, cut or paste event: listed here, never taken. */
  isBrowsers?: true;
  /** Its keys with Ctrl or ⌘ work wherever on the page the keyboard is, but in dialogs. */
  isEverywhere?: true;
  /** Changes the map: nothing for those who only look. */
  changes?: true;
  /** Depends on which key was pressed, or on what the keyboard is at: neither in menus nor in the palette. */
  isKeyOnly?: true;
  /** Whether it means anything now; always where it is left out. */
  isFor?: (tools: CanvasTools) => boolean;
  run: (tools: CanvasTools, key: string) => void;
}>;

/** Keys pressed alone. */
export function plain(...keys: readonly string[]): readonly KeyPress[] {
  return keys.map((key) => ({ held: "nothing", key }));
}

/** Keys pressed with Ctrl or ⌘. */
export function withCommand(...keys: readonly string[]): readonly KeyPress[] {
  return keys.map((key) => ({ held: "command", key }));
}

/** Keys pressed with Ctrl or ⌘, and Shift. */
export function withCommandShift(...keys: readonly string[]): readonly KeyPress[] {
  return keys.map((key) => ({ held: "command-shift", key }));
}

/** Keys that type nothing, pressed with Shift. */
export function withShift(...keys: readonly string[]): readonly KeyPress[] {
  return keys.map((key) => ({ held: "shift", key }));
}

/** Keys pressed with Alt. */
export function withAlt(...keys: readonly string[]): readonly KeyPress[] {
  return keys.map((key) => ({ held: "alt", key }));
}

/** Keys pressed with Alt and Shift. */
export function withAltShift(...keys: readonly string[]): readonly KeyPress[] {
  return keys.map((key) => ({ held: "alt-shift", key }));
}
