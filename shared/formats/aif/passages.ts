import { modelLimits } from "#shared/model/index.ts";
import { cleanText, cutTo } from "../building/index.ts";

/** A stretch of the text that was analysed, and what stands before and after it. */
export type Passage = Readonly<{ words: string; before: string; after: string }>;

/** As much of the text around a passage as makes it found again. */
const contextChars = 60;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/**
 * The highlighted stretches of a text in HTML, by the id of the node that each stands for:
 * `<span id="node12" class="highlighted">`. Linear in the length of the text.
 */
export function passagesOf(html: string): ReadonlyMap<string, Passage> {
  const open: Readonly<{ node: string | undefined; start: number }>[] = [];
  const found: Readonly<{ node: string; start: number; end: number }>[] = [];
  const parts: string[] = [];
  let length = 0;
  const put = (words: string) => {
    parts.push(words);
    length += words.length;
  };
  let at = 0;
  while (at < html.length) {
    const opening = html.indexOf("<", at);
    const closing = opening === -1 ? -1 : html.indexOf(">", opening);
    // Without another ">" no tag follows.
    if (closing === -1) break;
    put(unescapeHtml(html.slice(at, opening)));
    const tag = html.slice(opening + 1, closing);
    at = closing + 1;
    if (!/^[a-z/!]/iu.test(tag)) {
      put("<");
      at = opening + 1;
    } else if (/^span\b/iu.test(tag)) {
      open.push({ node: /\bid\s*=\s*["']?node([^"'\s>]+)/iu.exec(tag.slice(0, 500))?.[1], start: length });
    } else if (/^\/span\b/iu.test(tag)) {
      const last = open.pop();
      if (last?.node !== undefined) found.push({ node: last.node, start: last.start, end: length });
    } else if (/^(?:br|\/p|\/div|\/li)\b/iu.test(tag)) put("\n");
  }
  put(unescapeHtml(html.slice(at)));
  const text = cleanText(parts.join(""));
  return new Map(
    found.map(({ node, start, end }) => [
      node,
      {
        words: cutTo(text.slice(start, end), modelLimits.maxQuoteChars).trim(),
        before: text.slice(Math.max(0, start - contextChars), start).replace(/^[\udc00-\udfff]/, ""),
        after: cutTo(text.slice(end, end + contextChars + 1), contextChars),
      },
    ]),
  );
}

/** The same words with nothing in them that HTML could take for its own. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

function unescapeHtml(words: string): string {
  if (!words.includes("&")) return words;
  return words.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return entities[String(name).toLowerCase()] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
