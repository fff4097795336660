/** With the `u` flag only halves that stand alone match; a pair is one character. */
const loneHalf = /\p{Surrogate}/u;

/**
 * Whether `text` has no half of a surrogate pair standing alone. Such a half does not survive being sent as UTF-8, so
 * whoever wrote it would see something other than everybody else.
 */
export function isWellFormed(text: string): boolean {
  return !loneHalf.test(text);
}

/** Whether `index` lies between the two halves of one character. */
export function isInsidePair(text: string, index: number): boolean {
  return isHighSurrogate(text.charCodeAt(index - 1)) && isLowSurrogate(text.charCodeAt(index));
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
