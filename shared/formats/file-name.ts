import type { FormatInfo } from "./format-infos.ts";

/** What a map is called in a header: letters and digits alone, which every header and every file system takes; then `tail`. */
export function asciiFileNameOf(
  title: string,
  { extensions: [extension] }: Pick<FormatInfo, "extensions">,
  tail = "",
): string {
  const maxChars = 60;
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, maxChars)
    .replace(/^-|-$/g, "");
  return `${plain === "" ? "map" : plain}${tail === "" ? "" : `-${tail}`}.${extension}`;
}
