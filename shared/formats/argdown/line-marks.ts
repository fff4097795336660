import { matchAt } from "./head.ts";
import { dataMark } from "./masked-text.ts";
import { type RelationMark, relationMarkAt } from "./relation-mark.ts";

/** The mark that a line begins with: it says what the line is. `end` is where the mark ends. */
export type LineMark =
  | Readonly<{ kind: "heading"; level: number }>
  | Readonly<{ kind: "number"; number: number; end: number }>
  | Readonly<{ kind: "inference"; hyphens: number }>
  | Readonly<{ kind: "relation"; relation: RelationMark }>
  | Readonly<{ kind: "item"; end: number }>;

const headingAt = /(#+) /y;
const numberAt = /\((\d{1,9})\)/y;
const hyphensAt = /-{2,}/y;
const itemAt = /(?:\*|\d{1,9}\.)(?=\s)/y;
const saysNothing = /^[ \t\uFDD0\uFDD1]*$/;

/** What the line that begins at this place of a masked text is marked as; undefined where it begins with words. */
export function lineMarkAt(text: string, at: number): LineMark | undefined {
  switch (text.charAt(at)) {
    case "#": {
      const level = matchAt(headingAt, text, at)?.[1]?.length;
      return level === undefined ? undefined : { kind: "heading", level };
    }
    case "(": {
      const [whole, digits] = matchAt(numberAt, text, at) ?? [];
      return whole === undefined
        ? undefined
        : { kind: "number", number: Number(digits), end: at + whole.length };
    }
    case "-": {
      const [hyphens] = matchAt(hyphensAt, text, at) ?? [];
      return hyphens === undefined ? relationLine(text, at) : { kind: "inference", hyphens: hyphens.length };
    }
    case "+":
    case "<":
    case ">":
    case "_":
      return relationLine(text, at);
    default: {
      const [sign] = matchAt(itemAt, text, at) ?? [];
      return sign === undefined ? undefined : { kind: "item", end: at + sign.length };
    }
  }
}

function relationLine(text: string, at: number): LineMark | undefined {
  const relation = relationMarkAt(text, at);
  return relation && { kind: "relation", relation };
}

/** Where the hyphens stand that close the rules of an inference which so many opened, within its block. */
export function closingHyphensAt(text: string, from: number, opened: number): number | undefined {
  const lineEnd = lineEndAt(text, from);
  if (opened === 3 && isSilent(text.slice(from, lineEnd))) return undefined;
  for (let start = from, end = lineEnd; start < text.length; ) {
    const line = text.slice(start, end);
    const isOver =
      start > from && (isSilent(line) || /^[ \t]*\(\d+\)/.test(line)) && !line.includes(dataMark);
    if (isOver) return undefined;
    const found = line.indexOf("--");
    if (found !== -1) return start + found;
    start = end + 1;
    end = lineEndAt(text, start);
  }
  return undefined;
}

/** Where the line ends that this place is on. */
export function lineEndAt(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Whether there is nothing but space, comments and data. */
export function isSilent(line: string): boolean {
  return saysNothing.test(line);
}
