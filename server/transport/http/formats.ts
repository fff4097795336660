import {
  type FormatInfo,
  type FormatName,
  findFormat,
  formatInfos,
  formatNames,
} from "#shared/formats/registry.ts";
import { ProblemError } from "./problems.ts";

/** The format of a path's last part or of a request; throws the problem `unknown-format` where maps are not read from it. */
export function readableFormat(name: string): FormatName {
  return formatWhich("canRead", name, "read").name;
}

/** The same for formats that maps are written in. */
export function writableFormat(name: string): FormatInfo {
  return formatWhich("canWrite", name, "written");
}

/** Every media type that a map is exported as. */
export const mediaTypes: readonly string[] = [
  ...new Set(formatInfos.filter(({ canWrite }) => canWrite).map(({ mediaType }) => mediaType)),
];

/** Names for descriptions of calls. */
export const readableNames: readonly string[] = namesWhich("canRead");
export const writableNames: readonly string[] = namesWhich("canWrite");

function formatWhich(ability: "canRead" | "canWrite", name: string, done: string): FormatInfo {
  const format = findFormat(name);
  if (format?.[ability]) return format;
  throw new ProblemError(
    "unknown-format",
    `The formats that can be ${done} here are: ${namesWhich(ability).join(", ")}.`,
  );
}

function namesWhich(ability: "canRead" | "canWrite"): readonly string[] {
  return formatNames.filter((name) => findFormat(name)?.[ability]);
}
