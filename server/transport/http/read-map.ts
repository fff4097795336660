import { readJson } from "#shared/formats/json/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { type ApiDiagnostic, type MapFormat, mapFormats } from "#shared/protocol/api.ts";
import { ProblemError } from "./problems.ts";

/** A map read from a file, and what the reader had to say about it. */
export type ReadMap = Readonly<{ map: PlainMap; diagnostics: readonly ApiDiagnostic[] }>;

/** Reads a file of a named format; throws the problem `unreadable-file`, with everything found, when it cannot be. */
export function readMap(format: MapFormat, content: string): ReadMap {
  const { map, diagnostics } = readers[format](content);
  if (diagnostics.some(({ severity }) => severity === "error"))
    throw new ProblemError(
      "unreadable-file",
      "The file was not read; the diagnostics say where it is wrong.",
      diagnostics,
    );
  return { map, diagnostics };
}

/** The format of a path's last part. */
export function formatOf(name: string): MapFormat {
  const format = mapFormats.find((known) => known === name);
  if (format !== undefined) return format;
  throw new ProblemError("unknown-format", `The formats known here are: ${mapFormats.join(", ")}.`);
}

const readers: Readonly<Record<MapFormat, (content: string) => ReadMap>> = { json: readJson };
