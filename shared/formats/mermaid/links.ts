import type { Relation } from "../graph/index.ts";
import type { Scanner } from "./scanner.ts";
import { wordsOfLabel } from "./words.ts";

/** A line as it is drawn. */
export type Link = Readonly<{ words: string; isHidden: boolean; bare: Relation | undefined }>;

const edgeId = /[A-Za-z]\w{0,60}@(?=[<xo]?[-=~])/y;
const whole = /([<xo]?)(?:-{2,}([-xo>])|={2,}([=xo>])|-\.+-([xo>]?))/y;
const hidden = /~{3,}/y;
const opening = /([<xo]?)(--|==|-\.)(?=[^-=.>\n])/y;
const closings: Readonly<Record<string, RegExp>> = {
  "--": /-{2,}([-xo>])/g,
  "==": /={2,}([=xo>])/g,
  "-.": /\.+-([xo>]?)/g,
};
const label = /[ \t]*\|/y;
/** Words on lines are short; this far a line is looked through for its end. */
const maxLinkChars = 2_000;

/** Reads a line between nodes; undefined where none begins here. */
export function readLink(scanner: Scanner): Link | undefined {
  scanner.take(edgeId);
  if (scanner.take(hidden)) return { words: "", isHidden: true, bare: undefined };
  const begin = scanner.at;
  const drawn = scanner.take(whole);
  if (drawn) {
    const [, tail = "", ...heads] = drawn;
    return { words: labelBehind(scanner), isHidden: false, bare: bareOf(tail, heads.find(Boolean) ?? "") };
  }
  const opened = scanner.take(opening);
  const closing = closings[opened?.[2] ?? ""];
  if (!opened || !closing) return undefined;
  const line = scanner.text.slice(scanner.at, Math.min(scanner.lineEnd(), scanner.at + maxLinkChars));
  closing.lastIndex = 0;
  const closed = closing.exec(line);
  if (!closed) {
    scanner.at = begin;
    return undefined;
  }
  scanner.at += closed.index + closed[0].length;
  const words = wordsOfLabel(unquoted(line.slice(0, closed.index)));
  return {
    words: words || labelBehind(scanner),
    isHidden: false,
    bare: bareOf(opened[1] ?? "", closed[1] ?? ""),
  };
}

/** What a line says that has no words: a cross denies, two heads or two crosses exclude. */
function bareOf(tail: string, head: string): Relation | undefined {
  if ((tail === "<" && head === ">") || (tail === "x" && head === "x")) return "contrary";
  return head === "x" ? "oppose" : undefined;
}

function labelBehind(scanner: Scanner): string {
  const begin = scanner.at;
  if (!scanner.take(label)) return "";
  scanner.skipGap();
  const quoted = scanner.quoted();
  const words = scanner.upTo("|");
  if (words !== undefined) return wordsOfLabel(quoted ?? words);
  scanner.at = begin;
  return "";
}

function unquoted(words: string): string {
  const bare = words.trim();
  return bare.length > 1 && bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1) : bare;
}
