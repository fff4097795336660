import { DrawingError, type DrawnFormatName, drawnFormatNames } from "#shared/formats/drawn/drawing.ts";
import { type ExportOptions, exportOptionsOf } from "#shared/formats/export-options.ts";
import { writeJson } from "#shared/formats/json/index.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { type FormatName, infoOf } from "#shared/formats/registry.ts";
import { askWorker } from "../../canvas/ask-worker.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";
import { DrawingTimeoutError, drawInBrowser } from "../../pictures/index.ts";
import { isNotFetched } from "./not-fetched.ts";
import type { FileToWrite, FileWritten, WriterAnswer } from "./write-file.ts";

/** Some ten times what the largest maps take. */
const writingDeadlineMs = 60_000;

/** Why there is no file. */
export type MakingFault = "tooLarge" | "slow" | "missing" | "cannotMake" | "calledOff";

export type Made<Value> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; fault: MakingFault; message: string }>;

/** Writes in a worker; see `writeFile`. */
export async function askWriter(file: FileToWrite, signal: AbortSignal): Promise<Made<FileWritten>> {
  const worker = new Worker(new URL("./write-file-worker.ts", import.meta.url), { type: "module" });
  const written = await askWorker<FileToWrite, WriterAnswer>(worker, file, writingDeadlineMs, signal);
  if (written === "superseded") return failed("calledOff");
  if (written === "too-slow") return failed("slow");
  if (written !== "failed" && !("fault" in written)) return { ok: true, value: written };
  if (written !== "failed" && !isNotFetched(written.fault)) return failed("cannotMake", written.fault);
  // The whole map can be saved without any network: what that takes came with the dialog.
  return file.format === "json"
    ? { ok: true, value: { text: writeJson(partOf(unpackPlainMap(file.map), file.options)), losses: [] } }
    : failed("missing");
}

/** The whole file, made in threads of its own and without the server. `onProgress` is told how far, from 0 to 1, where that is known. */
export async function makeFile(
  file: FileToWrite,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Made<Blob>> {
  const drawn = drawnName(file.format);
  if (drawn !== undefined) return draw(() => drawInBrowser(drawn, file, { signal, onProgress }), signal);
  const made = await askWriter(file, signal);
  if (!made.ok) return made;
  const type = infoOf(file.format).mediaType;
  return made.value.text === null
    ? failed("missing")
    : { ok: true, value: new Blob([made.value.text], { type }) };
}

/** The picture of what is drawn, to be looked at, without what the format does not have. */
export function makePreview(file: FileToWrite, signal: AbortSignal): Promise<Made<Blob>> {
  const { options } = file;
  const heeded = exportOptionsOf(infoOf(file.format));
  const shown: ExportOptions = {
    ...options,
    ground: heeded.includes("ground") ? options.ground : "solid",
    legend: heeded.includes("legend") && options.legend,
    date: heeded.includes("date") ? options.date : "",
  };
  return draw(() => drawInBrowser("preview", { ...file, options: shown }, { signal }), signal);
}

async function draw(start: () => Promise<Blob>, signal: AbortSignal): Promise<Made<Blob>> {
  try {
    return { ok: true, value: await start() };
  } catch (fault) {
    return faultOf(fault, signal);
  }
}

function drawnName(format: FormatName): DrawnFormatName | undefined {
  return drawnFormatNames.find((name) => name === format);
}

function faultOf(fault: unknown, signal: AbortSignal): Made<never> {
  if (signal.aborted) return failed("calledOff");
  if (fault instanceof DrawingError) return failed("tooLarge");
  if (fault instanceof DrawingTimeoutError) return failed("slow");
  const message = fault instanceof Error ? fault.message : String(fault);
  return isNotFetched(message) ? failed("missing") : failed("cannotMake", message);
}

function failed(fault: MakingFault, message = ""): Made<never> {
  return { ok: false, fault, message };
}
