const maxPartChars = 80;
/** Before the ending: file systems take 255 bytes, and programs that save a name twice add to it. */
const maxNameBytes = 240;

/**
 * A file name that every file system takes, as close to the title as it can be. What comes after the title tells files
 * of one map apart, so the title makes room for it.
 */
export function savedNameOf(title: string, extension: string, ...after: readonly string[]): string {
  let room = maxNameBytes;
  const parts = after.toReversed().map((part) => {
    const cut = cutPart(part, room / 2);
    room -= bytesOf(cut) + 1;
    return cut;
  });
  const name = [cutPart(title, room) || "map", ...parts.reverse()].filter((part) => part !== "").join(" ");
  return `${name}.${extension}`;
}

function cutPart(text: string, maxBytes: number): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/gu, " ");
  let cut = "";
  let room = maxBytes;
  for (const character of Array.from(plain).slice(0, maxPartChars)) {
    room -= bytesOf(character);
    if (room < 0) break;
    cut += character;
  }
  return cut.replace(/^[\s.]+|[\s.]+$/gu, "");
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}
