/** Half a surrogate pair; with the `u` flag whole ones do not match. */
const half = /\p{Surrogate}/u;

/** Nearly all text: nothing to escape, nothing to leave out. */
const plain = /^[ !#-%(-;=?-~\u00a0-\ud7ff\ue000-\ufffd]*$/;

/** Text as it may stand anywhere in an XML document: escaped, and without what XML has no place for. O(text). */
export function xmlText(text: string): string {
  if (plain.test(text)) return text;
  let out = "";
  for (const character of text) out += plain.test(character) ? character : escaped(character);
  return out;
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
