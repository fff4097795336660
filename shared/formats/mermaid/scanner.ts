import { modelLimits } from "#shared/model/index.ts";
import type { Where } from "../building/index.ts";

/** So far the end of a label without quotation marks is looked for: twice what a card holds. */
const maxLabelChars = 2 * modelLimits.maxTextChars;
/** Spaces and tabs; lines count. */
const gap = /[ \t]*/y;

/** Walks through a text from left to right; every look ahead is bounded by what it finds or by the line. */
export class Scanner {
  readonly text: string;
  at = 0;
  #line = 1;
  #lineStart = 0;
  /** The first line break at or behind `#lineStart`. */
  #lineEnd: number;
  /** The line on which it stands; kept, since lines may be megabytes long. */
  #here: readonly [start: number, end: number] = [0, -1];

  constructor(text: string) {
    this.text = text;
    this.#lineEnd = this.#breakFrom(0);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The place where it stands; 1-based. Places are asked for in rising order. */
  where(): Where {
    while (this.#lineEnd < this.at) {
      this.#line += 1;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#breakFrom(this.#lineStart);
    }
    return { line: this.#line, column: this.at - this.#lineStart + 1 };
  }

  /** What the sticky pattern finds here, which is then passed. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at += found[0].length;
    return found;
  }

  /** Whether just these signs stand here; they are then passed. */
  takes(signs: string): boolean {
    if (!this.text.startsWith(signs, this.at)) return false;
    this.at += signs.length;
    return true;
  }

  skipGap(): void {
    this.take(gap);
  }

  /** The words up to those signs on this line, which are passed, too; undefined where they do not come. */
  upTo(signs: string): string | undefined {
    const end = Math.min(this.lineEnd(), this.at + maxLabelChars);
    const found = this.text.slice(this.at, end).indexOf(signs);
    if (found === -1) return undefined;
    const words = this.text.slice(this.at, this.at + found);
    this.at += found + signs.length;
    return words;
  }

  /** The words between quotation marks, over lines if need be; undefined where none open here or they do not close. */
  quoted(): string | undefined {
    if (this.text[this.at] !== '"') return undefined;
    const end = this.text.indexOf('"', this.at + 1);
    if (end === -1) return undefined;
    const words = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return words;
  }

  /** Passes the rest of the line and gives it. */
  restOfLine(): string {
    const end = this.lineEnd();
    const rest = this.text.slice(this.at, end);
    this.at = end;
    return rest;
  }

  lineEnd(): number {
    const [start, end] = this.#here;
    if (this.at < start || this.at > end) this.#here = [this.at, this.#breakFrom(this.at)];
    return this.#here[1];
  }

  #breakFrom(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end === -1 ? this.text.length : end;
  }
}
