import type { WordId } from "../../words/words.ts";
import { latinKey, type PressedKey } from "./latin-key.ts";
import { type KeyPress, plain, withAlt, withCommand } from "./map-command.ts";

/** What the keys of the outline do is called what `outline.key.…` in the words says. */
type OutlineKeyId = WordId extends infer Word ? (Word extends `outline.key.${infer Id}` ? Id : never) : never;

/**
 * What keys do on a row of the outline, for the outline itself and for the list of keys. Writing in a row, Tab moves
 * it; on the row it leaves the outline, as everywhere.
 */
export const outlineKeys: readonly Readonly<{ id: OutlineKeyId; keys: readonly KeyPress[] }>[] = [
  { id: "add", keys: plain("n", "q", "e") },
  { id: "because", keys: plain("s", "o", "a") },
  { id: "part", keys: plain("A") },
  { id: "step", keys: plain("S", "O", "w") },
  { id: "sibling", keys: withCommand("Enter") },
  { id: "edit", keys: plain("Enter", "F2") },
  { id: "indentWriting", keys: plain("Tab") },
  { id: "indent", keys: withAlt("ArrowRight") },
  { id: "lift", keys: withAlt("ArrowLeft") },
  { id: "up", keys: withAlt("ArrowUp") },
  { id: "down", keys: withAlt("ArrowDown") },
  { id: "kind", keys: plain("N", "Q", "E") },
  { id: "polarity", keys: plain("+", "-") },
  { id: "fold", keys: plain("ArrowLeft", "ArrowRight") },
  { id: "delete", keys: plain("Delete", "Backspace") },
];

const byKey: ReadonlyMap<string, OutlineKeyId> = new Map(
  outlineKeys.flatMap(({ id, keys }) => keys.map(({ held, key }) => [`${held} ${key}`, id] as const)),
);

type Pressed = PressedKey & Readonly<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }>;

/** What a key means on a row of the outline. */
export function outlineKeyFor(press: Pressed): OutlineKeyId | undefined {
  const { ctrlKey, metaKey, altKey } = press;
  const key = latinKey(press);
  const held = ctrlKey || metaKey ? "command" : altKey ? "alt" : "nothing";
  // The plus sign stands above the equals sign on many keyboards.
  return byKey.get(`${held} ${key === "=" ? "+" : key}`);
}
