/** What a piece of YAML says, as far as it is read: anchors, types and merge keys are words like others. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | ReadonlyMap<string, Yaml>;

/** What is nested deeper is left out. */
const maxDepth = 20;
/** Code units of which anything is read. */
const maxYamlChars = 4_000_000;

/** Reads the part of YAML that people write into Argdown files. Never throws; what it does not follow it leaves out. */
export function readYaml(text: string): Yaml {
  const cut = text.slice(0, maxYamlChars);
  return /^\s*[[{]/.test(cut) ? new FlowReader(cut).value(0) : new BlockReader(cut).value();
}

/** The mapping that a piece of YAML is; an empty one where it is something else. */
export function readMapping(text: string): ReadonlyMap<string, Yaml> {
  const found = readYaml(text);
  return found instanceof Map ? found : new Map();
}

/** Words, numbers and lists within brackets: `{a: b, c: [1, "d"]}`. */
class FlowReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Yaml {
    this.#skipSpace();
    const sign = this.#text.charAt(this.#at);
    if (depth > maxDepth) {
      this.#at = this.#text.length;
      return null;
    }
    if (sign === "{") return this.#mapping(depth);
    if (sign === "[") return this.#list(depth);
    return this.#scalar(",]}");
  }

  #mapping(depth: number): Yaml {
    const found = new Map<string, Yaml>();
    this.#at += 1;
    for (; this.#skipTo("}"); this.#skipOver(",;")) {
      const key = String(this.#scalar(":,}"));
      if (this.#text.charAt(this.#at) !== ":") found.set(key, null);
      else {
        this.#at += 1;
        found.set(key, this.value(depth + 1));
      }
    }
    return found;
  }

  #list(depth: number): Yaml {
    const found: Yaml[] = [];
    this.#at += 1;
    for (; this.#skipTo("]"); this.#skipOver(",")) found.push(this.value(depth + 1));
    return found;
  }

  /** Whether something comes before the closing sign; goes past that where nothing does. */
  #skipTo(close: string): boolean {
    this.#skipSpace();
    if (this.#at >= this.#text.length) return false;
    if (this.#text.charAt(this.#at) !== close) return true;
    this.#at += 1;
    return false;
  }

  /** Goes past what ended the last value; past any sign that ends none, so that it always goes on. */
  #skipOver(signs: string): void {
    this.#skipSpace();
    const sign = this.#text.charAt(this.#at);
    if (signs.includes(sign) || !"]}".includes(sign)) this.#at += 1;
    else if ((sign === "]" && signs !== ",") || (sign === "}" && signs === ",")) this.#at += 1;
  }

  #scalar(ends: string): Yaml {
    this.#skipSpace();
    const quote = this.#text.charAt(this.#at);
    if (quote === '"' || quote === "'") {
      const end = endOfQuote(this.#text, this.#at);
      const words = unquoted(this.#text.slice(this.#at, end));
      this.#at = end;
      this.#skipSpace();
      return words;
    }
    const start = this.#at;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text.charAt(this.#at);
      // A colon ends a key only where a value may follow: "https://…" is one word.
      if (ends.includes(sign) && (sign !== ":" || /[\s{["']|^$/.test(this.#text.charAt(this.#at + 1)))) break;
    }
    return plainScalar(this.#text.slice(start, this.#at));
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) <= 32) this.#at += 1;
  }
}

type Line = Readonly<{ indent: number; words: string }>;

const keyed = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#:{[][^:]*):(?=\s|$)/;

/** Keys and lists by indent. */
class BlockReader {
  readonly #lines: Line[];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.split("\n").map((line) => {
      const words = line.trimStart();
      return { indent: line.length - words.length, words: words.trimEnd() };
    });
  }

  value(): Yaml {
    return this.#block(0, 0);
  }

  #next(): Line | undefined {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at];
      if (line && line.words !== "" && !line.words.startsWith("#")) return line;
    }
    return undefined;
  }

  /** What stands at this indent or deeper. */
  #block(indent: number, depth: number): Yaml {
    const first = this.#next();
    if (!first || first.indent < indent || depth > maxDepth) return null;
    return first.words.startsWith("- ") || first.words === "-"
      ? this.#list(first.indent, depth)
      : keyed.test(first.words)
        ? this.#mapping(first.indent, depth)
        : this.#scalar(first.indent - 1, "");
  }

  #mapping(indent: number, depth: number): Yaml {
    const found = new Map<string, Yaml>();
    for (let line = this.#next(); line && line.indent >= indent; line = this.#next()) {
      const [whole, key] = keyed.exec(line.words) ?? [];
      this.#at += 1;
      if (line.indent !== indent || whole === undefined || key === undefined) continue;
      found.set(
        String(scalarOf(key)),
        this.#valueAfter(line.words.slice(whole.length).trimStart(), indent, depth),
      );
    }
    return found;
  }

  #list(indent: number, depth: number): Yaml {
    const found: Yaml[] = [];
    for (let line = this.#next(); line && line.indent >= indent; line = this.#next()) {
      const isItem = line.indent === indent && /^-(?:\s|$)/.test(line.words);
      if (line.indent === indent && !isItem) break;
      if (isItem) found.push(this.#item(line, depth));
      else this.#at += 1;
    }
    return found;
  }

  /** A mapping may begin on the line of its dash: it stands where its first key does. */
  #item({ indent, words }: Line, depth: number): Yaml {
    const rest = words.slice(1).trimStart();
    if (keyed.test(rest) && depth < maxDepth) {
      const inner = indent + words.length - rest.length;
      this.#lines[this.#at] = { indent: inner, words: rest };
      return this.#mapping(inner, depth + 1);
    }
    this.#at += 1;
    return this.#valueAfter(rest, indent, depth);
  }

  #valueAfter(words: string, indent: number, depth: number): Yaml {
    if (words === "" || words.startsWith("#")) {
      const next = this.#next();
      // A list may stand at the indent of its key.
      const isDeeper =
        next && (next.indent > indent || (next.indent === indent && /^-(?:\s|$)/.test(next.words)));
      return isDeeper ? this.#block(next.indent, depth + 1) : null;
    }
    if (/^[|>][+-]?\d?$/.test(words)) return this.#text(words.startsWith("|") ? "\n" : " ", indent);
    return this.#scalar(indent, words);
  }

  /** The lines set in deeper, as they are or joined. */
  #text(gap: string, indent: number): string {
    return this.#deeper(indent).join(gap).trim();
  }

  #scalar(indent: number, first: string): Yaml {
    const words = [first, ...this.#deeper(indent)].filter((line) => line !== "").join(" ");
    return /^[[{]/.test(words) ? new FlowReader(words).value(0) : scalarOf(words);
  }

  #deeper(indent: number): readonly string[] {
    const words: string[] = [];
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at];
      if (!line || (line.words !== "" && line.indent <= indent)) break;
      words.push(line.words);
    }
    return words;
  }
}

function scalarOf(words: string): Yaml {
  return /^["']/.test(words)
    ? unquoted(words.slice(0, endOfQuote(words, 0)))
    : plainScalar(words.replace(/\s#.*$/, ""));
}

function plainScalar(words: string): Yaml {
  const word = words.replace(/\s+/g, " ").trim();
  if (word === "true") return true;
  if (word === "false") return false;
  if (word === "" || word === "null" || word === "~") return null;
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(word) ? Number(word) : word;
}

/** Behind the closing quote, or the end of the text. */
function endOfQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\\" && quote === '"') at += 1;
    else if (sign === quote && !(quote === "'" && text.charAt(at + 1) === "'")) return at + 1;
    else if (sign === quote) at += 1;
  }
  return text.length;
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  "0": "\uFFFD",
};

function unquoted(quoted: string): string {
  const isClosed = quoted.length > 1 && quoted.endsWith(quoted.charAt(0));
  const inner = quoted.slice(1, isClosed ? -1 : undefined).replace(/[ \t]*\n[ \t]*/g, " ");
  if (quoted.startsWith("'")) return inner.replaceAll("''", "'");
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, four, two, sign) =>
    sign === undefined ? String.fromCharCode(Number.parseInt(four ?? two, 16)) : (escapes[sign] ?? sign),
  );
}
