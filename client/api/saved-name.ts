const maxNameChars = 80;

/** A file name that every file system takes, as close to the title as it can be. */
export function savedNameOf(title: string, extension: string): string {
  const name = title
    .normalize("NFC")
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/gu, " ")
    .slice(0, maxNameChars)
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  return `${name === "" ? "map" : name}.${extension}`;
}
