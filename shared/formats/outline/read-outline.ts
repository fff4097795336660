import { type Card, type CreateId, emptyMap, modelLimits, type PlainMap } from "#shared/model/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { InlineLink } from "./inline-text.ts";
import { OutlineBuilder } from "./outline-builder.ts";
import { outlineItems } from "./outline-items.ts";

/**
 * What the caller lends: ids, the time in milliseconds since 1970, and who is to sign the cards. What stands at the top
 * of the text speaks to the card `under`, which is not in the map read.
 */
export type OutlineOptions = Readonly<{
  createId: CreateId;
  now: number;
  author: string;
  under?: Pick<Card, "id" | "kind"> | undefined;
  /** What notes name, by the numbers that `markOfNote` puts into the text. */
  notes?: ReadonlyMap<number, InlineLink> | undefined;
}>;

/** What a text came to. With an `error` among the diagnostics the map is empty. */
export type OutlineReading = Readonly<{
  map: PlainMap;
  diagnostics: readonly Diagnostic[];
  /** Whether the text has the marks or indents of a list. */
  isList: boolean;
}>;

/** Code units of a whole text. */
const maxOutlineChars = 4_000_000;
/** Room for the Markdown around a text that is just short enough. */
const maxMarkedChars = 2 * modelLimits.maxTextChars;
const loneHalves = /\p{Surrogate}/gu;

/**
 * Reads what people paste (paragraphs, indented, bulleted or numbered lists, Markdown) as cards and arguments. Never
 * throws; cards get no places. The rules are numbered in docs/spec/outline.md.
 */
export function readOutline(text: string, options: OutlineOptions): OutlineReading {
  if (text.length > maxOutlineChars) {
    return refused("OUTLINE_TOO_LARGE", "This is more text than a map holds. Take a part of it.");
  }
  const items = outlineItems(text.replace(/^\uFEFF/u, "").replace(loneHalves, "\uFFFD"));
  if (items.length > modelLimits.maxRecords) {
    const message = `A map holds ${modelLimits.maxRecords} things; this text has ${items.length} lines. Take a part of it.`;
    return refused("OUTLINE_TOO_LARGE", message);
  }
  const tooLong = items.find(({ length }) => length > maxMarkedChars);
  if (tooLong) return refused(...textTooLong(tooLong.line));
  const { map, diagnostics, longLine } = new OutlineBuilder(items, options).build();
  if (longLine !== undefined) return refused(...textTooLong(longLine));
  if (map.records.size > modelLimits.maxRecords) {
    const message = `A map holds ${modelLimits.maxRecords} things; this text makes ${map.records.size}. Take a part of it.`;
    return refused("OUTLINE_TOO_LARGE", message);
  }
  return { map, diagnostics, isList: items.some(({ isListed, depth }) => isListed || depth > 0) };
}

function textTooLong(line: number): readonly [code: string, message: string, line: number] {
  const message = `A card holds ${modelLimits.maxTextChars} characters; what begins here is longer. Break it into parts.`;
  return ["OUTLINE_TEXT_TOO_LONG", message, line];
}

function refused(code: string, message: string, line?: number): OutlineReading {
  const fault: Diagnostic = { code, severity: "error", message, ...(line === undefined ? {} : { line }) };
  return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault], isList: false };
}
