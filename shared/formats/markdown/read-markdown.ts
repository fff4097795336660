import { emptyMap } from "#shared/model/index.ts";
import { cleanText, cutToTitle, inputFault } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { type InlineLink, markOfNote, readOutline, reduceInline } from "../outline/index.ts";
import { headingMarks } from "./write-markdown.ts";

const frontMatter = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?=\n|$)/;
const heading = /^(#{1,6}) (.*) (<!-- (?:title|group|end) -->)[ \t]*$/;
const definition = /^\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/;
const link = /^\[((?:\\.|[^[\]\\])*)\]\(<?([^()<>\s]+)>?\)/;
const emphasised = /^\*((?:\\.|[^*\\])*)\*/;

/**
 * Reads Markdown as an outline (docs/spec/outline.md), besides the title in the front matter, notes (the source that a note
 * begins with is cited), and the headings that our writer marks as no cards. Never throws.
 */
export function readMarkdown(file: string, options: ReadOptions): ReadResult {
  const fault = inputFault(file, "MARKDOWN");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const text = cleanText(file).replace(/[\uFDD0\uFDD1]/g, "\uFFFD");
  const { lines, title, notes } = partsOf(text);
  const numbers = new Map([...notes.keys()].map((label, index) => [label, index + 1]));
  const marked = withNoteMarks(lines.join("\n"), numbers);
  const links = new Map([...notes].map(([label, source]) => [numbers.get(label) ?? 0, source]));
  const { map, diagnostics } = readOutline(marked, { ...options, notes: links });
  return { map: title === undefined ? map : { ...map, meta: { ...map.meta, title } }, diagnostics };
}

type Parts = Readonly<{
  /** As many as the file has, so that faults keep their place. */
  lines: readonly string[];
  title: string | undefined;
  /** The source of each note, by its label. */
  notes: ReadonlyMap<string, InlineLink>;
}>;

function partsOf(text: string): Parts {
  const notes = new Map<string, InlineLink>();
  const [front, yaml = ""] = frontMatter.exec(text) ?? [];
  const frontLines = front === undefined ? 0 : front.split("\n").length;
  let title = titleIn(yaml);
  let isOver = false;
  const lines = text.split("\n").map((line, index) => {
    if (index < frontLines) return "";
    const [, label, said = ""] = definition.exec(line) ?? [];
    if (label !== undefined) {
      const source = sourceIn(said);
      if (source && !notes.has(label)) notes.set(label, source);
      return "";
    }
    const [, signs = "", words = "", mark] = heading.exec(line) ?? [];
    if (mark === headingMarks.end) isOver = true;
    if (mark === headingMarks.title) title ??= cutToTitle(plain(words));
    // A heading without words ends the one before it and is no card.
    if (mark === headingMarks.group && !isOver) return `${signs} `;
    return isOver || mark !== undefined ? "" : line;
  });
  return { lines, title, notes };
}

function titleIn(yaml: string): string | undefined {
  const [, words] = /^title:[ \t]*(\S.*)$/m.exec(yaml) ?? [];
  const [, quoted] = /^(["'])(.*)\1$/.exec(words?.trim() ?? "")?.slice(1) ?? [];
  return words === undefined ? undefined : cutToTitle(quoted ?? words);
}

/** What a note begins with: a link, words set off, or all of it. */
function sourceIn(said: string): InlineLink | undefined {
  const [, linked, url = ""] = link.exec(said) ?? [];
  const title = plain(linked ?? emphasised.exec(said)?.[1] ?? said).trim();
  return title === "" && url === "" ? undefined : { title, url };
}

function plain(words: string): string {
  return reduceInline(words, ({ title, url }) => (title === "" ? url : title)).text;
}

/** Marks of notes that are explained somewhere; what is escaped is words. */
function withNoteMarks(text: string, numbers: ReadonlyMap<string, number>): string {
  if (numbers.size === 0) return text;
  return text.replace(/\\[\s\S]|\[\^([^\]\s]{1,60})\]/g, (found, label?: string) => {
    const number = label === undefined ? undefined : numbers.get(label);
    return number === undefined ? found : markOfNote(number);
  });
}
