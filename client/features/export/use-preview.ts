import { useEffect, useState } from "react";
import type { Loss } from "#shared/formats/features.ts";
import { infoOf } from "#shared/formats/registry.ts";
import { askWriter, type MakingFault } from "./make-file.ts";
import type { FileToWrite } from "./write-file.ts";

/** A pause after which a change is shown: several options may be changed one after the other. */
const showAfterMs = 120;
/** As many characters of a text as anybody looks at. */
const shownChars = 6_000;

export type Shown =
  | Readonly<{ kind: "picture"; url: string }>
  | Readonly<{ kind: "text"; text: string; goesOn: boolean }>
  | Readonly<{ kind: "none" }>;

export type Preview =
  | Readonly<{ state: "making"; last: Ready | null }>
  | Readonly<{ state: "failed"; fault: MakingFault; message: string }>
  | Ready;
type Ready = Readonly<{ state: "ready"; shown: Shown; losses: readonly Loss[] }>;

/** What a file will look like and what it will not have, made in a worker and anew with each change. */
export function usePreview(file: FileToWrite): Preview {
  const [preview, setPreview] = useState<Preview>({ state: "making", last: null });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setPreview((before) => ({ state: "making", last: before.state === "ready" ? before : lastOf(before) }));
    const timer = window.setTimeout(async () => {
      const made = await askWriter(file, signal);
      if (signal.aborted) return;
      setPreview(
        made.ok
          ? { state: "ready", shown: shownOf(file, made.value.text), losses: made.value.losses }
          : { state: "failed", fault: made.fault, message: made.message },
      );
    }, showAfterMs);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [file]);
  const url = urlOf(preview);
  // Pictures are given back once others stand in their place.
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return preview;
}

function lastOf(preview: Preview): Ready | null {
  return preview.state === "making" ? preview.last : null;
}

function urlOf(preview: Preview): string | null {
  const ready = preview.state === "ready" ? preview : lastOf(preview);
  return ready?.shown.kind === "picture" ? ready.shown.url : null;
}

function shownOf({ format }: FileToWrite, text: string | null): Shown {
  if (text === null) return { kind: "none" };
  if (infoOf(format).isDrawn)
    return { kind: "picture", url: URL.createObjectURL(new Blob([text], { type: "image/svg+xml" })) };
  return { kind: "text", text: text.slice(0, shownChars), goesOn: text.length > shownChars };
}
