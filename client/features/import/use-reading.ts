import { useEffect, useState } from "react";
import type { FormatName } from "#shared/formats/registry.ts";
import { askWorker } from "../../canvas/ask-worker.ts";
import { fileText } from "./file-text.ts";
import type { FileAnswer, FileRead, FileToRead } from "./read-file.ts";

/** In bytes; above what a full map takes in any format that is read. */
export const maxFileBytes = 24_000_000;
/** Some ten times what the largest files take. */
const deadlineMs = 60_000;

/** Why there is nothing to show of a file. */
export type ReadFault = "empty" | "tooLarge" | "unreadable" | "slow" | "failed" | "unknown";

export type Reading =
  | Readonly<{ state: "reading" }>
  | Readonly<{ state: "fault"; fault: ReadFault }>
  | Readonly<{ state: "read"; read: FileRead }>;

export type ReadingOptions = Readonly<{
  file: File;
  format: FormatName | null;
  author: string;
  now: () => number;
  /** The open map, packed; null where there is none. */
  known: () => string | null;
}>;

/** Looks into a file in a worker, and anew when it is to be read as another format. */
export function useReading({ file, format, author, now, known }: ReadingOptions): Reading {
  const [reading, setReading] = useState<Reading>({ state: "reading" });
  const [asked, setAsked] = useState({ file, format });
  // Never the last file's content beside the next one's name.
  if (asked.file !== file || asked.format !== format) {
    setAsked({ file, format });
    setReading({ state: "reading" });
  }
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void look({ file, format, author, now, known }, signal).then((found) => {
      if (!signal.aborted) setReading(found);
    });
    return () => controller.abort();
  }, [file, format, author, now, known]);
  return reading;
}

async function look(
  { file, format, author, now, known }: ReadingOptions,
  signal: AbortSignal,
): Promise<Reading> {
  if (file.size === 0) return { state: "fault", fault: "empty" };
  if (file.size > maxFileBytes) return { state: "fault", fault: "tooLarge" };
  const text = await fileText(file);
  if (text === undefined) return { state: "fault", fault: "unreadable" };
  if (signal.aborted) return { state: "reading" };
  const worker = new Worker(new URL("./read-file-worker.ts", import.meta.url), { type: "module" });
  const question: FileToRead = { fileName: file.name, text, format, now: now(), author, known: known() };
  const answer = await askWorker<FileToRead, FileAnswer>(worker, question, deadlineMs, signal);
  switch (answer) {
    case "superseded":
      return { state: "reading" };
    case "too-slow":
      return { state: "fault", fault: "slow" };
    case "failed":
      return { state: "fault", fault: "failed" };
    case "unknown":
      return { state: "fault", fault: "unknown" };
    default:
      return { state: "read", read: answer };
  }
}
