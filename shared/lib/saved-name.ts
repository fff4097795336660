const maxNameChars = 80;

/** A file name that every file system takes, as close to the title as it can be. */
export function savedNameOf(title: string, extension: string): string {
  const plain = title
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/gu, " ");
  const name = Array.from(plain)
    .slice(0, maxNameChars)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  return `${name === "" ? "map" : name}.${extension}`;
}
