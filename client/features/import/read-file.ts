import type { Rect } from "#shared/diagram/index.ts";
import type { Diagnostic } from "#shared/formats/diagnostic.ts";
import { writeJson } from "#shared/formats/json/index.ts";
import { type FormatName, guessFormat, loadFormat } from "#shared/formats/registry.ts";
import { unreadSigns } from "#shared/formats/unread-signs.ts";
import { mapBounds, withPlaces } from "#shared/layout/index.ts";
import {
  type CreateId,
  type MapRecord,
  type PlainMap,
  type RecordType,
  withFreshIds,
} from "#shared/model/index.ts";
import { withSharedSources } from "../../canvas/clipboard/share-sources.ts";
import { whatIsNew } from "./what-is-new.ts";

/** A file to be looked into; where no format is given, it is guessed. */
export type FileToRead = Readonly<{
  fileName: string;
  text: string;
  format: FormatName | null;
  now: number;
  author: string;
  /** Whether there is an open map that it may be added to. */
  isBesideMap: boolean;
}>;

/** What a file came to. */
export type ReadMaps = Readonly<{
  /** All of it, with cards at places among themselves, ids that nothing else has, and sources that the open map has. */
  all: PlainMap;
  /** What of it the open map does not have; null without an open map. */
  news: PlainMap | null;
}>;

/** What the page is told of that: counted. */
export type FileRead = Readonly<{
  format: FormatName;
  counts: Readonly<Record<RecordType, number>>;
  /** Around all cards; null where there are none. */
  bounds: Rect | null;
  findings: readonly Diagnostic[];
  /** How many records there are in all. */
  records: number;
  /** How many the open map does not have, and how many of the cards it has; null without an open map. */
  news: Readonly<{ records: number; knownCards: number }> | null;
  /** All of it in our own format, for a map of its own. */
  ownText: string;
}>;

/** What the thread that reads answers; `unknown`: nothing that can be read. */
export type FileAnswer = FileRead | "unknown";

/**
 * Reads a file, lays it out and compares it with what the open map has, which takes seconds of large ones: for a worker.
 */
export async function readFile(
  file: FileToRead,
  there: readonly MapRecord[],
  createId: CreateId,
): Promise<Readonly<{ answer: FileRead; maps: ReadMaps }> | "unknown"> {
  const { text, now, author } = file;
  const format = file.format ?? guessFormat(file.fileName, text) ?? null;
  const read = format && (await loadFormat(format)).read;
  if (!read) return "unknown";
  const { map, diagnostics } = read(text, { createId, now, author });
  const placed = withPlaces(withFreshIds(map, createId, () => true));
  const known = file.isBesideMap ? new Map(there.map((record) => [record.id, record])) : null;
  const news = known && whatIsNew(placed, known);
  const all = known ? withSharedSources(placed, there) : placed;
  const answer: FileRead = {
    format,
    counts: countsOf(placed),
    bounds: mapBounds(placed) ?? null,
    findings: [...unreadSigns(text), ...diagnostics],
    records: all.records.size,
    news: news && { records: news.map.records.size, knownCards: news.knownCards },
    // Our own files go as they are, and keep their ids; others without the indentation, a fifth of what is sent.
    ownText: format === "json" ? text : JSON.stringify(JSON.parse(writeJson(placed))),
  };
  return { answer, maps: { all, news: news?.map ?? null } };
}

function countsOf(map: PlainMap): Readonly<Record<RecordType, number>> {
  const counts: Record<RecordType, number> = {
    card: 0,
    argument: 0,
    conflict: 0,
    source: 0,
    group: 0,
    presentation: 0,
    step: 0,
  };
  for (const { type } of map.records.values()) counts[type]++;
  return counts;
}
