import type { TextStyle } from "../card-metrics.ts";
import { measureText } from "../text/measure-text.ts";
import { textDirection } from "../text/text-direction.ts";
import { wrapText } from "../text/wrap-text.ts";
import { groupItem, textItem } from "./items.ts";
import type { PictureGroup, PictureInk, PictureItem, PictureList, PictureListEntry } from "./picture.ts";

/** The columns that lists run down, one after the other, and the size of their type. */
export type ListFrame = Readonly<{
  x: number;
  y: number;
  columnWidth: number;
  columnGap: number;
  columns: number;
  /** Of each column; what does not fit goes to another frame like this one. */
  height: number;
  sizePx: number;
}>;

/** What one frame holds; `height` of its longest column. */
export type SetLists = Readonly<{ group: PictureGroup; height: number }>;

/** Sets lists into as many frames as they take. */
export function setLists(
  lists: readonly PictureList[],
  frame: ListFrame,
  ink: PictureInk,
): readonly SetLists[] {
  return setWith(lists, frame, ink, new Map());
}

function setWith(
  lists: readonly PictureList[],
  frame: ListFrame,
  ink: PictureInk,
  broken: BrokenEntries,
): readonly SetLists[] {
  const labels = lists.flatMap(({ entries }) => entries.map(({ label }) => label));
  const setter = new ListSetter(frame, ink, labels, broken);
  for (const { heading, entries } of lists) {
    setter.heading(heading);
    for (const entry of entries) setter.entry(entry);
  }
  return setter.done();
}

/** Sets lists into one frame whose columns come out as long as each other, nearly. */
export function setBalanced(
  lists: readonly PictureList[],
  frame: Omit<ListFrame, "height">,
  ink: PictureInk,
): SetLists | undefined {
  const broken: BrokenEntries = new Map();
  const [whole] = setWith(lists, { ...frame, columns: 1, height: Infinity }, ink, broken);
  if (!whole) return undefined;
  const step = frame.sizePx * leading;
  // Grows in proportion, too, so that long lists take few attempts.
  for (let height = Math.max(whole.height / frame.columns, 4 * step); ; height = height * 1.01 + step) {
    const [first, ...others] = setWith(lists, { ...frame, height }, ink, broken);
    if (others.length === 0) return first;
  }
}

/** Height of a line, and gaps before an entry and a heading, as parts of the type size. */
const leading = 1.4;
const entryGap = 0.35;
const headingGap = 1;
/** Entries with so few lines are not parted. */
const wholeRows = 3;
/** Between a label and its text. */
const labelGap = 0.6;

/** A line and what it belongs to; lines of one look that follow each other become one text. */
type Row = Readonly<{ text: string; url: string | null }>;
/** Entries as lines: the same in every frame that is as wide, whatever its height. */
type BrokenEntries = Map<PictureListEntry, Readonly<{ words: number; rows: readonly Row[] }>>;

class ListSetter {
  readonly #frame: ListFrame;
  readonly #ink: PictureInk;
  readonly #text: TextStyle;
  readonly #strong: TextStyle;
  readonly #indent: number;
  readonly #broken: BrokenEntries;
  readonly #done: SetLists[] = [];
  #items: PictureItem[] = [];
  #column = 0;
  #y = 0;
  #longest = 0;

  constructor(frame: ListFrame, ink: PictureInk, labels: readonly string[], broken: BrokenEntries) {
    const lineHeightPx = frame.sizePx * leading;
    this.#frame = frame;
    this.#ink = ink;
    this.#text = { weight: 400, sizePx: frame.sizePx, lineHeightPx };
    const widest = labels.reduce((most, label) => Math.max(most, measureText(`[${label}]`, this.#text)), 0);
    this.#indent = widest + labelGap * frame.sizePx;
    this.#broken = broken;
    this.#strong = { weight: 600, sizePx: frame.sizePx, lineHeightPx };
  }

  /** Never at the foot of a column: three lines are kept together. */
  heading(words: string): void {
    if (this.#y > 0) this.#y += headingGap * this.#frame.sizePx;
    this.#make(3 * this.#text.lineHeightPx);
    const direction = textDirection(words);
    this.#put(
      textItem({ ...this.#place(0, direction), lines: [words], style: this.#strong, fill: this.#ink.text }),
    );
    this.#advance(this.#text.lineHeightPx);
  }

  entry(entry: PictureListEntry): void {
    const { label, text, url } = entry;
    const style = this.#text;
    const { words, rows } = this.#linesOf(entry);
    if (this.#y > 0) this.#y += entryGap * this.#frame.sizePx;
    this.#make((rows.length <= wholeRows ? rows.length : 2) * style.lineHeightPx);
    const direction = textDirection(text);
    const mark = { lines: [`[${label}]`], style, fill: this.#ink.muted };
    this.#put(textItem({ ...this.#place(0, direction), ...mark }));
    for (let at = 0; at < rows.length; )
      at += this.#rows(rows, at, direction, url === null || at < words ? text : url);
  }

  #linesOf(entry: PictureListEntry): Readonly<{ words: number; rows: readonly Row[] }> {
    const known = this.#broken.get(entry);
    if (known) return known;
    const { text, url } = entry;
    const room = this.#frame.columnWidth - this.#indent;
    const words = wrapText(text, this.#text, room).map((line): Row => ({ text: line, url: null }));
    const address = url ? wrapText(url, this.#text, room).map((line): Row => ({ text: line, url })) : [];
    const lines = { words: words.length, rows: [...words, ...address] };
    this.#broken.set(entry, lines);
    return lines;
  }

  done(): readonly SetLists[] {
    this.#close();
    return this.#done;
  }

  /** As many of the rows of one look as the column takes; at least one. */
  #rows(rows: readonly Row[], at: number, direction: "ltr" | "rtl", whole: string): number {
    const { lineHeightPx } = this.#text;
    this.#make(lineHeightPx);
    const url = rows[at]?.url ?? null;
    const room = Math.max(1, Math.floor((this.#frame.height - this.#y) / lineHeightPx + 1e-6));
    // The last line does not go to the next column alone.
    const isLastAlone = room > 1 && room === rows.length - at - 1;
    const fits = isLastAlone ? room - 1 : room;
    const lines: string[] = [];
    for (const row of rows.slice(at, at + Math.min(fits, rows.length))) {
      if (row.url !== url) break;
      lines.push(row.text);
    }
    const isWhole = lines.length === rows.filter((row) => row.url === url).length;
    const item = textItem({
      ...this.#place(this.#indent, url ? "ltr" : direction),
      lines,
      style: this.#text,
      fill: url ? this.#ink.link : this.#ink.text,
      ...(isWhole ? { whole } : {}),
    });
    this.#put(url ? { type: "link", url, items: [item] } : item);
    this.#advance(lines.length * lineHeightPx);
    if (isLastAlone && lines.length === fits) this.#nextColumn();
    return lines.length;
  }

  #place(indent: number, direction: "ltr" | "rtl") {
    const { x, y, columnWidth, columnGap } = this.#frame;
    const left = x + this.#column * (columnWidth + columnGap);
    return direction === "ltr"
      ? ({ x: left + indent, top: y + this.#y, align: "left", direction } as const)
      : ({ x: left + columnWidth - indent, top: y + this.#y, align: "right", direction } as const);
  }

  #put(item: PictureItem): void {
    this.#items.push(item);
  }

  #advance(by: number): void {
    this.#y += by;
    this.#longest = Math.max(this.#longest, this.#y);
  }

  /** Goes on to the next column, or frame, where so much does not fit below. */
  #make(height: number): void {
    if (this.#y > 0 && this.#y + height > this.#frame.height + 1e-6) this.#nextColumn();
  }

  #nextColumn(): void {
    this.#y = 0;
    this.#column += 1;
    if (this.#column >= this.#frame.columns) this.#close();
  }

  #close(): void {
    if (this.#items.length > 0)
      this.#done.push({ group: groupItem("lists", this.#items), height: this.#longest });
    this.#items = [];
    this.#column = 0;
    this.#y = 0;
    this.#longest = 0;
  }
}
