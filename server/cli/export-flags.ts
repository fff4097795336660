import {
  type ExportOptionName,
  type ExportOptions,
  exportOptionRules,
  readExportOptions,
} from "#shared/formats/export-options.ts";
import { type FormatInfo, formatInfos } from "#shared/formats/registry.ts";
import { UsageError } from "./command.ts";

const names = Object.keys(exportOptionRules) as ExportOptionName[];

/** The options of an export as `parseArgs` wants them. */
export const exportFlags: Readonly<Record<ExportOptionName, { type: "string" }>> = Object.fromEntries(
  names.map((name) => [name, { type: "string" }]),
) as Record<ExportOptionName, { type: "string" }>;

/** What was given of them. */
export function givenFlags(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = names.flatMap((name) => {
    const value = values[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** The options for a format; what does not fit it is wrong use. */
export function readFlags(format: FormatInfo, values: Readonly<Record<string, unknown>>): ExportOptions {
  const options = readExportOptions(format, givenFlags(values));
  if (options.ok) return options.value;
  throw new UsageError(options.error.join("\n"));
}

const widest = Math.max(...names.map((name) => name.length));

/** The options, a line each. */
export const flagsHelp: string = names
  .map((name) => {
    const { summary, takes } = exportOptionRules[name];
    return `  --${name.padEnd(widest)}  ${summary}; ${takes}\n`;
  })
  .join("");

/** Formats by what can be done with them, for help. */
export const formatsHelp: string = [
  `Formats that can be read: ${formatInfos
    .filter(({ canRead }) => canRead)
    .map(({ name }) => name)
    .join(", ")}.`,
  `Formats that can be written: ${formatInfos
    .filter(({ canWrite }) => canWrite)
    .map(({ name }) => name)
    .join(", ")}.\n`,
].join("\n");
