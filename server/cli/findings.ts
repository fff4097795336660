import type { ApiDiagnostic } from "#shared/protocol/api.ts";

/** A finding as editors and scripts know it: `file:line:column severity CODE message`. */
export function lineOf(file: string, { line, column, path, severity, code, message }: ApiDiagnostic): string {
  const place = line === undefined ? "" : column === undefined ? `:${line}` : `:${line}:${column}`;
  const where = path === undefined || path === "" ? "" : ` (${path})`;
  return `${file}${place} ${severity} ${code} ${plain(message)}${where}\n`;
}

/** One line, and nothing that a terminal would take for a command. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}
