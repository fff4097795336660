/** What XML has no way to write, not even as a number; see section 2.2 of XML 1.0. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const special = /[&<>"'\t\n\r]/g;
const specialInText = /[&<>\r]/g;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** The words for between tags: they come back as they are, but for signs that XML has no way to write. */
export function escapeXmlText(words: string): string {
  return words.replace(unwritable, "\uFFFD").replace(specialInText, escapeOf);
}

/** The words for an attribute in quotation marks, line breaks and all. */
export function escapeXmlAttribute(words: string): string {
  return words.replace(unwritable, "\uFFFD").replace(special, escapeOf);
}

/** A tag's attributes, each with a space before it, in the order given; what is undefined is left out. */
export function xmlAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeXmlAttribute(String(value))}"`))
    .join("");
}

function escapeOf(sign: string): string {
  return escapes[sign] ?? sign;
}
