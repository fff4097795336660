import { isWebAddress } from "#shared/lib/web-address.ts";
import {
  type Card,
  type Citation,
  type PlainMap,
  recordsOf,
  type Source,
  type SourceId,
} from "#shared/model/index.ts";
import { joinSpaces } from "../building/index.ts";
import { escapeMarkdown } from "../outline/index.ts";

/** The notes of a map in the order in which cards call for them, the same place of a source once. */
export class Notes {
  readonly #sources: ReadonlyMap<SourceId, Source>;
  readonly #numbers = new Map<string, number>();

  constructor(map: PlainMap) {
    this.#sources = new Map(recordsOf(map, "source").map((source) => [source.id, source]));
  }

  /** The marks to be put behind the words of a card. */
  marksOf({ citations }: Card): string {
    return citations.map((citation) => this.#markOf(citation)).join("");
  }

  /** All notes that cards have called for, a line each. */
  lines(): readonly string[] {
    return [...this.#numbers].map(([words, number]) => `[^${number}]: ${words}`);
  }

  #markOf(citation: Citation): string {
    const source = this.#sources.get(citation.source);
    const words = source ? wordsOfNote(citation, source) : "";
    if (words === "") return "";
    const number = this.#numbers.get(words) ?? this.#numbers.size + 1;
    this.#numbers.set(words, number);
    return `[^${number}]`;
  }
}

/** A source in a list of all: who, what, when, and where to find it. */
export function wordsOfSource({ title, creator, date, url, note }: Source): string {
  const parts = [
    ...(creator.trim() === "" ? [] : [`${inLine(creator)}:`]),
    nameOf(title, url),
    ...(date.trim() === "" ? [] : [`(${inLine(date)})`]),
    ...(note.trim() === "" ? [] : [`– ${inLine(note)}`]),
  ];
  return parts.join(" ");
}

function wordsOfNote({ locator, quote }: Citation, { title, url }: Source): string {
  const name = nameOf(title, url);
  if (name === "") return "";
  const place = locator.trim() === "" ? "" : `, ${inLine(locator)}`;
  return `${name}${place}${quote.trim() === "" ? "" : `: “${inLine(quote)}”`}`;
}

/** The title as a link, or set off where there is no address to go to. */
function nameOf(title: string, url: string): string {
  const words = inLine(title.trim() === "" ? url : title);
  if (words === "") return "";
  return isWebAddress(url) && !/[()<>]/u.test(url) ? `[${words}](${url})` : `*${words}*`;
}

function inLine(words: string): string {
  return escapeMarkdown(joinSpaces(words));
}
