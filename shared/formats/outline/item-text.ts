import { bareAddress, isWebAddress } from "#shared/lib/web-address.ts";
import type { CardKind } from "#shared/model/index.ts";
import { type Cues, isAsked, readCues } from "./cues.ts";
import { type InlineLink, reduceInline } from "./inline-text.ts";
import type { OutlineItem } from "./outline-items.ts";

/** What an item says by itself, wherever it stands. */
export type Said = Readonly<{
  text: string;
  kind: CardKind;
  /** Where evidence is from. */
  sources: readonly InlineLink[];
  cues: Omit<Cues, "text">;
  /** The numbers of the notes that stood among the words. */
  notes: readonly number[];
}>;

/** A note's number between two signs that no text has. */
const noteMark = /\uFDD0(\d+)\uFDD1/gu;

/** What stands in a text for a mark of the note of this number. */
export function markOfNote(number: number): string {
  return `\uFDD0${number}\uFDD1`;
}

/** More sources than anybody names behind one sentence. */
const maxSources = 20;

/** Reads an item's words; `mayBear` where they may say how it speaks to what it stands under. */
export function saidBy(
  item: Pick<OutlineItem, "isPlain" | "isQuoted"> & Readonly<{ lines: readonly string[] }>,
  mayBear: boolean,
  kindByDefault?: CardKind,
): Said {
  const joined = joinLines(item.lines);
  const notes = joined.includes("\uFDD0")
    ? [...joined.matchAll(noteMark)].map(([, number]) => Number(number))
    : [];
  const marked = notes.length > 0 ? joined.replace(noteMark, "") : joined;
  const read = (wordsOf: (link: InlineLink) => string) => {
    const { text, links } = reduceInline(marked, wordsOf);
    const cues: Cues = item.isPlain
      ? { text, isLinked: false, bearing: null, kind: null, isReference: false }
      : readCues(text, mayBear);
    return { cues, links };
  };
  const shown = read(({ title, url }) => (title === "" || title === url ? url : `${title} (${url})`));
  const kind = shown.cues.kind ?? kindByDefault;
  if (kind === undefined || kind === "evidence") {
    const bare = read(({ title, url }) => (title === "" ? url : title));
    const evidence = evidenceIn(bare.cues.text.trim(), bare.links, kind === "evidence", item.isQuoted);
    if (evidence) return { ...evidence, kind: "evidence", cues: bare.cues, notes };
  }
  const text = shown.cues.text.trim();
  return { text, kind: kind ?? (isAsked(text) ? "question" : "claim"), sources: [], cues: shown.cues, notes };
}

/** The lines of an item as one text. Two spaces at the end of a line break it, an empty line begins a paragraph. */
function joinLines(lines: readonly string[]): string {
  let joined = "";
  let gap = "";
  for (const line of lines) {
    const words = line.trimEnd();
    if (words === "") {
      gap = "\n\n";
      continue;
    }
    const isChinese = /\p{Script=Han}$|[，。；：、！？]$/u.test(joined) && /^\p{Script=Han}/u.test(words);
    joined += (joined === "" ? "" : gap === " " && isChinese ? "" : gap) + words;
    gap = line.endsWith("  ") ? "\n" : " ";
  }
  return joined;
}

type Evidence = Readonly<{ text: string; sources: readonly InlineLink[] }>;

/** The words of evidence and where they are from; undefined where nothing says that this is evidence. */
function evidenceIn(
  words: string,
  links: readonly InlineLink[],
  isSaid: boolean,
  isQuoted: boolean,
): Evidence | undefined {
  if (isWebAddress(words)) {
    const { hostname, text } = addressParts(words);
    return { text, sources: [{ title: hostname, url: words }] };
  }
  const [only] = links;
  if (only && links.length === 1 && words === only.title) return { text: words, sources: [only] };
  const quote = quotedIn(words, isQuoted);
  if (!isSaid && !quote) return undefined;
  const sources: InlineLink[] = [];
  const addSource = (name: string) => sources.unshift(sourceNamed(name, links));
  let text = words;
  if (quote) {
    text = quote.words;
    addSource(quote.source);
  }
  for (let name = nameOfSource(text, links); name && sources.length < maxSources; ) {
    text = text.slice(0, name.at).trimEnd();
    addSource(name.source);
    name = nameOfSource(text, links);
  }
  const named = new Set(sources.map(({ url }) => url));
  return { text, sources: [...sources, ...links.filter(({ url }) => !named.has(url))] };
}

type Quote = Readonly<{ words: string; source: string }>;

/** Words in quotation marks, or in a block quote, with their source behind them: in brackets or after a dash. */
function quotedIn(words: string, isQuoted: boolean): Quote | undefined {
  const bracket = trailingBracket(words);
  const dash = /\s*[—–]\s*([^—–"”»」』]+)$/u.exec(words);
  const [at, source] = bracket
    ? [bracket.at, bracket.inner.replace(sourceWord, "")]
    : [dash?.index ?? 0, dash?.[1] ?? ""];
  const quoted = words.slice(0, at).trimEnd();
  const isWhole = isQuoted ? quoted !== "" : /^["“«„「『].+["”»“」』]\p{P}?$/su.test(quoted);
  return isWhole && source.trim() !== "" ? { words: quoted, source: source.trim() } : undefined;
}

const sourceWord = /^(?:source|来源)\s*[:：]\s*/iu;

/** A source at the very end: an address, a link in brackets, or "(source: …)"; `at` is where it begins. */
function nameOfSource(
  text: string,
  links: readonly InlineLink[],
): Readonly<{ at: number; source: string }> | undefined {
  const bracket = trailingBracket(text);
  if (bracket) {
    const { at, inner } = bracket;
    const source = inner.replace(sourceWord, "").trim();
    const isSource =
      source !== inner.trim() || isWebAddress(source) || links.some((link) => link.title === source);
    return isSource && source !== "" && at > 0 ? { at, source } : undefined;
  }
  const at = lastWordAt(text);
  return at > 0 && isWebAddress(text.slice(at)) ? { at, source: text.slice(at) } : undefined;
}

/** Where the last word begins; 0 where it is the only one, or longer than an address may be. */
function lastWordAt(text: string): number {
  for (let at = text.length; at > 0 && text.length - at <= maxAddressChars; at -= 1)
    if (/\s/u.test(text.charAt(at - 1))) return at;
  return 0;
}

function sourceNamed(name: string, links: readonly InlineLink[]): InlineLink {
  if (isWebAddress(name)) return { title: addressParts(name).hostname, url: name };
  return links.find(({ title }) => title === name) ?? { title: name, url: "" };
}

/** How far back the beginning of a bracket is looked for; longer ones name no source. */
const maxBracketChars = 2_500;
/** The same for addresses without brackets. */
const maxAddressChars = 2_500;

function trailingBracket(text: string): Readonly<{ at: number; inner: string }> | undefined {
  if (!/[)）]$/u.test(text)) return undefined;
  let depth = 0;
  for (let at = text.length - 1; at >= 0 && text.length - at <= maxBracketChars; at -= 1) {
    const sign = text.charAt(at);
    if (sign === ")" || sign === "）") depth += 1;
    else if (sign === "(" || sign === "（") depth -= 1;
    if (depth === 0) return { at, inner: text.slice(at + 1, -1) };
  }
  return undefined;
}

function addressParts(url: string): Readonly<{ hostname: string; text: string }> {
  const text = bareAddress(url);
  return { hostname: text.split(/[/?#]/u)[0] ?? text, text };
}
