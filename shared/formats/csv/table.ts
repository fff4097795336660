import type { Findings } from "../building/index.ts";

/** A row of a table and the line on which it begins; 1-based. */
export type Row = Readonly<{ cells: readonly string[]; line: number }>;

/** More than anybody needs; a hostile file could bring millions of empty ones. */
const maxColumns = 1_000;

/** A table as CSV by RFC 4180: lines end with CR LF, what needs it stands in quotation marks. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

// Semicolons and tabs are what other programs separate with.
const special = /[",;\t\r\n]|^\s|\s$/u;

function quoted(cell: string): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Reads CSV as programs write it: comma, semicolon or tab between cells, whichever the first line has most of. Rows
 * without any words are passed over. Stops after `maxRows`.
 */
export function readTable(text: string, maxRows: number, findings: Findings): readonly Row[] {
  return new TableReader(text, findings).read(maxRows);
}

class TableReader {
  readonly #text: string;
  readonly #findings: Findings;
  readonly #separator: string;
  readonly #stop: RegExp;
  #at = 0;
  #line = 1;

  constructor(text: string, findings: Findings) {
    this.#text = text;
    this.#findings = findings;
    this.#separator = separatorOf(text);
    this.#stop = new RegExp(`[${this.#separator}\\r\\n]`, "g");
  }

  read(maxRows: number): readonly Row[] {
    const rows: Row[] = [];
    while (this.#at < this.#text.length && rows.length <= maxRows && !this.#findings.hasFailed) {
      const row = this.#row();
      if (row.cells.some((cell) => cell !== "")) rows.push(row);
    }
    return rows;
  }

  #row(): Row {
    const line = this.#line;
    const cells: string[] = [];
    for (;;) {
      const cell = this.#cell();
      if (cells.length < maxColumns) cells.push(cell);
      if (this.#text[this.#at] !== this.#separator) break;
      this.#at += 1;
    }
    if (this.#text.startsWith("\r\n", this.#at)) this.#at += 2;
    else this.#at += 1;
    this.#line += 1;
    return { cells, line };
  }

  /** One cell; afterwards stands at the separator or the end of the line. */
  #cell(): string {
    const quotedPart = this.#text[this.#at] === '"' ? this.#quoted() : "";
    this.#stop.lastIndex = this.#at;
    const end = this.#stop.exec(this.#text)?.index ?? this.#text.length;
    // Programs that know no rules write words behind the closing mark.
    const rest = this.#text.slice(this.#at, end);
    this.#at = end;
    return quotedPart + rest;
  }

  #quoted(): string {
    const begun = this.#line;
    const from = this.#at + 1;
    let end = this.#text.indexOf('"', from);
    while (end !== -1 && this.#text[end + 1] === '"') end = this.#text.indexOf('"', end + 2);
    if (end === -1) {
      const column = from - this.#text.lastIndexOf("\n", from - 1) - 1;
      const message = "The quotation mark that opens here is never closed. Close it, or write it twice.";
      this.#findings.fail("SYNTAX", message, { line: begun, column });
      this.#at = this.#text.length;
      return "";
    }
    this.#at = end + 1;
    const words = this.#text.slice(from, end);
    this.#line += words.split("\n").length - 1;
    return words.replaceAll('""', '"');
  }
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/u);
  const head = text.slice(0, end === -1 ? text.length : end).slice(0, 10_000);
  const count = (sign: string): number => head.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
