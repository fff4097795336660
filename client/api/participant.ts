import { nanoid } from "nanoid";

const key = "counterpoint.participant";
/** 192 bits. */
const secretChars = 32;

/**
 * By what the server knows this device again, so that nobody else can change what was said here. Made once, and sent with
 * what is said; where this device keeps nothing, it lasts as long as the page.
 */
export function participantSecret(storage: Pick<Storage, "getItem" | "setItem">): string {
  const known = storage.getItem(key);
  if (known !== null && known.length >= secretChars) return known;
  const made = nanoid(secretChars);
  storage.setItem(key, made);
  return made;
}
