import {
  type ExportOptionName,
  type ExportOptions,
  exportOptionRules,
  initialExportOptions,
} from "#shared/formats/export-options.ts";
import { type FormatName, findFormat } from "#shared/formats/registry.ts";

/** What was chosen last on this device; which part of a map, in which language and on which day, is another matter each time. */
export type ExportChoices = Readonly<{ format: FormatName; options: ExportOptions }>;

type Readable = Readonly<{ getItem: (name: string) => string | null }>;
type Writable = Readonly<{ setItem: (name: string, value: string) => void }>;

const key = "counterpoint.export";
const firstFormat: FormatName = "pdf";
const kept = [
  "theme",
  "ground",
  "title",
  "legend",
  "sources",
  "notes",
  "schemes",
  "standings",
  "fonts",
  "scale",
  "dpi",
  "page",
  "turn",
  "spread",
] as const satisfies readonly ExportOptionName[];

/** What is kept, as far as it can be read; anything else is left at its default. */
export function readChoices(storage: Readable): ExportChoices {
  const stored = parsed(storage.getItem(key));
  const format = findFormat(String(stored["format"]));
  const options: Record<string, unknown> = { ...initialExportOptions };
  for (const name of kept) {
    // A number of dots per inch may be left open, which is no text.
    const value = exportOptionRules[name].read(String(stored[name]));
    if (value !== undefined) options[name] = value;
  }
  return {
    format: format?.canWrite ? format.name : firstFormat,
    options: options as ExportOptions,
  };
}

/**
 * Keeps choices for the next time. Standings only where they were put on or taken off since `before`: at first they follow
 * what the canvas shows, which nobody has chosen for files.
 */
export function keepChoices(
  storage: Readable & Writable,
  { format, options }: ExportChoices,
  before: ExportChoices,
): void {
  const isChosen = options.standings !== before.options.standings;
  const standings = (isChosen ? options : readChoices(storage).options).standings;
  const choices = Object.fromEntries(kept.map((name) => [name, String({ ...options, standings }[name])]));
  storage.setItem(key, JSON.stringify({ ...choices, format }));
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {}; // somebody else's, or cut off
  }
}
