import { accents, signs } from "./latex-signs.ts";

/** What TeX makes of signs that follow each other. */
const ligatures: readonly (readonly [string, string])[] = [
  ["---", "—"],
  ["--", "–"],
  ["``", "“"],
  ["''", "”"],
];
const special = /[\\{}$~\-`']|[ \t\n\r\f\v]+/gu;
const letters = /[a-zA-Z]+/uy;
const spaces = /[ \t\n\r\f\v]*/uy;
/** The letter that an accent stands over: in braces or not, maybe one without its dot. */
const accented = /[ \t]*(?:\{[ \t]*\\?([a-zA-Z]?)[ \t]*\}|\\([ij])(?![a-zA-Z])[ \t]*|([a-zA-Z]))/uy;

/** The words of a LaTeX text: accents and signs set, commands gone and what they are about kept. Linear. */
export function wordsOfLatex(latex: string): string {
  return new LatexReader(latex).words();
}

class LatexReader {
  readonly #latex: string;
  readonly #parts: string[] = [];
  #at = 0;
  /** The last part is a space that stands for any white space, and is none at the end. */
  #isLoose = false;

  constructor(latex: string) {
    this.#latex = latex;
  }

  words(): string {
    for (let found = this.#find(special); found; found = this.#find(special)) {
      if (found.index > this.#at) this.#put(this.#latex.slice(this.#at, found.index));
      this.#at = found.index;
      this.#read(found[0]);
    }
    if (this.#at < this.#latex.length) this.#put(this.#latex.slice(this.#at));
    if (this.#isLoose) this.#parts.pop();
    return this.#parts.join("");
  }

  #read(sign: string): void {
    this.#at += sign.length;
    if (sign === "\\") this.#readCommand();
    else if (sign === "~") this.#put(" ");
    else if (/^\s/u.test(sign)) this.#space();
    else if (sign !== "{" && sign !== "}" && sign !== "$") {
      const begin = this.#at - 1;
      const ligature = ligatures.find(([from]) => this.#latex.startsWith(from, begin));
      if (ligature) this.#at = begin + ligature[0].length;
      this.#put(ligature?.[1] ?? sign);
    }
  }

  #space(): void {
    const last = this.#parts.at(-1);
    if (last === undefined || last === "\n" || this.#isLoose) return;
    this.#put(" ");
    this.#isLoose = true;
  }

  #readCommand(): void {
    const name = this.#find(letters)?.[0] ?? this.#latex.charAt(this.#at);
    this.#at += name.length;
    const accent = accents.get(name);
    if (accent !== undefined) this.#readAccented(name, accent);
    else if (/^[a-zA-Z]/u.test(name)) {
      const sign = signs.get(name);
      if (sign !== undefined) this.#put(sign);
      this.#at += this.#find(spaces)?.[0].length ?? 0;
    } else if (name === "\\") this.#put("\n");
    else if (/^[\s,;:]$/u.test(name)) this.#put(" ");
    else if (name !== "-" && name !== "/" && name !== "!") this.#put(name);
  }

  /** Tilde and circumflex over nothing are how these signs themselves are written. */
  #readAccented(name: string, accent: string): void {
    const found = this.#find(accented);
    const letter = found?.[1] || found?.[2] || found?.[3];
    this.#at += found?.[0].length ?? 0;
    if (letter !== undefined) this.#put((letter + accent).normalize("NFC"));
    else if (name === "~" || name === "^") this.#put(name);
  }

  #put(words: string): void {
    this.#parts.push(words);
    this.#isLoose = false;
  }

  #find(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#latex);
  }
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "\n": "\\par{}",
};

/** The words as LaTeX in which nothing is a command, a brace or a ligature. */
export function latexOfWords(words: string): string {
  return words
    .replace(/[\t\f\v\r]/gu, " ")
    .replace(/[\\{}~^\n]/gu, (sign) => escapes[sign] ?? sign)
    .replace(/[&%$#_]/gu, "\\$&")
    .replace(/([-`'])(?=\1)/gu, "$1{}")
    .replace(/(?<=^| |\\par\{\}) | (?=$|\\par\{\})/gu, "\\ ");
}

/** An address, in which BibTeX styles escape for themselves; braces, which could not stand there, are written as URLs have them. */
export function latexOfUrl(url: string): string {
  return url.replace(/[\s{}\\"]/gu, (sign) => encodeURIComponent(sign));
}

/** An address out of a field, with what some programs wrap around it or escape in it. */
export function urlOfLatex(latex: string): string {
  const [, inner] = /^\s*\\url\s*\{([^{}]*)\}/u.exec(latex) ?? [];
  return (inner ?? latex)
    .replace(/\\([%_&#~$])(?:\{\})?/gu, "$1")
    .replace(/[{}]/gu, "")
    .trim();
}
