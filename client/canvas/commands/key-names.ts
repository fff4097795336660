import type { KeyPress } from "./map-command.ts";

type HeldKeys = KeyPress["held"];

/** What a key is called (`keyboard.key.…` in the words) where its sign says little when read aloud. */
export type KeyName =
  | "command"
  | "control"
  | "down"
  | "equals"
  | "escape"
  | "left"
  | "minus"
  | "option"
  | "plus"
  | "question"
  | "right"
  | "shift"
  | "up";

/** A key as it is printed on the keyboard. */
export type KeyCap = Readonly<{ sign: string; name: KeyName | null }>;

const signs: ReadonlyMap<string, KeyCap> = new Map([
  ["ArrowLeft", { sign: "←", name: "left" }],
  ["ArrowRight", { sign: "→", name: "right" }],
  ["ArrowUp", { sign: "↑", name: "up" }],
  ["ArrowDown", { sign: "↓", name: "down" }],
  ["Escape", { sign: "Esc", name: "escape" }],
  ["-", { sign: "−", name: "minus" }],
  ["+", { sign: "+", name: "plus" }],
  ["=", { sign: "=", name: "equals" }],
  ["?", { sign: "?", name: "question" }],
]);

/** The keys to hold and the key to press with them. */
export function keyCaps({ held, key }: KeyPress, isApple: boolean): readonly KeyCap[] {
  // A capital in the canvas's table stands for the letter with Shift.
  const isCapital = key.length === 1 && key !== key.toLowerCase();
  const pressed = signs.get(key) ?? { sign: key.length === 1 ? key.toUpperCase() : key, name: null };
  return [...heldCaps(isCapital ? "shift" : held, isApple), pressed];
}

/** Whether this is a Mac or one of its kin, whose keyboards have ⌘ where others use Ctrl. */
export function isApplePlatform(): boolean {
  return /^(Mac|iP)/u.test(navigator.platform);
}

function heldCaps(held: HeldKeys, isApple: boolean): readonly KeyCap[] {
  const shift: KeyCap = isApple ? { sign: "⇧", name: "shift" } : { sign: "Shift", name: null };
  const command: KeyCap = isApple ? { sign: "⌘", name: "command" } : { sign: "Ctrl", name: "control" };
  switch (held) {
    case "nothing":
      return [];
    case "shift":
      return [shift];
    case "alt":
      return [isApple ? { sign: "⌥", name: "option" } : { sign: "Alt", name: null }];
    case "alt-shift":
      return isApple ? [{ sign: "⌥", name: "option" }, shift] : [{ sign: "Alt", name: null }, shift];
    case "command":
      return [command];
    case "command-shift":
      // In the order in which each platform writes them.
      return isApple ? [shift, command] : [command, shift];
  }
}

/** A key as menus print it beside what it does: "Ctrl D", "⇧⌘G". */
export function shortcutText(key: KeyPress, isApple: boolean): string {
  return keyCaps(key, isApple)
    .map(({ sign }) => sign)
    .join(isApple ? "" : " ");
}
