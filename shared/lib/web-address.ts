/** Whether the words are one address on the web and nothing else: only those are made links. */
export function isWebAddress(words: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/iu.test(words);
}

/** An address without its scheme and the stroke at its end: as people say it, and as two of them are compared. */
export function bareAddress(url: string): string {
  return url.replace(/^https?:\/\//iu, "").replace(/\/$/u, "");
}
