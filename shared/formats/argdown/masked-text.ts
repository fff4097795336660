/** A link in a text: `[title](url)`. */
export type TextLink = Readonly<{ title: string; url: string }>;

/** Stands for what says nothing: comments, and all but the first sign of data and links. */
export const silent = "\uFDD0";
/** Stands where data begins, `{…}`. */
export const dataMark = "\uFDD1";
/** Stands where a link begins. */
export const linkMark = "\uFDD2";

/**
 * A text in which comments, data and links are covered up, so that it can be read line by line: every sign stays where
 * it was. What was covered is found by its place.
 */
export type MaskedText = Readonly<{
  text: string;
  data: ReadonlyMap<number, string>;
  links: ReadonlyMap<number, TextLink>;
}>;

/** Whether nothing that says something comes before on the line, and whether the line above is empty. */
type Place = Readonly<{ isAlone: boolean; isAfterBlank: boolean }>;
const midLine: Place = { isAlone: false, isAfterBlank: false };

/** Longer data is words. */
const maxDataChars = 100_000;
/** Comments, data and links; what comes after that many is words. */
const maxCovered = 500_000;

/** The same text where none of its signs means anything here. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uFDD0-\uFDD2]/g, "\uFFFD");
}

/** Covers up what lies from `start` on. O(length): whatever is looked for ahead is looked for once. */
export function maskText(text: string, start: number): MaskedText {
  return new Masker(text, start).mask();
}

class Masker {
  readonly #text: string;
  readonly #pieces: string[] = [];
  readonly #data = new Map<number, string>();
  readonly #links = new Map<number, TextLink>();
  readonly #nextOf: (sign: string, from: number) => number;
  /** Up to where all is in the pieces, and what that place is. */
  #done = 0;
  #place: Place = { isAlone: true, isAfterBlank: true };
  #at: number;
  /** No data begins before this. */
  #noDataBefore = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
    this.#nextOf = finderIn(text);
  }

  mask(): MaskedText {
    const special = /[\\/<{[]/g;
    while (this.#pieces.length < 2 * maxCovered) {
      special.lastIndex = this.#at;
      const found = special.exec(this.#text);
      if (!found) break;
      this.#at = found.index;
      this.#read(found[0]);
    }
    this.#pieces.push(this.#text.slice(this.#done));
    return { text: this.#pieces.join(""), data: this.#data, links: this.#links };
  }

  #read(sign: string): void {
    const at = this.#at;
    if (sign === "\\") this.#at += 2;
    else if (sign === "[") this.#link();
    else if (sign === "{") this.#datum();
    else if (this.#text.startsWith("<!--", at)) this.#comment(this.#nextOf("-->", at + 4), 3);
    else if (sign === "<") this.#name();
    else if (this.#text.startsWith("/*", at)) this.#comment(this.#nextOf("*/", at + 2), 2);
    else if (!this.#text.startsWith("//", at)) this.#at += 1;
    // The strokes of an address on the web begin no comment.
    else if (/\w:/.test(this.#text.slice(Math.max(0, at - 2), at))) this.#at += 2;
    else this.#comment(this.#nextOf("\n", at), 0);
  }

  /** A comment that ends behind the `length` signs at `close`. One on lines of its own leaves no line behind. */
  #comment(close: number, length: number): void {
    // A comment that is never closed is none, but for one that ends with its line.
    if (close === this.#text.length && length > 0) {
      this.#at += 1;
      return;
    }
    const place = this.#placeAt(this.#at);
    const end = place.isAlone ? this.#endOfLines(close + length, place.isAfterBlank) : close + length;
    this.#cover(end, silent, place);
  }

  /** Behind the end of the line, unless an empty line comes then; where one came before, behind all empty lines. */
  #endOfLines(from: number, isAfterBlank: boolean): number {
    let end = from;
    const blank = /[ \t]*\n/y;
    for (let count = 0; ; count += 1) {
      blank.lastIndex = end;
      if (!blank.test(this.#text)) return end;
      const after = blank.lastIndex;
      if (!isAfterBlank && (count > 0 || blank.test(this.#text))) return end;
      end = after;
    }
  }

  /** What comes before on the line and above it. */
  #placeAt(at: number): Place {
    let before = this.#skipBack(at);
    if (before < this.#done) return this.#place;
    if (this.#text.charAt(before) !== "\n") return midLine;
    before = this.#skipBack(before);
    const isAfterBlank = before < this.#done ? this.#place.isAlone : this.#text.charAt(before) === "\n";
    return { isAlone: true, isAfterBlank };
  }

  /** Before the spaces that end at `at`, as far as nothing is covered. */
  #skipBack(at: number): number {
    let before = at - 1;
    while (before >= this.#done && " \t".includes(this.#text.charAt(before))) before -= 1;
    return before;
  }

  /** The name of an argument is passed over as it stands. */
  #name(): void {
    const end = this.#nextOf(">", this.#at + 1);
    const isName = isNameStart(this.#text.charAt(this.#at + 1)) && end < this.#nextOf("\n", this.#at);
    this.#at = isName ? end + 1 : this.#at + 1;
  }

  /** A link, or the name of a statement. */
  #link(): void {
    const at = this.#at;
    const close = this.#nextOf("]", at);
    const end = this.#text.charAt(close + 1) === "(" ? this.#nextOf(")", close + 2) : this.#text.length;
    const isLink =
      close > at + 1 && end > close + 2 && end < Math.min(this.#text.length, this.#nextOf("\n\n", at));
    if (!isLink) {
      const isName = close < this.#nextOf("\n", at) && this.#text.charAt(at + 1) !== "[";
      this.#at = isName ? close + 1 : at + 1;
      return;
    }
    const title = this.#text
      .slice(at + 1, close)
      .replace(/\s+/g, " ")
      .trim();
    this.#links.set(at, { title, url: this.#text.slice(close + 2, end).replace(/\s+/g, "") });
    this.#cover(end + 1, linkMark, midLine);
  }

  #datum(): void {
    const at = this.#at;
    const limit = Math.min(at + maxDataChars, this.#nextOf("\n\n", at));
    const end = at < this.#noDataBefore ? undefined : endOfData(this.#text, at, limit);
    if (end === undefined) {
      this.#noDataBefore = Math.max(this.#noDataBefore, limit);
      this.#at += 1;
      return;
    }
    this.#data.set(at, this.#text.slice(at, end));
    this.#cover(end, dataMark, midLine);
  }

  #cover(end: number, mark: string, place: Place): void {
    const at = this.#at;
    this.#pieces.push(this.#text.slice(this.#done, at), mark + silent.repeat(Math.max(0, end - at - 1)));
    this.#done = end;
    this.#at = end;
    this.#place = place;
  }
}

/** Behind the bracket that closes the one at `start`; those in quotation marks count for nothing. */
function endOfData(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  let opens = true;
  for (let at = start; at < limit; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"' && opens) {
      for (at += 1; at < limit && text.charAt(at) !== '"'; at += 1) if (text.charAt(at) === "\\") at += 1;
    } else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    if (depth === 0) return at + 1;
    if (sign.charCodeAt(0) > 32) opens = "{[,:".includes(sign);
  }
  return undefined;
}

/** Whether the name of an argument can begin so: a relation begins with other signs. */
export function isNameStart(sign: string): boolean {
  return !" \t\n+-_<>".includes(sign);
}

/** Finds what comes next; looked for again only once it has been passed. The end of the text where nothing comes. */
function finderIn(text: string): (sign: string, from: number) => number {
  const known = new Map<string, number>();
  return (sign, from) => {
    const last = known.get(sign);
    if (last !== undefined && last >= from) return last;
    const found = text.indexOf(sign, from);
    const next = found === -1 ? text.length : found;
    known.set(sign, next);
    return next;
  };
}
