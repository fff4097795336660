import type { Diagnostic } from "../diagnostic.ts";

/** Turns what `JSON.parse` threw into a diagnostic that says where, as far as the engine told. */
export function syntaxError(text: string, cause: unknown): Diagnostic {
  const detail = cause instanceof Error ? cause.message : "";
  const offset = text.trim() === "" ? 0 : offsetIn(detail, text);
  const message =
    text.trim() === ""
      ? "The file is empty."
      : "This is not valid JSON. If it was cut short or edited by hand, take a fresh copy of the file.";
  const fault = { code: "JSON_SYNTAX", severity: "error", message } as const;
  return offset === undefined ? fault : { ...fault, ...placeOf(text, offset) };
}

/** Engines say "at position 12", or quote what they met, or that the input ended. */
function offsetIn(detail: string, text: string): number | undefined {
  const said = /position (\d+)/.exec(detail);
  if (said?.[1]) return Math.min(Number(said[1]), text.length);
  return /end of (JSON )?(input|data)/i.test(detail) ? text.length : undefined;
}

function placeOf(text: string, offset: number): Readonly<{ line: number; column: number }> {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}
