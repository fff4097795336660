import { modelLimits, type Point } from "#shared/model/index.ts";
import type { Findings, Where } from "./findings.ts";
import { cleanText, cutTo, cutToTitle } from "./words.ts";

/** Makes words and numbers such as fields hold, and finds fault with what has no room. */
export class Fitting {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Words as they stand. */
  text(words: string, maxChars: number, where?: Where): string {
    const text = cleanText(words);
    if (text.length <= maxChars) return text;
    this.#tooLong(maxChars, where);
    return cutTo(text, maxChars);
  }

  /** Words on one line. */
  title(words: string, where?: Where): string {
    const text = cleanText(words);
    const title = cutToTitle(text);
    if (text.length > modelLimits.maxTitleChars && withoutSpaces(text) > withoutSpaces(title))
      this.#tooLong(modelLimits.maxTitleChars, where);
    return title;
  }

  /** One word or a few; empty where there is none. */
  tag(words: string, where?: Where): string {
    const tag = cleanText(words).replace(/\s+/gu, " ").trim();
    return this.text(tag, modelLimits.maxTagChars, where).trim();
  }

  /** An address whole, or none: a part of it would lead elsewhere. */
  address(words: string, where?: Where): string {
    if (words.length <= modelLimits.maxUrlChars) return cleanText(words);
    const message = `An address has at most ${modelLimits.maxUrlChars} characters; this one was left out.`;
    this.#findings.warn("TEXT_TOO_LONG", message, where);
    return "";
  }

  /** How strong something is by itself. */
  share(value: number | null, where?: Where): number | null {
    if (value === null || (value >= 0 && value <= 1)) return value;
    const message = "A strength is a number from 0 to 1; what this one has beyond that was left out.";
    this.#findings.warn("BAD_STRENGTH", message, where);
    return Number.isNaN(value) ? null : Math.min(1, Math.max(0, value));
  }

  /** A place on the canvas; undefined where it is none. */
  place([x, y]: Point, where?: Where): Point | undefined {
    const fit: Point = [bounded(x), bounded(y)];
    const [fitX, fitY] = fit;
    if (fitX === x && fitY === y) return fit;
    const message = "A place on the canvas is two numbers, and not any size; this one was moved or left out.";
    this.#findings.warn("BAD_PLACE", message, where);
    return Number.isFinite(x) && Number.isFinite(y) ? fit : undefined;
  }

  /** Whether a list that holds so many has room for one more. */
  hasRoom(count: number, what: string, where?: Where): boolean {
    if (count < modelLimits.maxMembers) return true;
    const message = `A card has at most ${modelLimits.maxMembers} ${what}; the others were left out.`;
    this.#findings.warn("TOO_MANY", message, where);
    return false;
  }

  #tooLong(maxChars: number, where?: Where): void {
    const message = `There is room for ${maxChars} characters here; the rest was left out.`;
    this.#findings.warn("TEXT_TOO_LONG", message, where);
  }
}

function withoutSpaces(words: string): number {
  return words.replace(/\s+/gu, "").length;
}

function bounded(value: number): number {
  return Math.min(modelLimits.maxCoordinate, Math.max(-modelLimits.maxCoordinate, value));
}
