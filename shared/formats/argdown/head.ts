import { isNameStart, silent } from "./masked-text.ts";

/** How a statement or an argument begins: by a title that defines it or only names it, or by words. */
export type Head = Readonly<{
  kind: "statement" | "argument";
  title: string | null;
  /** Named, and nothing said of it. */
  isReference: boolean;
  /** Begins with what would be a name, were there not more words behind it. */
  isLikeName: boolean;
  /** Where what it says begins. */
  start: number;
}>;

const statementAt = /\[([^\]\n]+)\](:?)/y;
const argumentAt = /<([^>\n]+)>(:?)/y;
/** What may stand behind a name that only refers. */
const tagsOnly = /^(?:[ \t\uFDD0\uFDD1]|#\([^)\n]*\)|#[^\s#\uFDD0-\uFDD2]+)*$/;

/** Reads how something begins on a line of a masked text; undefined where nothing stands there. */
export function readHead(text: string, from: number, end: number): Head | undefined {
  let at = from;
  while (at < end && isSpace(text.charAt(at))) at += 1;
  if (at === end) return undefined;
  const statement = matchAt(statementAt, text, at);
  const [whole = "", words = "", colon] = statement ?? argumentNameAt(text, at) ?? [];
  const isReference = colon === "" && tagsOnly.test(text.slice(at + whole.length, end));
  const title = words.trim();
  const isNamed = title !== "" && (colon === ":" || isReference);
  if (!isNamed)
    return { kind: "statement", title: null, isReference: false, isLikeName: title !== "", start: at };
  const kind = statement ? "statement" : "argument";
  return { kind, title, isReference, isLikeName: false, start: at + whole.length };
}

/** Whether a statement or an argument is defined here. */
export function isDefinition(text: string, at: number): boolean {
  return (matchAt(statementAt, text, at) ?? argumentNameAt(text, at))?.[2] === ":";
}

/** Space, or what stands for something that says nothing. */
export function isSpace(sign: string): boolean {
  return sign === " " || sign === "\t" || sign === silent;
}

/** What a sticky pattern finds at this place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function argumentNameAt(text: string, at: number): RegExpExecArray | undefined {
  return isNameStart(text.charAt(at + 1)) ? matchAt(argumentAt, text, at) : undefined;
}
