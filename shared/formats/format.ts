import type { CreateId, PlainMap } from "#shared/model/index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { ExportLanguage, ExportOptions } from "./export-options.ts";
import type { Feature, Loss } from "./features.ts";

/** What the caller lends a reader: ids, the time in milliseconds since 1970, and who is to sign what is made. */
export type ReadOptions = Readonly<{ createId: CreateId; now: number; author: string }>;

/** What a file came to. With an `error` among the diagnostics the map is empty. */
export type ReadResult = Readonly<{ map: PlainMap; diagnostics: readonly Diagnostic[] }>;

/** Text to map. Never throws, whatever the text; cards get a place only where the file names one. */
export type ReadMap = (text: string, options: ReadOptions) => ReadResult;

/**
 * Map to text: the same map gives the same bytes, and the text ends with a line break. Words that are added to those of the
 * map are in `lang`, or in English, where the format has such words for readers.
 */
export type WriteMap = (map: PlainMap, lang?: ExportLanguage) => string;

/** One file format whose files are text: how it is read and written, as far as it can be, and what it has no place for. */
export type TextFormat = Readonly<{
  read?: ReadMap;
  write?: WriteMap;
  /** What `write` leaves out; everything else comes back from what it wrote, where there is a `read`. */
  cannotCarry: readonly Feature[];
  /** What a text that was written is too large in for programs that show it. */
  beyond?: (text: string) => readonly Loss[];
  /** Which characters a file that has no other fonts than ours draws as frames. */
  undrawn?: (map: PlainMap, options: ExportOptions) => readonly Loss[];
}>;
