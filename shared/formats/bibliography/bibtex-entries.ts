import { modelLimits } from "#shared/model/index.ts";
import { type Findings, maxInputChars } from "../building/index.ts";

/** One entry: its fields by their names in small letters, in LaTeX as they stand, without the outermost braces. */
export type BibtexEntry = Readonly<{
  type: string;
  key: string;
  fields: ReadonlyMap<string, string>;
  /** 1-based. */
  line: number;
}>;

/** An entry that goes on for longer was never closed. */
const maxEntryChars = 200_000;
/** A file with more broken entries is no bibliography; each costs as much as the longest entry. */
const maxBroken = 500;

/** What abbreviations stand for may be so many times as long as the file, and in a short one so long. */
const maxGrowth = 10;
const leastRoomChars = 10_000;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Cuts a file into its entries. What stands between entries is comment; a broken entry is left out, and reading goes on. */
export function cutBibtex(text: string, findings: Findings): readonly BibtexEntry[] {
  return new Cutter(text, findings).entries();
}

class Cutter {
  readonly #text: string;
  readonly #findings: Findings;
  readonly #entries: BibtexEntry[] = [];
  readonly #strings = new Map(months.map((month) => [month, month]));
  /** Where the entry being read begins. */
  #begin = 0;
  #at = 0;
  /** Where the entry being read must have ended. */
  #end = 0;
  /** Abbreviations, used often or made of each other, stand for so much in all. */
  #room: number;
  #isFull = false;
  #line = 1;
  #lineAt = 0;

  constructor(text: string, findings: Findings) {
    this.#text = text;
    this.#findings = findings;
    this.#room = Math.min(maxInputChars, leastRoomChars + maxGrowth * text.length);
  }

  entries(): readonly BibtexEntry[] {
    let broken = 0;
    const head = /@[ \t]*([a-z]+)\s*[{(]/giu;
    for (let found = head.exec(this.#text); found; found = head.exec(this.#text)) {
      this.#begin = found.index;
      this.#at = head.lastIndex;
      this.#end = Math.min(this.#text.length, found.index + maxEntryChars);
      const isWhole = this.#readEntry((found[1] ?? "").toLowerCase(), found.index);
      head.lastIndex = this.#at;
      // A map holds no more, and whoever makes one says so.
      if (this.#entries.length > modelLimits.maxRecords) break;
      if (isWhole) continue;
      broken += 1;
      this.#warn(
        "BROKEN_ENTRY",
        "This entry is not closed or not well formed, and was left out.",
        found.index,
      );
      if (broken === maxBroken) {
        this.#warn("TOO_MANY_BROKEN", "So many entries are broken that the rest was not read.", found.index);
        break;
      }
      // Whatever it swallowed, the next entry begins its line.
      const next = /\n[ \t]*@/gu;
      next.lastIndex = found.index + 1;
      const again = next.exec(this.#text);
      if (!again) break;
      head.lastIndex = again.index;
    }
    return this.#entries;
  }

  /** False where it is broken. */
  #readEntry(type: string, begin: number): boolean {
    const close = this.#text[this.#at - 1] === "(" ? ")" : "}";
    if (type === "comment" || type === "preamble") return this.#readBraced(close) !== undefined;
    const key = type === "string" ? "" : this.#readKey(close);
    const fields = key === undefined ? undefined : this.#readFields(close);
    if (fields === undefined) return false;
    if (type === "string") {
      for (const [name, value] of fields) this.#strings.set(name, value);
    } else this.#entries.push({ type, key: key ?? "", fields, line: this.#lineOf(begin) });
    return true;
  }

  #readKey(close: string): string | undefined {
    const from = this.#at;
    while (this.#at < this.#end && this.#text[this.#at] !== "," && this.#text[this.#at] !== close)
      this.#at += 1;
    if (this.#at >= this.#end) return undefined;
    const key = this.#text.slice(from, this.#at).trim();
    // Some exports have no key, so that the first field stands in its place.
    if (key.includes("=")) this.#at = from;
    return key.includes("=") ? "" : key;
  }

  /** `name = value` with commas between, up to the closing brace, which it takes. */
  #readFields(close: string): ReadonlyMap<string, string> | undefined {
    const fields = new Map<string, string>();
    for (;;) {
      this.#skip(/[\s,]{0,1000}/uy);
      if (this.#at >= this.#end) return undefined;
      if (this.#text[this.#at] === close) {
        this.#at += 1;
        return fields;
      }
      const name = this.#take(/([^\s=,{}()"#]{1,100})\s{0,1000}=\s{0,1000}/uy);
      const value = name === undefined ? undefined : this.#readValue(close);
      if (name === undefined || value === undefined) return undefined;
      const known = name.toLowerCase();
      if (!fields.has(known)) fields.set(known, value);
    }
  }

  /** Parts joined by "#": in braces, in quotation marks, a number, or an abbreviation. */
  #readValue(close: string): string | undefined {
    let value = "";
    for (;;) {
      const part = this.#readPart(close);
      if (part === undefined) return undefined;
      if (value.length < maxEntryChars) value += part;
      this.#skip(/\s{0,1000}/uy);
      if (this.#text[this.#at] !== "#") return value;
      this.#at += 1;
      this.#skip(/\s{0,1000}/uy);
    }
  }

  #readPart(close: string): string | undefined {
    const sign = this.#text[this.#at];
    if (sign === "{" || sign === '"') {
      this.#at += 1;
      return this.#readBraced(sign === "{" ? "}" : '"');
    }
    const word = this.#take(close === ")" ? /([^\s,#{}")]{1,1000})/uy : /([^\s,#{}"]{1,1000})/uy);
    return word === undefined ? undefined : this.#meaningOf(word);
  }

  #meaningOf(word: string): string {
    const meaning = this.#strings.get(word.toLowerCase());
    if (meaning === undefined) return word;
    this.#room -= meaning.length;
    if (this.#room > 0) return meaning;
    const message =
      "What abbreviations stand for is longer than may be; from here on they were left as they stand.";
    if (!this.#isFull) this.#warn("TOO_MANY_WORDS", message, this.#begin);
    this.#isFull = true;
    return word;
  }

  /** Up to the sign that closes, as far as braces are balanced; backslashes do not hide them from BibTeX. */
  #readBraced(close: string): string | undefined {
    const from = this.#at;
    let depth = 0;
    for (; this.#at < this.#end; this.#at += 1) {
      const sign = this.#text[this.#at];
      if (depth === 0 && sign === close) {
        this.#at += 1;
        return this.#text.slice(from, this.#at - 1);
      }
      if (sign === "{") depth += 1;
      else if (sign === "}") depth -= 1;
      if (depth < 0) return undefined;
    }
    return undefined;
  }

  #skip(pattern: RegExp): void {
    this.#take(pattern);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found[1] ?? "";
  }

  /** Asked for ever later places. */
  #lineOf(index: number): number {
    for (let next = this.#text.indexOf("\n", this.#lineAt); next !== -1 && next < index; ) {
      this.#line += 1;
      this.#lineAt = next + 1;
      next = this.#text.indexOf("\n", this.#lineAt);
    }
    return this.#line;
  }

  #warn(what: string, message: string, index: number): void {
    this.#findings.warn(what, message, { line: this.#lineOf(index), column: 1 });
  }
}
