/** Half a surrogate pair; with the `u` flag whole ones do not match. */
const half = /\p{Surrogate}/u;

/** Text as it may stand anywhere in an XML document: escaped, and without what XML has no place for. O(text). */
export function xmlText(text: string): string {
  let out = "";
  for (const character of text) out += isPlain(character) ? character : escaped(character);
  return out;
}

function isPlain(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x3f && code < 0x7f) return true;
  if (code >= 0x20 && code < 0x3f)
    return code !== 0x22 && code !== 0x26 && code !== 0x27 && code !== 0x3c && code !== 0x3e;
  return false;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case '"':
      return "&quot;";
    case "'":
      return "&#39;";
    case "\n":
    case "\t":
      return character;
    case "\r":
      return "\n";
  }
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  return isControl || code === 0xfffe || code === 0xffff || half.test(character) ? "" : character;
}
