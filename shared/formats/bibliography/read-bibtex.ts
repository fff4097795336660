import { emptyMap, ratings } from "#shared/model/index.ts";
import { cleanText, Findings, inputFault, MapBuilder } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { type BibtexEntry, cutBibtex } from "./bibtex-entries.ts";
import { namesOfBibtex } from "./bibtex-names.ts";
import { dateOf } from "./dates.ts";
import { addressOf, noteOf } from "./details.ts";
import { urlOfLatex, wordsOfLatex } from "./latex-text.ts";
import { creatorOf } from "./names.ts";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Fields that become part of a source; of others is told that they are left out. */
const known: ReadonlySet<string> = new Set([
  ...[
    "author",
    "editor",
    "title",
    "subtitle",
    "date",
    "year",
    "month",
    "day",
    "url",
    "howpublished",
    "doi",
    "isbn",
  ],
  ...[
    "note",
    "annote",
    "annotation",
    "credibility",
    "journal",
    "journaltitle",
    "booktitle",
    "volume",
    "number",
  ],
  ...[
    "issue",
    "pages",
    "edition",
    "publisher",
    "school",
    "institution",
    "organization",
    "address",
    "location",
  ],
]);

/** Reads BibTeX and BibLaTeX as a map that has only sources. Never throws. */
export function readBibtex(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "BIBTEX");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("BIBTEX");
  const builder = new MapBuilder(options, findings);
  const words = cleanText(text);
  const entries = cutBibtex(words, findings);
  if (entries.length === 0 && words.trim() !== "") {
    findings.fail(
      "NO_ENTRY",
      "There is no entry here that can be read: entries begin with @ and a type, as in @book{.",
    );
  }
  const left = new Map<string, number>();
  entries.forEach((entry, index) => {
    builder.source(sourceOf(entry), `entry ${index}`);
    for (const name of entry.fields.keys()) if (!known.has(name)) left.set(name, (left.get(name) ?? 0) + 1);
  });
  if (left.size > 0) findings.remark("FIELDS_LEFT_OUT", `Sources have no place for ${listOf(left)}.`);
  return builder.finish("");
}

function listOf(left: ReadonlyMap<string, number>): string {
  const names = [...left]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `"${name.slice(0, 30)}" (${count})`);
  const shown = names.slice(0, 10).join(", ");
  return names.length > 10 ? `${shown} and ${names.length - 10} others` : shown;
}

function sourceOf({ fields }: BibtexEntry): Parameters<MapBuilder["source"]>[0] {
  const first = (...names: readonly string[]): string =>
    names.map((name) => wordsOfLatex(fields.get(name) ?? "")).find(Boolean) ?? "";
  const author = creatorOf(namesOfBibtex(fields.get("author") ?? ""));
  const editor = creatorOf(namesOfBibtex(fields.get("editor") ?? ""));
  const printed = fields.get("howpublished") ?? "";
  const url = urlOfLatex(fields.get("url") ?? (/\\url\b|^\s*https?:/u.test(printed) ? printed : ""));
  const doi = first("doi");
  const details = {
    container: first("journal", "journaltitle", "booktitle"),
    volume: first("volume"),
    issue: first("number", "issue"),
    pages: first("pages"),
    edition: first("edition"),
    publisher: first("publisher", "school", "institution", "organization"),
    place: first("address", "location"),
    editor: author === "" ? "" : editor,
    doi: url === "" ? "" : doi,
    isbn: first("isbn"),
  };
  return {
    title: [first("title"), first("subtitle")].filter(Boolean).join(": "),
    creator: author || editor,
    date: dateIn(first("date"), first("year"), first("month"), first("day")),
    url: addressOf(url, doi),
    note: noteOf(details, [first("annote", "annotation"), first("note")].filter(Boolean).join("\n")),
    credibility: ratings.find((rating) => rating === fields.get("credibility")) ?? null,
  };
}

/** BibLaTeX has one date in ISO form, BibTeX year and month apart. */
function dateIn(date: string, year: string, month: string, day: string): string {
  if (date !== "" || month === "") return date || year;
  const number = /^\d{1,2}$/u.test(month)
    ? Number(month)
    : monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const isOneMonth = /^(?:\d{1,2}|\p{L}{3,9}\.?)$/u.test(month) && number >= 1 && number <= 12;
  if (!isOneMonth || !/^\d{4}$/u.test(year)) return [month, year].filter(Boolean).join(" ");
  return dateOf({ year: Number(year), month: number, ...(/^\d{1,2}$/u.test(day) && { day: Number(day) }) });
}
