import type { Diagnostic } from "../diagnostic.ts";

/** Code units of a whole file that any reader of text takes. */
export const maxInputChars = 24_000_000;

/** The fault of a file that is too long to be read, or undefined. `format` begins its code. */
export function inputFault(text: string, format: string): Diagnostic | undefined {
  if (text.length <= maxInputChars) return undefined;
  const message = `A file may have ${maxInputChars} characters; this one has ${text.length}. Take it in parts.`;
  return { code: `${format}_TOO_LARGE`, severity: "error", message };
}
