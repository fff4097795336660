import { type ExportOptions, initialExportOptions } from "#shared/formats/export-options.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { askWorker } from "../../canvas/ask-worker.ts";
import { packPlainMap } from "../../canvas/packed-map.ts";

/** Which handout of which map, packed. */
export type HandoutAsked = Readonly<{ map: string; options: ExportOptions }>;

/** Some ten times what the longest presentations of the largest maps take. */
const deadlineMs = 60_000;

/** Which characters a handout has no fonts for, found in a worker; empty where there are none or nothing can be said. */
export async function askUndrawn(
  map: PlainMap,
  chosen: Pick<ExportOptions, "presentation" | "notes">,
  signal: AbortSignal,
): Promise<string> {
  const worker = new Worker(new URL("./undrawn-worker.ts", import.meta.url), { type: "module" });
  const asked = { map: packPlainMap(map), options: { ...initialExportOptions, ...chosen } };
  const answer = await askWorker<HandoutAsked, Readonly<{ characters: string }>>(
    worker,
    asked,
    deadlineMs,
    signal,
  );
  return typeof answer === "string" ? "" : answer.characters;
}
