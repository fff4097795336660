import { emptyMap, modelLimits, type Rating, ratings } from "#shared/model/index.ts";
import { Findings, inputFault, MapBuilder } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { readJson } from "../json/index.ts";
import { wordsOfCsl } from "./csl-text.ts";
import { dateOf } from "./dates.ts";
import { addressOf, noteOf } from "./details.ts";
import { creatorOf, type Name } from "./names.ts";

type Item = Readonly<Record<string, unknown>>;

/** Those who can stand for the author of a work, the first that is named. */
const makers = [
  "author",
  "container-author",
  "editor",
  "director",
  "interviewer",
  "translator",
  "collection-editor",
];
/** More names than a creator has room for. */
const maxNames = 200;

/** Reads CSL-JSON as a map that has only sources. Never throws. */
export function readCslJson(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "CSL");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("CSL");
  const builder = new MapBuilder(options, findings);
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    // What is no JSON for us is none for our own format either, which knows how to say where.
    return readJson(text);
  }
  const items = itemsIn(file);
  if (!items) {
    findings.fail("NOT_CSL", "This is no CSL-JSON: it must be a list of works, each with a type or a title.");
    return builder.finish("");
  }
  // One more than a map holds, so that whoever makes it says so.
  items.slice(0, modelLimits.maxRecords + 1).forEach((item, index) => {
    if (isObject(item)) builder.source(sourceOf(item), `item ${index}`);
    else findings.warn("NOT_A_WORK", "This is no work and was left out.", { path: `[${index}]` });
  });
  return builder.finish("");
}

/** A list, or a list under "items", or one work alone. */
function itemsIn(file: unknown): readonly unknown[] | undefined {
  const list = isObject(file) && Array.isArray(file["items"]) ? file["items"] : file;
  if (isObject(list)) return isWork(list) ? [list] : undefined;
  if (!Array.isArray(list)) return undefined;
  return list.length === 0 || list.some(isWork) ? list : undefined;
}

function isWork(item: unknown): boolean {
  return isObject(item) && (typeof item["type"] === "string" || typeof item["title"] === "string");
}

function sourceOf(item: Item): Parameters<MapBuilder["source"]>[0] {
  const words = (name: string): string => wordsIn(item[name]);
  const who = makers.find((role) => Array.isArray(item[role]));
  const editor = who === "author" ? creatorOf(namesIn(item["editor"])) : "";
  const doi = words("DOI");
  const url = typeof item["URL"] === "string" ? item["URL"].trim() : "";
  const details = {
    container: words("container-title"),
    volume: words("volume"),
    issue: words("issue") || words("number"),
    pages: words("page"),
    edition: words("edition"),
    publisher: words("publisher"),
    place: words("publisher-place"),
    editor,
    doi: url === "" ? "" : doi,
    isbn: words("ISBN"),
  };
  return {
    title: words("title") || words("title-short"),
    creator: who === undefined ? "" : creatorOf(namesIn(item[who])),
    date: dateIn(item["issued"]),
    url: addressOf(url, doi),
    note: noteOf(details, [words("note"), words("annote")].filter(Boolean).join("\n")),
    credibility: credibilityIn(item["custom"]),
  };
}

function namesIn(value: unknown): readonly Name[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, maxNames)
    .filter(isObject)
    .map((name): Name => {
      const literal = wordsIn(name["literal"]) || wordsIn(name["name"]);
      if (literal !== "") return { literal };
      const parts = (...keys: readonly string[]) =>
        keys
          .map((key) => wordsIn(name[key]))
          .filter(Boolean)
          .join(" ");
      const suffix = wordsIn(name["suffix"]);
      const given = parts("given", "dropping-particle");
      return {
        family: parts("non-dropping-particle", "family"),
        given: [given, suffix].filter(Boolean).join(", "),
      };
    });
}

function dateIn(value: unknown): string {
  if (!isObject(value)) return wordsIn(value);
  const parts = value["date-parts"];
  const dates = (Array.isArray(parts) ? parts : []).slice(0, 2).flatMap((date: unknown) => {
    const [year, month, day] = (Array.isArray(date) ? date : [date]).map((part) => Number(part));
    if (year === undefined || !Number.isSafeInteger(year) || date === null) return [];
    return [dateOf({ year, ...(month ? { month } : {}), ...(day ? { day } : {}) })];
  });
  return dates.length > 0 ? dates.join("/") : wordsIn(value["literal"]) || wordsIn(value["raw"]);
}

function credibilityIn(custom: unknown): Rating | null {
  const given = isObject(custom) ? custom["credibility"] : undefined;
  return ratings.find((rating) => rating === given) ?? null;
}

function wordsIn(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? wordsOfCsl(value) : "";
}

function isObject(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
