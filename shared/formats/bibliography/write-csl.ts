import { type PlainMap, recordsOf, type Source } from "#shared/model/index.ts";
import { cslOfWords } from "./csl-text.ts";
import { datePartsOf } from "./dates.ts";
import { type Name, namesOf } from "./names.ts";

/** The sources of a map as CSL-JSON, oldest first: what Zotero, Pandoc and citation processors read. */
export function writeCslJson(map: PlainMap): string {
  return `${JSON.stringify(recordsOf(map, "source").map(itemOf), null, 2)}\n`;
}

function itemOf({
  id,
  title,
  creator,
  date,
  url,
  note,
  credibility,
}: Source): Readonly<Record<string, unknown>> {
  const authors = namesOf(creator).map(nameIn);
  return {
    id,
    type: url === "" ? "document" : "webpage",
    ...(title && { title: cslOfWords(title) }),
    ...(authors.length > 0 && { author: authors }),
    ...(date && { issued: issuedOf(date) }),
    ...(url && { URL: url }),
    ...(note && { note: cslOfWords(note) }),
    ...(credibility && { custom: { credibility } }),
  };
}

function nameIn(name: Name): Readonly<Record<string, string>> {
  return "literal" in name
    ? { literal: cslOfWords(name.literal) }
    : { family: cslOfWords(name.family), given: cslOfWords(name.given) };
}

function issuedOf(date: string): Readonly<Record<string, unknown>> {
  const parts = datePartsOf(date);
  if (!parts) return { literal: cslOfWords(date) };
  const { year, month, day } = parts;
  return { "date-parts": [[year, month, day].filter((part) => part !== undefined)] };
}
