const unseen = /^[\p{Cc}\p{Default_Ignorable_Code_Point}\p{White_Space}]$/u;

/** Whether nothing is drawn for it, with or without a font: spaces, controls, what only tells how others are written. */
export function isUnseen(codePoint: number): boolean {
  return unseen.test(String.fromCodePoint(codePoint));
}
