import type { Diagnostic } from "../diagnostic.ts";

/** Where in a file something was found. */
export type Where = Pick<Diagnostic, "line" | "column" | "path">;

/** More would help nobody, and a hostile file could bring millions. */
const maxFindings = 100;

/** What a reader has found so far: the first hundred of it, and how many more there were. */
export class Findings {
  readonly #format: string;
  readonly #found: Diagnostic[] = [];
  #more = 0;
  #error: Diagnostic | undefined;

  /** `format` begins every code: "ARGDOWN" and "TOO_DEEP" make ARGDOWN_TOO_DEEP. */
  constructor(format: string) {
    this.#format = format;
  }

  /** Whether something was found that leaves nothing to be read. */
  get hasFailed(): boolean {
    return this.#error !== undefined;
  }

  /** Something left out or changed. */
  warn(what: string, message: string, where: Where = {}): void {
    this.#add({ code: this.#codeOf(what), severity: "warning", message, ...where });
  }

  /** Something worth knowing, and nothing lost. */
  remark(what: string, message: string, where: Where = {}): void {
    this.#add({ code: this.#codeOf(what), severity: "info", message, ...where });
  }

  /** Something because of which nothing is read; the first of them is told. */
  fail(what: string, message: string, where: Where = {}): void {
    this.#error ??= { code: this.#codeOf(what), severity: "error", message, ...where };
  }

  /** All of it: an error alone, or else remarks and warnings in the order in which they were found. */
  diagnostics(): readonly Diagnostic[] {
    if (this.#error) return [this.#error];
    if (this.#more === 0) return this.#found;
    const message = `${this.#more} more remarks like these are left out.`;
    return [...this.#found, { code: this.#codeOf("MORE"), severity: "info", message }];
  }

  #codeOf(what: string): string {
    return `${this.#format}_${what}`;
  }

  #add(found: Diagnostic): void {
    if (this.#found.length < maxFindings) this.#found.push(found);
    else this.#more += 1;
  }
}
