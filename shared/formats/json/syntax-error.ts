import type { Diagnostic } from "../diagnostic.ts";
import { faultOffset } from "./fault-offset.ts";

/** What to say of a text that is no JSON, and where it stops being JSON. */
export function syntaxError(text: string): Diagnostic {
  const isEmpty = text.trim() === "";
  const message = isEmpty
    ? "The file is empty."
    : "This is not valid JSON. If it was cut short or edited by hand, take a fresh copy of the file.";
  const offset = isEmpty ? 0 : faultOffset(text);
  return { code: "JSON_SYNTAX", severity: "error", message, ...placeOf(text, offset) };
}

function placeOf(text: string, offset: number): Readonly<{ line: number; column: number }> {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}
