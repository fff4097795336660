import { joinSpaces } from "../building/index.ts";
import { dataMark, linkMark, type MaskedText, silent, type TextLink } from "./masked-text.ts";
import { shortcodeAt } from "./shortcodes.ts";

/** What a statement says: its words, and what stood among them. */
export type Content = Readonly<{
  text: string;
  tags: readonly string[];
  links: readonly TextLink[];
  data: readonly string[];
}>;

const tagAt = /#(?:\(([^)\n]+)\)|([a-zA-Z0-9_\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+))/y;
/** People break lines in names, too. */
const mentionAt = /@(?:\[([^\]]{1,300})\]|<([^>]{1,300})>)/y;
const special = /[\\*_#@.:\uFDD0-\uFDD2]/g;
/** Behind these signs, or at the end, emphasis may close. */
const afterEmphasis = /[\s)}_.,!?;:\-*"'”’]|^$/;

/** A hundred times what a card holds: marks and comments among its words take room, too. */
const maxMarkedChars = 1_000_000;
const none: readonly never[] = [];

type Mark = Readonly<{ sign: string; piece: number }>;

/** Reads what a statement says between two places of a masked text. O(length). */
export function readContent({ text, data, links }: MaskedText, start: number, end: number): Content {
  const marked = text.slice(start, Math.min(end, start + maxMarkedChars));
  special.lastIndex = 0;
  if (!special.test(marked)) return { text: joinSpaces(marked), tags: none, links: none, data: none };
  return new ContentReader(marked, start, data, links).read();
}

class ContentReader {
  readonly #text: string;
  readonly #start: number;
  readonly #data: MaskedText["data"];
  readonly #links: MaskedText["links"];
  readonly #pieces: string[] = [];
  /** Pieces that are tags. */
  readonly #tagPieces = new Set<number>();
  readonly #open: Mark[] = [];
  readonly #tags: string[] = [];
  readonly #foundLinks: TextLink[] = [];
  readonly #foundData: string[] = [];

  constructor(text: string, start: number, data: MaskedText["data"], links: MaskedText["links"]) {
    this.#text = text;
    this.#start = start;
    this.#data = data;
    this.#links = links;
  }

  read(): Content {
    let at = 0;
    for (;;) {
      special.lastIndex = at;
      const found = special.exec(this.#text);
      const next = found ? found.index : this.#text.length;
      if (next > at) this.#pieces.push(this.#text.slice(at, next));
      if (!found) break;
      at = next + this.#readSign(found[0], next);
    }
    return {
      text: this.#words(),
      tags: this.#tags,
      links: this.#foundLinks,
      data: this.#foundData,
    };
  }

  /** How many signs were read. */
  #readSign(sign: string, at: number): number {
    switch (sign) {
      case silent:
        return 1;
      case dataMark:
        this.#foundData.push(this.#data.get(this.#start + at) ?? "");
        return 1;
      case linkMark:
        return this.#link(at);
      case "\\":
        this.#pieces.push(this.#text.charAt(at + 1));
        return 2;
      case "#":
        return this.#tag(at);
      case "@":
        return this.#mention(at);
      case "*":
      case "_":
        return this.#emphasis(sign, at);
      default:
        return this.#stop(sign, at);
    }
  }

  #link(at: number): number {
    const link = this.#links.get(this.#start + at);
    if (link) {
      this.#foundLinks.push(link);
      this.#pieces.push(link.title);
    }
    return 1;
  }

  #tag(at: number): number {
    tagAt.lastIndex = at;
    const [whole, inBrackets, word] = tagAt.exec(this.#text) ?? [];
    this.#pieces.push(whole ?? "#");
    const tag = inBrackets ?? word;
    if (whole === undefined || tag === undefined) return 1;
    this.#tagPieces.add(this.#pieces.length - 1);
    this.#tags.push(tag);
    return whole.length;
  }

  /** A mention leaves the name. */
  #mention(at: number): number {
    mentionAt.lastIndex = at;
    const [whole, statement, argument] = mentionAt.exec(this.#text) ?? [];
    this.#pieces.push(statement ?? argument ?? "@");
    return whole?.length ?? 1;
  }

  /** Emphasis that opens and closes goes; a sign alone is itself. */
  #emphasis(sign: string, at: number): number {
    const mark = this.#text.startsWith(sign + sign, at) ? sign + sign : sign;
    const after = this.#text.charAt(at + mark.length);
    const before = this.#text.charAt(at - 1);
    const last = this.#open.at(-1);
    if (last?.sign === mark && !/^\s?$/.test(before) && afterEmphasis.test(after)) {
      this.#open.pop();
      this.#pieces[last.piece] = "";
      return mark.length;
    }
    this.#pieces.push(mark);
    if (!/^\s?$/.test(after)) this.#open.push({ sign: mark, piece: this.#pieces.length - 1 });
    return mark.length;
  }

  #stop(sign: string, at: number): number {
    const shortcode = shortcodeAt(this.#text, at);
    this.#pieces.push(shortcode?.sign ?? sign);
    return shortcode?.length ?? 1;
  }

  /** Tags before and behind the words are no words; among them they are. */
  #words(): string {
    const isSpoken = (piece: string, index: number): boolean =>
      !this.#tagPieces.has(index) && /\S/.test(piece);
    const first = this.#pieces.findIndex(isSpoken);
    const last = this.#pieces.findLastIndex(isSpoken);
    return first === -1 ? "" : joinSpaces(this.#pieces.slice(first, last + 1).join(""));
  }
}
