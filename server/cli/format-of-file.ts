import { type FormatInfo, findFormat, formatForName, formatInfos } from "#shared/formats/registry.ts";
import { UsageError } from "./command.ts";

/** The format that was named with an option; wrong use where there is none of that name that can do this. */
export function namedFormat(name: string, ability: "canRead" | "canWrite", option: string): FormatInfo {
  const format = findFormat(name);
  if (format?.[ability]) return format;
  const known = formatInfos.filter((info) => info[ability]).map((info) => info.name);
  throw new UsageError(`"${option} ${name}" names no format; there are: ${known.join(", ")}.`);
}

/** The format to write in: the one named, or that of the file's ending. */
export function targetFormat(name: string | undefined, file: string): FormatInfo {
  if (name !== undefined) return namedFormat(name, "canWrite", "--to");
  const format = formatForName(file);
  if (format !== undefined) return format;
  throw new UsageError(
    file === "-"
      ? "Say with --to in which format it is to be written."
      : `The ending of "${file}" is that of no format that can be written. Say the format with --to.`,
  );
}
