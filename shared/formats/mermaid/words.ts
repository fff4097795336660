/** Signs that Mermaid, the Markdown in its labels or the HTML that it makes of them could take for their own. */
const special = /["#&<>`\\%:;*_+|{}[\]~^$@=]/g;
/** Beginnings of lines that Markdown takes for a list. */
const listMark = /(^|\n)([-•]|\d+[.)])/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones left out
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Words as a label between quotation marks; a label may not be empty. */
export function labelOf(words: string): string {
  const lines = words
    .replace(/\r\n?/gu, "\n")
    .replace(control, "\uFFFD")
    .replace(special, (sign) => `#${sign.charCodeAt(0)};`)
    .replace(listMark, (_, before: string, mark: string) => {
      const last = mark.charCodeAt(mark.length - 1);
      return `${before}${mark.slice(0, -1)}#${last};`;
    })
    .replaceAll("\n", "<br/>");
  return `"${lines.trim() === "" ? " " : lines}"`;
}

/** Words on one line without any sign that means something there, for places that know no escapes. */
export function plainLine(words: string): string {
  return words
    .replace(control, " ")
    .replace(/["#%;{}\s]+/gu, " ")
    .trim();
}

const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: " ",
  apos: "'",
};
const entity = /[#&](?:(#?)(\d{1,7})|([a-z]{2,5}));/gu;
const lineBreak = /<br\s{0,9}\/?>/giu;
const formatting = /<\/?(?:b|i|u|em|strong|small|span|p|div|sub|sup|code|font|center)(?:\s[^<>]{0,500})?>/giu;

/** The words of a label as somebody reads them. */
export function wordsOfLabel(label: string): string {
  const isMarkdown = label.length > 1 && label.startsWith("`") && label.endsWith("`");
  return (isMarkdown ? label.slice(1, -1) : label)
    .replace(lineBreak, "\n")
    .replace(formatting, "")
    .replace(entity, (whole, _: string, code: string | undefined, name: string | undefined) =>
      code === undefined ? (named[name ?? ""] ?? whole) : characterOf(Number(code), whole),
    )
    .trim();
}

function characterOf(code: number, otherwise: string): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : otherwise;
}
