import { type PlainMap, recordsOf, type Source } from "#shared/model/index.ts";
import { datePartsOf } from "./dates.ts";
import { latexOfUrl, latexOfWords } from "./latex-text.ts";
import { type Name, namesOf } from "./names.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const maxKeyLetters = 20;

/** The sources of a map as BibTeX, oldest first, which BibLaTeX reads as well. Keys are name and year: `byron1843`. */
export function writeBibtex(map: PlainMap): string {
  const taken = new Map<string, number>();
  return recordsOf(map, "source")
    .map((source) => entryOf(source, freeKey(keyOf(source), taken)))
    .join("\n");
}

function entryOf(source: Source, key: string): string {
  const { title, creator, date, url, note, credibility } = source;
  const authors = namesOf(creator).map(nameIn).join(" and ");
  const fields: readonly (readonly [name: string, value: string])[] = [
    ["author", authors && `{${authors}}`],
    // Styles make small letters of what is not in braces of its own.
    ["title", title && `{{${latexOfWords(title)}}}`],
    ...dateIn(date),
    ["url", url && `{${latexOfUrl(url)}}`],
    // `note` would be printed with the work.
    ["annote", note && `{${latexOfWords(note)}}`],
    ["credibility", credibility ? `{${credibility}}` : ""],
  ];
  const lines = fields.filter(([, value]) => value !== "").map(([name, value]) => `  ${name} = ${value},\n`);
  return `@misc{${key},\n${lines.join("")}}\n`;
}

function nameIn(name: Name): string {
  if ("literal" in name) return `{${latexOfWords(name.literal)}}`;
  return `${latexOfWords(name.family)}, ${latexOfWords(name.given)}`;
}

function dateIn(date: string): readonly (readonly [string, string])[] {
  const parts = datePartsOf(date);
  if (!parts) return [["year", date && `{${latexOfWords(date)}}`]];
  return [
    ["year", `{${parts.year}}`],
    ["month", months[(parts.month ?? 0) - 1] ?? ""],
    ["day", parts.day === undefined ? "" : `{${parts.day}}`],
  ];
}

function keyOf({ creator, title, date }: Source): string {
  const [name] = namesOf(creator);
  const words = name === undefined ? title : "family" in name ? name.family : name.literal;
  const letters = words
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9 ]/gu, "");
  const known = letters.split(" ").filter((word) => word !== "");
  const first = known.find((word) => word.length > 2 && word !== "the") ?? known[0] ?? "";
  const [year = ""] = /\d{4}/u.exec(date) ?? [];
  return `${first.slice(0, maxKeyLetters) || "source"}${year}`;
}

/** The second of a key is `byron1843-2`; keys themselves have no hyphen. */
function freeKey(key: string, taken: Map<string, number>): string {
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  return count === 1 ? key : `${key}-${count}`;
}
