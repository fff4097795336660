/** A key that is pressed, as an event of the page tells of it. */
export type PressedKey = Readonly<{
  key: string;
  /** Which key it is, whatever it types. */
  code?: string;
  shiftKey: boolean;
  getModifierState?: (name: "CapsLock") => boolean;
}>;

/**
 * On keyboards of other scripts, the Latin letter that the key has where there is one. A capital is a letter with Shift,
 * whatever Caps Lock makes of it.
 */
export function latinKey(press: PressedKey): string {
  const { key, code = "", shiftKey } = press;
  if (/^[a-z]$/iu.test(key) && press.getModifierState?.("CapsLock"))
    return shiftKey ? key.toUpperCase() : key.toLowerCase();
  const isForeign = /^\p{L}$/u.test(key) && !/^[a-z]$/iu.test(key);
  const letter = isForeign ? /^Key([A-Z])$/u.exec(code)?.[1] : undefined;
  if (letter === undefined) return key;
  return shiftKey ? letter : letter.toLowerCase();
}
