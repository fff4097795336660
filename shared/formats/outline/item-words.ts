import { isWebAddress } from "#shared/lib/web-address.ts";
import type { Card, CardKind, Source } from "#shared/model/index.ts";
import { readLabel } from "./cues.ts";
import { escapeInline, escapeMarkdown } from "./inline-text.ts";
import { type Said, saidBy } from "./item-text.ts";
import { lineBreaks, outlineItems } from "./outline-items.ts";

const kindCues: Readonly<Record<CardKind, string>> = {
  question: "Q: ",
  claim: "claim: ",
  evidence: "evidence: ",
};

/** Lines that surely begin with words are left as they are; others are masked by a backslash. */
const beginsWithWord = /^(?:\p{L}{2,}(?![\p{L}.)、\t])|\p{L}(?:[ ,'’]|$))/u;
/** A number that is no mark since its stop is escaped, or it has none. */
const escapedNumber = /^\d{1,9}(?:[\\ ]|$)/u;
/** After a mark these could make a dividing line, or another mark. */
const beginsWithSign = /^[-*_=+~&]/u;

/** How cards are put into words: the lines of one, and the line that names it where it stands elsewhere. */
export type WrittenWords = Readonly<{
  say: (card: Card, sources: readonly Source[], hasChildren: boolean) => readonly string[];
  name: (card: Card) => string;
}>;

/** As few signs as will do: escaped only where it would else be read as something different. */
export const plainWords: WrittenWords = {
  say: (card, sources, hasChildren) => {
    const plain = normalText(card.text).split("\n");
    const escaped = plain.map(escapeInline);
    const cue = kindCues[card.kind];
    const bare = card.kind === "evidence" || hasSignFirst(plain) ? [] : [plain, escaped];
    const ways = [...bare, withCue(plain, cue), withCue(escaped, cue)].map((way) =>
      masked(withSources(way, card, sources)),
    );
    return plainest(ways, card, hasChildren);
  },
  name: (card) => {
    const name = nameOf(card.text);
    const said = readAlone(`* see: ${name}`);
    return `see: ${said && nameOf(said.text) === name ? name : escapeInline(name)}`;
  },
};

/** What stands before a card where its kind has to be said, and before the name of one that stands elsewhere. */
export type CueWords = Readonly<{ kinds: Readonly<Record<CardKind, string>>; see: string }>;

export const englishCues: CueWords = { kinds: kindCues, see: "see: " };

/** With every sign escaped that any reader of Markdown could take for its own; sources are noted elsewhere. */
export function markdownWordsIn({ kinds, see }: CueWords): WrittenWords {
  return {
    say: (card, _, hasChildren) => {
      const plain = normalText(card.text).split("\n");
      const escaped = plain.map(escapeMarkdown);
      const bare = card.kind === "evidence" || hasSignFirst(plain) ? [] : [escaped];
      const ways = [...bare, withCue(escaped, kinds[card.kind])].map((way) => masked(way, escapedNumber));
      return plainest(ways, card, hasChildren);
    },
    name: (card) => see + escapeMarkdown(nameOf(card.text)),
  };
}

/** Of several ways to say the same the first that reads as that card. */
function plainest(ways: readonly (readonly string[])[], card: Card, hasChildren: boolean): readonly string[] {
  return ways.find((way) => readsAs(readListed(way), card, hasChildren)) ?? ways.at(-1) ?? [];
}

/** Whether these words alone, without any mark, are read as that card. */
export function readsAlone(words: string, card: Card): boolean {
  return readsAs(readAlone(words, false), card, false);
}

/** Texts that read the same on one line name the same card. */
export function nameOf(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** A text as it comes back: without spaces at the ends of lines and without more than one empty line in a row. */
function normalText(text: string): string {
  return text
    .split(lineBreaks)
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** Behind a mark, one line that begins with a word is an item as it stands; anything else goes the whole way. */
function readListed(lines: readonly string[]): Said | undefined {
  const isPlainLine = lines.length === 1 && /^[\p{L}\p{N}]/u.test(lines[0] ?? "");
  if (isPlainLine) return saidBy({ lines, isPlain: false, isQuoted: false }, true);
  return readAlone(`* ${lines.join("\n  ")}`);
}

function readAlone(words: string, mayBear = true): Said | undefined {
  const [item, ...others] = outlineItems(words);
  return item && others.length === 0 ? saidBy(item, mayBear) : undefined;
}

function readsAs(said: Said | undefined, card: Card, hasChildren: boolean): boolean {
  if (!said || said.kind !== card.kind || said.text !== normalText(card.text)) return false;
  const { isLinked, bearing, isReference, kind } = said.cues;
  const isLabel = hasChildren && kind === null && readLabel(said.text) !== undefined;
  return !isLinked && !bearing && !isReference && !isLabel;
}

function hasSignFirst([first = ""]: readonly string[]): boolean {
  return beginsWithSign.test(first);
}

function withCue([first = "", ...others]: readonly string[], cue: string): readonly string[] {
  return [`${cue}${first}`.trimEnd(), ...others];
}

/** Two spaces at the end keep a line break; a backslash keeps a line from being read as a mark. */
function masked(lines: readonly string[], isSafe: RegExp = beginsWithWord): readonly string[] {
  return lines.map((line, index) => {
    const isWord = beginsWithWord.test(line) || isSafe.test(line) || line.startsWith("\\");
    const isMasked = index > 0 && line !== "" && !isWord;
    const next = lines[index + 1] ?? "";
    return `${isMasked ? "\\" : ""}${line}${line !== "" && next !== "" ? "  " : ""}`;
  });
}

function withSources(
  lines: readonly string[],
  { kind, text }: Card,
  sources: readonly Source[],
): readonly string[] {
  if (kind !== "evidence" || text.trim() === "") return lines;
  const named = sources.map(({ title, url }) => {
    const words = escapeInline(title.trim() === "" ? url : title.trim());
    return ` (source: ${isWebAddress(url) && !/[()<>]/u.test(url) ? `[${words}](${url})` : words})`;
  });
  return [...lines.slice(0, -1), (lines.at(-1) ?? "") + named.join("")];
}
