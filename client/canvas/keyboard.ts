import type { Heading } from "./navigation.ts";

/** What a key asks for on the canvas. */
export type KeyIntent =
  | Readonly<{ do: "move-focus" | "nudge"; heading: Heading }>
  | Readonly<{
      do:
        | "edit"
        | "add-claim"
        | "add-question"
        | "add-evidence"
        | "because"
        | "but"
        | "with"
        | "answer"
        | "link-because"
        | "link-but"
        | "contradict"
        | "delete"
        | "duplicate"
        | "group"
        | "select-all"
        | "undo"
        | "redo"
        | "fit"
        | "zoom-in"
        | "zoom-out"
        | "help"
        | "leave";
    }>;

/** What keyboard help puts side by side. */
export type KeyGroup = "add" | "connect" | "edit" | "move" | "view";

/**
 * What is held down with a key. `command` is Ctrl or ⌘. A letter that needs Shift stands as its capital, and a sign
 * as the sign, whatever it takes to type it.
 */
export type HeldKeys = "nothing" | "alt" | "command" | "command-shift";

/** One thing to ask for and all the keys, as `KeyboardEvent.key` names them, that ask for it with `held`. */
export type KeyBinding = Readonly<{
  group: KeyGroup;
  do: KeyIntent["do"];
  held: HeldKeys;
  keys: readonly string[];
}>;

const headings = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" } as const;
const arrows = Object.keys(headings);

/** Every key of the canvas: `readKey` and keyboard help both go by this table, in its order. */
export const keyBindings: readonly KeyBinding[] = [
  { group: "add", do: "add-claim", held: "nothing", keys: ["n"] },
  { group: "add", do: "add-question", held: "nothing", keys: ["q"] },
  { group: "add", do: "add-evidence", held: "nothing", keys: ["e"] },
  { group: "add", do: "because", held: "nothing", keys: ["s"] },
  { group: "add", do: "but", held: "nothing", keys: ["o"] },
  { group: "add", do: "with", held: "nothing", keys: ["w"] },
  { group: "add", do: "answer", held: "nothing", keys: ["a"] },
  { group: "connect", do: "link-because", held: "nothing", keys: ["l"] },
  { group: "connect", do: "link-but", held: "nothing", keys: ["L"] },
  { group: "connect", do: "contradict", held: "nothing", keys: ["c"] },
  { group: "edit", do: "edit", held: "nothing", keys: ["Enter", "F2"] },
  { group: "edit", do: "delete", held: "nothing", keys: ["Delete", "Backspace"] },
  { group: "edit", do: "duplicate", held: "command", keys: ["d"] },
  { group: "edit", do: "group", held: "command", keys: ["g"] },
  { group: "edit", do: "undo", held: "command", keys: ["z"] },
  { group: "edit", do: "redo", held: "command-shift", keys: ["z"] },
  { group: "edit", do: "redo", held: "command", keys: ["y"] },
  { group: "move", do: "move-focus", held: "nothing", keys: arrows },
  { group: "move", do: "nudge", held: "alt", keys: arrows },
  { group: "move", do: "select-all", held: "command", keys: ["a"] },
  { group: "move", do: "leave", held: "nothing", keys: ["Escape"] },
  { group: "view", do: "zoom-in", held: "nothing", keys: ["+", "="] },
  { group: "view", do: "zoom-out", held: "nothing", keys: ["-"] },
  { group: "view", do: "fit", held: "nothing", keys: ["0"] },
  { group: "view", do: "help", held: "nothing", keys: ["?"] },
];

const intents: ReadonlyMap<string, KeyIntent> = new Map(
  keyBindings.flatMap((binding) =>
    binding.keys.map((key): readonly [string, KeyIntent] => [
      pressed(binding.held, key),
      intentOf(binding, key),
    ]),
  ),
);

type Key = Readonly<{ key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }>;

/** Reads a key pressed on the canvas, outside of any text field; undefined where it means nothing here. */
export function readKey({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): KeyIntent | undefined {
  if (ctrlKey || metaKey) {
    // Shift and Caps Lock turn letters into capitals; with Ctrl or ⌘ they mean the same key.
    const letter = key.toLowerCase();
    const shifted = shiftKey ? intents.get(pressed("command-shift", letter)) : undefined;
    return shifted ?? intents.get(pressed("command", letter));
  }
  return intents.get(pressed(altKey ? "alt" : "nothing", key));
}

function pressed(held: HeldKeys, key: string): string {
  return `${held} ${key}`;
}

function intentOf({ do: asked }: KeyBinding, key: string): KeyIntent {
  return asked === "move-focus" || asked === "nudge"
    ? { do: asked, heading: headings[key as keyof typeof headings] }
    : { do: asked };
}
