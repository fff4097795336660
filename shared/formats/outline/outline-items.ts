import { type Marker, markerOf, marksSeen, type Seen } from "./markers.ts";

/** One thing that an outline says, and what it stands under. */
export type OutlineItem = {
  /** 1-based. */
  readonly line: number;
  /** Index of the item it stands under; -1 at the top. */
  readonly parent: number;
  /** How many items it stands under. */
  readonly depth: number;
  /** Begins with the mark of a list. */
  readonly isListed: boolean;
  /** `+`, `-`, `~` or `&` where its mark may say something. */
  readonly sign: string | null;
  /** Its first words are no cue, whatever they look like. */
  readonly isPlain: boolean;
  /** Stands in a block quote. */
  readonly isQuoted: boolean;
  /** Its lines, Markdown and all; an empty one begins a paragraph. */
  readonly lines: string[];
  childCount: number;
  /** Code units in `lines`. */
  length: number;
};

/** What an item may stand under while lines are read; `indent` in columns. */
type Open = Readonly<{ index: number; level: number; indent: number; marker: Marker | null }>;

type Line = Readonly<{ number: number; indent: number; text: string; isQuoted: boolean }>;

/** Deeper items stand beside each other at this depth. */
export const maxOutlineDepth = 60;

/** Every way in which programs end a line; some end a line inside a paragraph with a vertical tab. */
export const lineBreaks: RegExp = /\r\n|[\n\r\v\u2028\u2029]/u;

const tabColumns = 4;
/** Numbers are often set right: "9." begins a column after "10.". */
const raggedColumns = 1;
const plainLevel = 7;

/** Cuts a text into items by headings, list marks, indents and blank lines. Rules: docs/spec/outline.md, O1 to O5. */
export function outlineItems(text: string): readonly OutlineItem[] {
  return new ItemReader(text).read();
}

class ItemReader {
  readonly #lines: readonly (Line | null)[];
  readonly #seen: Seen;
  readonly #items: OutlineItem[] = [];
  /** From the outermost to the innermost; headings first, then plain lines, then list items. */
  readonly #open: Open[] = [];
  /** Whether plain lines that follow each other are one paragraph; else each is an item. */
  readonly #joinsLines: boolean;
  #wasBlank = true;

  constructor(text: string) {
    this.#lines = text.split(lineBreaks).map(readLine);
    const said = this.#lines.filter((line) => line !== null);
    this.#seen = marksSeen(said.map((line) => line.text));
    const isMarked = said.some((line) => isHeading(line) || markerOf(line.text, this.#seen) !== undefined);
    const isIndented = !isMarked && new Set(said.map(({ indent }) => indent)).size > 1;
    const first = this.#lines.findIndex((line) => line !== null);
    const last = this.#lines.findLastIndex((line) => line !== null);
    const hasBlank = this.#lines.slice(first, last).includes(null);
    this.#joinsLines = !isIndented && (hasBlank || said.some(isHeading));
  }

  read(): readonly OutlineItem[] {
    for (const line of this.#lines) {
      if (line) this.#take(line);
      this.#wasBlank = line === null;
    }
    return this.#items;
  }

  #take(line: Line): void {
    const heading = headingOf(line);
    if (heading) {
      this.#close(({ level }) => level >= heading.level);
      this.#begin(line, heading.text, { level: heading.level, marker: null });
      return;
    }
    if (isRule(line.text)) {
      if (/^[=-]+$/u.test(line.text)) this.#underline(line.text.startsWith("=") ? 1 : 2);
      return;
    }
    const marker = markerOf(line.text, this.#seen);
    if (marker) this.#takeListItem(line, marker);
    else this.#takePlain(line);
  }

  #takeListItem(line: Line, marker: Marker): void {
    const slack = marker.isOrdered ? raggedColumns : 0;
    this.#close(({ level, indent }) => level >= plainLevel && indent > line.indent + slack);
    const isBeside = (open: Open) => open.marker !== null && open.indent >= line.indent - slack;
    const isSame = (open: Open) => isBeside(open) && open.marker?.key === marker.key;
    if (this.#open.some(isSame)) {
      while (this.#open.some(isSame)) this.#open.pop();
    } else {
      // 1.2 returns from 1.1.1 even where no 1.1 stood between.
      while (this.#open.some((open) => isBeside(open) && (open.marker?.numbers ?? 1) > marker.numbers)) {
        this.#open.pop();
      }
    }
    const words = line.text.slice(marker.length).replace(/^\[[ xX]\]\s+/u, "");
    this.#begin(line, words, { level: plainLevel + 1, marker });
  }

  #takePlain(line: Line): void {
    const innermost = this.#open.at(-1);
    const item = innermost && this.#items[innermost.index];
    const isInItem = innermost?.marker && line.indent > innermost.indent;
    const isInParagraph =
      innermost?.level === plainLevel &&
      (this.#joinsLines || line.isQuoted) &&
      !this.#wasBlank &&
      item?.isQuoted === line.isQuoted;
    if (item && (isInItem || isInParagraph)) {
      if (this.#wasBlank) item.lines.push("");
      item.lines.push(unmasked(line.text));
      item.length += line.text.length;
      return;
    }
    this.#close(({ level, indent }) => level >= plainLevel && indent >= line.indent);
    this.#close(({ marker }) => marker !== null);
    this.#begin(line, line.text, { level: plainLevel, marker: null });
  }

  /** A line of === or --- makes the paragraph above it a heading. */
  #underline(level: number): void {
    const above = this.#open.at(-1);
    if (above?.level !== plainLevel || this.#wasBlank) return;
    this.#open.pop();
    this.#close((open) => open.level >= level);
    const item = this.#items[above.index];
    const parent = this.#open.at(-1)?.index ?? -1;
    const from = item && this.#items[item.parent];
    if (from) from.childCount -= 1;
    const to = this.#items[parent];
    if (to) to.childCount += 1;
    if (item) this.#items[above.index] = { ...item, parent, depth: to ? to.depth + 1 : 0 };
    this.#open.push({ ...above, level });
  }

  #close(isOver: (open: Open) => boolean): void {
    for (let last = this.#open.at(-1); last && isOver(last); last = this.#open.at(-1)) this.#open.pop();
  }

  #begin(line: Line, words: string, open: Pick<Open, "level" | "marker">): void {
    const text = unmasked(words);
    let parent = this.#open.at(-1)?.index ?? -1;
    while ((this.#items[parent]?.depth ?? 0) + 1 > maxOutlineDepth)
      parent = this.#items[parent]?.parent ?? -1;
    const above = this.#items[parent];
    if (above) above.childCount += 1;
    this.#open.push({ ...open, index: this.#items.length, indent: line.indent });
    this.#items.push({
      line: line.number,
      parent,
      depth: above ? above.depth + 1 : 0,
      isListed: open.marker !== null,
      sign: open.marker?.sign ?? null,
      isPlain: words.startsWith("\\"),
      isQuoted: line.isQuoted,
      lines: [text],
      childCount: 0,
      length: text.length,
    });
  }
}

/** A backslash before a line says that it begins with words; before a sign it is Markdown's and goes with the rest. */
function unmasked(words: string): string {
  return /^\\[^!-/:-@[-`{-~]/u.test(words) ? words.slice(1) : words;
}

function readLine(raw: string, index: number): Line | null {
  const [indentation = ""] = /^[\s\u3000]*/u.exec(raw) ?? [];
  // Spaces at the end are kept: two of them break a line in Markdown.
  const text = raw.slice(indentation.length);
  const [quoting = ""] = /^(?:>\s?)*/u.exec(text) ?? [];
  const inner = text.slice(quoting.length);
  if (inner.trim() === "" || /^(?:```|~~~)/u.test(inner)) return null;
  const [more = ""] = /^[\s\u3000]*/u.exec(inner) ?? [];
  return {
    number: index + 1,
    indent: columnsOf(indentation + more),
    text: inner.slice(more.length),
    isQuoted: quoting !== "",
  };
}

function columnsOf(indentation: string): number {
  let columns = 0;
  for (const space of indentation) {
    columns += space === "\t" ? tabColumns - (columns % tabColumns) : space === "\u3000" ? 2 : 1;
  }
  return columns;
}

function isHeading(line: Line): boolean {
  return /^#{1,6}\s/u.test(line.text);
}

function headingOf(line: Line): Readonly<{ level: number; text: string }> | undefined {
  if (!isHeading(line)) return undefined;
  const level = line.text.search(/[^#]/u);
  return {
    level,
    text: line.text
      .slice(level)
      .trim()
      .replace(/\s+#+$/u, ""),
  };
}

/** A line that divides: ---, ***, ===, - - -. */
function isRule(text: string): boolean {
  return /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}\s*)$/u.test(text);
}
