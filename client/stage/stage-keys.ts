import { latinKey, type PressedKey } from "../canvas/commands/latin-key.ts";

/** What a key asks for while presenting or following. */
export type StageKeyId =
  | "next"
  | "previous"
  | "nextStep"
  | "previousStep"
  | "first"
  | "last"
  | "start"
  | "fullscreen"
  | "window"
  | "overview"
  | "jump"
  | "back"
  | "blank"
  | "freeze"
  | "laser"
  | "spotlight"
  | "poll"
  | "reveal"
  | "hand"
  | "timer"
  | "gather"
  | "code"
  | "capture"
  | "notes"
  | "help"
  | "leave";

/** One thing that keys ask for: the keys as `KeyboardEvent.key` names them, letters small, with Shift where it says so. */
export type StageKey = Readonly<{
  id: StageKeyId;
  keys: readonly string[];
  shift?: true;
  presenterOnly?: true;
}>;

/** The keys of a talk. Clickers send PageUp, PageDown, B and F5, which here never loads the page anew. */
export const stageKeys: readonly StageKey[] = [
  { id: "next", keys: ["ArrowRight", " ", "PageDown", "n"] },
  { id: "previous", keys: ["ArrowLeft", "PageUp", "p"] },
  { id: "nextStep", keys: ["ArrowRight"], shift: true },
  { id: "previousStep", keys: ["ArrowLeft"], shift: true },
  { id: "first", keys: ["Home"] },
  { id: "last", keys: ["End"] },
  { id: "jump", keys: ["/", "g"], presenterOnly: true },
  { id: "back", keys: ["Backspace"], presenterOnly: true },
  { id: "overview", keys: ["o"] },
  { id: "fullscreen", keys: ["f"] },
  { id: "start", keys: ["F5"] },
  { id: "window", keys: ["s"], presenterOnly: true },
  { id: "notes", keys: ["d"], presenterOnly: true },
  { id: "blank", keys: ["b", "."], presenterOnly: true },
  { id: "freeze", keys: ["z"], presenterOnly: true },
  { id: "laser", keys: ["l"], presenterOnly: true },
  { id: "spotlight", keys: ["k"], presenterOnly: true },
  { id: "poll", keys: ["v"], presenterOnly: true },
  { id: "reveal", keys: ["Enter"], presenterOnly: true },
  { id: "hand", keys: ["h"] },
  { id: "timer", keys: ["t"], presenterOnly: true },
  { id: "gather", keys: ["r"] },
  { id: "code", keys: ["q"], presenterOnly: true },
  { id: "capture", keys: ["e"], presenterOnly: true },
  { id: "help", keys: ["?"] },
  { id: "leave", keys: ["Escape"] },
];

type Pressed = PressedKey & Readonly<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }>;

/** What the key asks for; without `hasLetters` letters and signs mean nothing, for who speaks to the machine. */
export function stageKeyOf(press: Pressed, hasLetters = true): StageKeyId | undefined {
  if (press.key === "F5") return "start";
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const key = latinKey(press);
  const isLetter = key.length === 1 && key !== " ";
  if (isLetter && !hasLetters) return undefined;
  const isShifted = press.shiftKey && !isLetter;
  const name = isLetter ? key.toLowerCase() : key;
  return stageKeys.find(({ keys, shift = false }) => shift === isShifted && keys.includes(name))?.id;
}

/** The digit that was pressed, for the number of a step. */
export function digitOf({ key, ctrlKey, metaKey, altKey }: Pressed): string | undefined {
  return /^\d$/u.test(key) && !ctrlKey && !metaKey && !altKey ? key : undefined;
}

/**
 * Whether what has the keyboard takes this key itself: a field its text, a button Enter and Space, a dialog or a menu all.
 */
export function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (
    target.closest(
      "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]",
    )
  )
    return true;
  const presses = key === "Enter" || key === " ";
  return (
    presses && target.closest("button, a[href], summary, [role=button], [role=radio], [role=option]") !== null
  );
}
