import { DrawingError } from "#shared/formats/drawn/drawing.ts";
import { type ExportOptions, initialExportOptions } from "#shared/formats/export-options.ts";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { packPlainMap } from "../../canvas/packed-map.ts";
import { DrawingTimeoutError, drawInBrowser } from "../../pictures/index.ts";

/** What can be taken home of a presentation. */
export type TakeAway = "pdf" | "pptx" | "html" | "md";

/** Why there is no file; nobody is told of what they called off. */
export type TakeAwayFault = "tooLarge" | "slow" | "server" | "cannotMake" | "calledOff";

export type Wanted = Readonly<{
  kind: TakeAway;
  map: PlainMap;
  presentation: NonNullable<ExportOptions["presentation"]>;
  page: "a4" | "letter";
  notes: boolean;
  lang: ExportOptions["lang"];
}>;

/** Asks the server for the report; rejects where no answer comes. */
export type FetchReport = (query: string, signal: AbortSignal) => Promise<Response>;

/** Handout and slides are made here; the report at the server, which counts the votes. */
export async function makeFile(
  wanted: Wanted,
  fetchReport: FetchReport,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Result<Blob, TakeAwayFault>> {
  const { kind, map, presentation, page, notes, lang } = wanted;
  if (kind === "html" || kind === "md") return reportOf(wanted, kind, fetchReport, signal);
  const options: ExportOptions = {
    ...initialExportOptions,
    presentation,
    page,
    notes,
    turn: "portrait",
    lang,
  };
  try {
    const job = { map: packPlainMap(map), options, madeAt: Date.now() };
    return ok(await drawInBrowser(kind, job, { signal, onProgress }));
  } catch (fault) {
    if (signal.aborted) return err("calledOff");
    if (fault instanceof DrawingError) return err("tooLarge");
    return err(fault instanceof DrawingTimeoutError ? "slow" : "cannotMake");
  }
}

async function reportOf(
  { presentation, lang }: Wanted,
  format: "html" | "md",
  fetchReport: FetchReport,
  signal: AbortSignal,
): Promise<Result<Blob, TakeAwayFault>> {
  const query = new URLSearchParams({ format, lang, ...(presentation === "*" ? {} : { presentation }) });
  try {
    const response = await fetchReport(`?${query}`, signal);
    return response.ok ? ok(await response.blob()) : err("server");
  } catch {
    return err(signal.aborted ? "calledOff" : "server");
  }
}
