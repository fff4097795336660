/** What CSL takes for markup in its texts. */
const tag = /<\/?(?:i|b|sup|sub|sc|span)\b[^<>]*>/giu;

/** The words of a text without its markup. */
export function wordsOfCsl(text: string): string {
  return text.replace(tag, "").replace(/&#(60|38);/gu, (_, code) => String.fromCharCode(Number(code)));
}

/** The words as a text in which nothing is markup. */
export function cslOfWords(words: string): string {
  return words
    .replace(/&(?=#(?:60|38);)/gu, "&#38;")
    .replace(/<(?=\/?(?:i|b|sup|sub|sc|span)\b)/giu, "&#60;");
}
