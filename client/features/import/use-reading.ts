import { useEffect, useEffectEvent, useState } from "react";
import type { FormatName } from "#shared/formats/registry.ts";
import type { MapRecord } from "#shared/model/index.ts";
import { fileText } from "./file-text.ts";
import { FileThread } from "./file-thread.ts";
import type { FileRead } from "./read-file.ts";

/** In bytes; above what a full map takes in any format that is read. */
export const maxFileBytes = 24_000_000;

/** Why there is nothing to show of a file. */
export type ReadFault = "empty" | "tooLarge" | "unreadable" | "slow" | "failed" | "unknown";

export type Reading =
  | Readonly<{ state: "reading" }>
  | Readonly<{ state: "fault"; fault: ReadFault }>
  | Readonly<{
      state: "read";
      read: FileRead;
      /** Has what was read, as long as it is shown. */
      thread: FileThread;
    }>;

export type ReadingOptions = Readonly<{
  file: File;
  format: FormatName | null;
  author: string;
  now: () => number;
  /** What is on the open map; null where there is none that it may be added to. */
  known: (() => Iterable<MapRecord>) | null;
}>;

/**
 * Looks into a file in a worker, and anew when it is to be read as another format, or there is a map to compare it with
 * only now. Nothing else ends the thread, from which it may be being added: a map that may not be changed any more neither.
 */
export function useReading({ file, format, author, now, known }: ReadingOptions): Reading {
  const [reading, setReading] = useState<Reading>({ state: "reading" });
  const isBesideMap = known !== null;
  const [asked, setAsked] = useState({ file, format, isBesideMap });
  // Never the last file's content beside the next one's name.
  if (asked.file !== file || asked.format !== format || (isBesideMap && !asked.isBesideMap)) {
    setAsked({ file, format, isBesideMap });
    setReading({ state: "reading" });
  }
  const begin = useEffectEvent((of: Pick<ReadingOptions, "file" | "format">, signal: AbortSignal) =>
    look({ ...of, author, now, known }, signal),
  );
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void begin(asked, signal).then((found) => {
      if (!signal.aborted) setReading(found);
    });
    return () => controller.abort();
  }, [asked]);
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
  const thread = new FileThread(signal);
  if (known) await thread.know(known());
  if (signal.aborted) return { state: "reading" };
  const isBesideMap = known !== null;
  const answer = await thread.read({ fileName: file.name, text, format, now: now(), author, isBesideMap });
  switch (answer) {
    case "too-slow":
      return { state: "fault", fault: "slow" };
    case "failed":
      return { state: "fault", fault: "failed" };
    case "unknown":
      return { state: "fault", fault: "unknown" };
    default:
      return { state: "read", read: answer, thread };
  }
}
