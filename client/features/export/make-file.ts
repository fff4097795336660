import { DrawingError, type DrawnFormatName, drawnFormatNames } from "#shared/formats/drawn/drawing.ts";
import { writeJson } from "#shared/formats/json/index.ts";
import type { FormatName } from "#shared/formats/registry.ts";
import { infoOf } from "#shared/formats/registry.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { askWorker } from "../../canvas/ask-worker.ts";
import { unpackPlainMap } from "../../canvas/packed-map.ts";
import { drawInBrowser } from "../../pictures/index.ts";
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
    ? { ok: true, value: { text: writeJson(unpackPlainMap(file.map)), losses: [] } }
    : failed("missing");
}

/** The whole file, made in threads of its own and without the server. */
export async function makeFile(map: PlainMap, file: FileToWrite, signal: AbortSignal): Promise<Made<Blob>> {
  const type = infoOf(file.format).mediaType;
  const drawn = drawnName(file.format);
  if (drawn !== undefined && drawn !== "svg") {
    try {
      const bytes = await drawInBrowser(drawn, { ...file.drawing, map }, signal);
      return { ok: true, value: new Blob([bytes], { type }) };
    } catch (fault) {
      return faultOf(fault, signal);
    }
  }
  const made = await askWriter({ ...file, isShown: true }, signal);
  if (!made.ok) return made;
  return made.value.text === null
    ? failed("missing")
    : { ok: true, value: new Blob([made.value.text], { type }) };
}

function drawnName(format: FormatName): DrawnFormatName | undefined {
  return drawnFormatNames.find((name) => name === format);
}

function faultOf(fault: unknown, signal: AbortSignal): Made<never> {
  if (signal.aborted) return failed("calledOff");
  if (fault instanceof DrawingError) return failed("tooLarge");
  const message = fault instanceof Error ? fault.message : String(fault);
  return isNotFetched(message) ? failed("missing") : failed("cannotMake", message);
}

function failed(fault: MakingFault, message = ""): Made<never> {
  return { ok: false, fault, message };
}
