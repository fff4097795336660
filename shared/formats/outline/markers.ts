/** How a line of a list begins. */
export type Marker = Readonly<{
  /** Lines with the same key at the same indent are siblings. */
  key: string;
  /** For 1.2.3: how many numbers; else 1. */
  numbers: number;
  isOrdered: boolean;
  /** `+`, `-`, `~` or `&` where the mark itself may say something. */
  sign: string | null;
  /** Code units up to what the line says. */
  length: number;
}>;

const bullet = /^(?:([-*+•–—−·‣◦○●▪■□☐☑~&])(?:[ \t\u00a0\u3000]+|$)|[•·●○◦▪■□☐☑](?=[^\s\d])|[o§]\t+)/u;
const numbered = /^(?:\d{1,3}(?:[.．]\d{1,3}){0,9})(?:([.．)）])(?=\s|[^\p{ASCII}]|$)|、|(?=\s))\s*/u;
const enclosed = /^[(（](\d{1,3}|[一二三四五六七八九十]{1,3})[)）]\s*/u;
const chinese = /^[一二三四五六七八九十]{1,3}、\s*/u;
const circled = /^[①-⑳]\s*/u;
const lettered = /^(?:([a-z])|([ivxlc]{1,6}))([.)])\s+/iu;

const hollow = "◦○o";
const square = "▪■□§";

/** The numbers and letters that begin lines anywhere in a text: alone, "3.5" or "A." may be part of a sentence. */
export type Seen = ReadonlySet<string>;

/** Collects what might be marks, so that `markerOf` can tell a list from a sentence that begins like one. */
export function marksSeen(lines: Iterable<string>): Seen {
  const seen = new Set<string>();
  for (const line of lines) {
    const number = numberOf(line);
    if (number !== undefined) seen.add(number);
    const [, letter, roman, delimiter] = lettered.exec(line) ?? [];
    if (delimiter !== undefined) seen.add(`${letter ?? roman}${delimiter}`);
  }
  return seen;
}

/** The mark with which a line (without its indent) begins, or undefined where it begins with words. */
export function markerOf(line: string, seen: Seen): Marker | undefined {
  return bulletOf(line) ?? numberMarker(line, seen) ?? otherMarker(line) ?? letterMarker(line, seen);
}

function bulletOf(line: string): Marker | undefined {
  const found = bullet.exec(line);
  if (!found) return undefined;
  const [whole, sign = whole.charAt(0)] = found;
  const rank = hollow.includes(sign) ? 1 : square.includes(sign) ? 2 : 0;
  const speaks = "+-–−~&".includes(sign);
  return marker(`bullet${rank}`, whole.length, { sign: speaks ? normalSign(sign) : null, isOrdered: false });
}

function normalSign(sign: string): string {
  return sign === "–" ? "-" : sign;
}

function numberMarker(line: string, seen: Seen): Marker | undefined {
  const [whole, delimiter = ""] = numbered.exec(line) ?? [];
  const number = numberOf(line);
  if (whole === undefined || number === undefined) return undefined;
  const parts = number.split(".");
  const isClosed = delimiter !== "" || whole.includes("、");
  if (!(isClosed && parts.length === 1) && !hasNeighbour(parts, seen)) return undefined;
  const style = parts.length > 1 || delimiter === "．" ? "." : delimiter === "）" ? ")" : delimiter || "、";
  return marker(`number${style}${parts.length}`, whole.length, { numbers: parts.length });
}

/** Whether another line has the number before it, after it, above it or first below it. */
function hasNeighbour(parts: readonly string[], seen: Seen): boolean {
  if (parts.length === 1) return false;
  const above = parts.slice(0, -1).join(".");
  const last = Number(parts.at(-1));
  const near = [above, `${above}.${last - 1}`, `${above}.${last + 1}`, `${parts.join(".")}.1`];
  return near.some((number) => seen.has(number));
}

function numberOf(line: string): string | undefined {
  const [whole] = numbered.exec(line) ?? [];
  return whole === undefined ? undefined : /^[\d.．]*\d/u.exec(whole)?.[0].replaceAll("．", ".");
}

function otherMarker(line: string): Marker | undefined {
  const [inBrackets, inner = ""] = enclosed.exec(line) ?? [];
  if (inBrackets !== undefined) return marker(/\d/u.test(inner) ? "(1)" : "(一)", inBrackets.length);
  const [counted] = chinese.exec(line) ?? [];
  if (counted !== undefined) return marker("一、", counted.length);
  const [ringed] = circled.exec(line) ?? [];
  return ringed === undefined ? undefined : marker("①", ringed.length);
}

function letterMarker(line: string, seen: Seen): Marker | undefined {
  const [whole, letter, roman, delimiter = ""] = lettered.exec(line) ?? [];
  const mark = letter ?? roman;
  if (whole === undefined || mark === undefined) return undefined;
  const isUpper = mark === mark.toUpperCase();
  const has = (...marks: readonly string[]): boolean =>
    marks.every((other) => seen.has((isUpper ? other.toUpperCase() : other) + delimiter));
  const style = (isUpper ? "A" : "a") + delimiter;
  if (/^[ivxlc]+$/iu.test(mark) && has("i", "ii")) return marker(`roman${style}`, whole.length);
  return letter !== undefined && has("a", "b") ? marker(`letter${style}`, whole.length) : undefined;
}

function marker(key: string, length: number, more: Partial<Marker> = {}): Marker {
  return { key, length, numbers: 1, isOrdered: true, sign: null, ...more };
}
