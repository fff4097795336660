import { modelLimits } from "#shared/model/index.ts";
import type { Findings } from "../building/index.ts";

export type KialoKind = "Pro" | "Con" | "Thesis" | "Question";

/** One numbered claim of an export, as it stands there. */
export type KialoEntry = Readonly<{
  /** "1.2.3" */
  number: string;
  kind: KialoKind | undefined;
  /** As many as the claim has. */
  lines: string[];
  /** 1-based. */
  line: number;
}>;

export type KialoSource = Readonly<{ url: string; excerpt: string[] }>;

/** An export cut into its parts. */
export type KialoFile = Readonly<{
  title: string;
  /** Since 2025 claims stand in blocks and links as numbered sources; before, in lines and as Markdown. */
  isNew: boolean;
  entries: readonly KialoEntry[];
  sources: ReadonlyMap<number, KialoSource>;
}>;

const newHead = /^ *(\d{1,6}(?:\.\d{1,6})*)\. (Pro|Con|Thesis|Question): *$/u;
const oldHead = /^(\d{1,6}(?:\.\d{1,6})*)\. +(?:(Pro|Con|Thesis|Question): ?)?(.*)$/u;
const sourceHead = /^\[(\d{1,6})\] *(.*)$/u;
const columnsPerLevel = 2;

/**
 * Cuts the text of either export into title, claims and sources; undefined, and a finding, where it is neither. Of more
 * claims than a map holds it takes one too many, so that whoever makes the map says so.
 */
export function cutKialo(text: string, findings: Findings): KialoFile | undefined {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const [, name, rest = ""] = /^Discussion (Name|Title):(.*)$/u.exec(lines[first]?.trim() ?? "") ?? [];
  if (name === undefined) {
    const message =
      'This is no text from Kialo: it must begin with "Discussion Name:" or "Discussion Title:".';
    findings.fail("NOT_KIALO", message, { line: Math.max(1, first + 1), column: 1 });
    return undefined;
  }
  const isNew = name === "Name";
  const hasNextLine = rest.trim() === "";
  const title = (hasNextLine ? (lines[first + 1] ?? "") : rest).trim();
  const begin = first + (hasNextLine ? 2 : 1);
  const end = isNew ? beginOfSources(lines, begin) : lines.length;
  const entries = isNew ? cutBlocks(lines, begin, end) : cutLines(lines, begin);
  return { title, isNew, entries, sources: readSources(lines, end + 1) };
}

/** The line "Sources:" that a first source follows, or the end. */
function beginOfSources(lines: readonly string[], begin: number): number {
  for (let index = begin; index < lines.length; index += 1) {
    if (lines[index]?.trimEnd() === "Sources:" && sourceHead.test(lines[index + 1] ?? "")) return index;
  }
  return lines.length;
}

function cutBlocks(lines: readonly string[], begin: number, end: number): readonly KialoEntry[] {
  const entries: KialoEntry[] = [];
  let last: KialoEntry | undefined;
  let indent = 0;
  for (let index = begin; index < end; index += 1) {
    const line = lines[index] ?? "";
    const [, number, kind] = newHead.exec(line) ?? [];
    if (number !== undefined) {
      if (entries.length > modelLimits.maxRecords) break;
      last = { number, kind: kind as KialoKind, lines: [], line: index + 1 };
      indent = columnsPerLevel * (number.split(".").length - 1);
      entries.push(last);
    } else last?.lines.push(line.slice(0, indent).trimStart() + line.slice(indent));
  }
  return entries;
}

/** One line a claim; what is not a claim that could come here goes on with the one before. */
function cutLines(lines: readonly string[], begin: number): readonly KialoEntry[] {
  const entries: KialoEntry[] = [];
  const children = new Map<string, number>();
  for (let index = begin; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const [, number, kind, words = ""] = oldHead.exec(line) ?? [];
    const last = entries.at(-1);
    if (number === undefined || !(kind || isNextThesis(number, children))) {
      last?.lines.push(line);
      continue;
    }
    if (entries.length > modelLimits.maxRecords) break;
    const parent = parentOf(number);
    children.set(
      parent,
      Math.max(children.get(parent) ?? 0, Number(number.slice(parent.length).replace(".", ""))),
    );
    entries.push({ number, kind: kind as KialoKind | undefined, lines: [words], line: index + 1 });
  }
  return entries;
}

/** The first claim and, where that asks something, those right under it stand without a kind. */
function isNextThesis(number: string, children: ReadonlyMap<string, number>): boolean {
  if (number === "1") return children.size === 0;
  return parentOf(number) === "1" && children.has("") && number === `1.${(children.get("1") ?? 0) + 1}`;
}

/** The number of what a claim stands under; empty at the top. */
export function parentOf(number: string): string {
  return number.slice(0, Math.max(0, number.lastIndexOf(".")));
}

/** Below each address may stand words from there, over several lines, until the next number. */
function readSources(lines: readonly string[], begin: number): ReadonlyMap<number, KialoSource> {
  const sources = new Map<number, KialoSource>();
  let last: KialoSource | undefined;
  let lastNumber = 0;
  for (let index = begin; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const [, digits, url = ""] = sourceHead.exec(line) ?? [];
    const number = Number(digits);
    if (
      digits !== undefined &&
      (number === lastNumber + 1 || (number > lastNumber && /^https?:/iu.test(url)))
    ) {
      last = { url: url.trim(), excerpt: [] };
      lastNumber = number;
      sources.set(number, last);
    } else last?.excerpt.push(line);
  }
  return sources;
}
