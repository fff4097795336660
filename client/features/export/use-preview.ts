import { useEffect, useState } from "react";
import type { Loss } from "#shared/formats/features.ts";
import { infoOf } from "#shared/formats/registry.ts";
import { askWriter, type Made, type MakingFault, makePreview } from "./make-file.ts";
import type { FileToWrite } from "./write-file.ts";

/** A pause after which a change is shown: several options may be changed one after the other. */
const showAfterMs = 120;
/** As many characters of a text as anybody looks at. */
const shownChars = 6_000;

export type Shown =
  /** Coarse: in dots, since the map is too large to be shown sharp. */
  | Readonly<{ kind: "picture"; url: string; isCoarse: boolean }>
  | Readonly<{ kind: "text"; text: string; goesOn: boolean }>
  | Readonly<{ kind: "none" }>;

export type Preview =
  | Readonly<{ state: "making"; last: Ready | null }>
  | Readonly<{ state: "failed"; fault: MakingFault; message: string }>
  | Ready;
type Ready = Readonly<{ state: "ready"; shown: Shown; losses: readonly Loss[] }>;

/** What a file will look like, where there is something to be seen, and what it will not have: made in workers, anew with each change. */
export function usePreview(file: FileToWrite, isEmpty: boolean): Preview {
  const [preview, setPreview] = useState<Preview>({ state: "making", last: null });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setPreview((before) => ({ state: "making", last: before.state === "ready" ? before : lastOf(before) }));
    const timer = window.setTimeout(async () => {
      const made = await look(file, isEmpty, signal);
      if (signal.aborted) return;
      setPreview(made.ok ? made.value : { state: "failed", fault: made.fault, message: made.message });
    }, showAfterMs);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [file, isEmpty]);
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

async function look(file: FileToWrite, isEmpty: boolean, signal: AbortSignal): Promise<Made<Ready>> {
  const isPicture = infoOf(file.format).isDrawn && !isEmpty;
  const [written, drawn] = await Promise.all([
    askWriter(file, signal),
    isPicture ? makePreview(file, signal) : null,
  ]);
  if (!written.ok) return written;
  const { text, losses } = written.value;
  const ready = (shown: Shown): Made<Ready> => ({ ok: true, value: { state: "ready", shown, losses } });
  if (text !== null)
    return ready({ kind: "text", text: text.slice(0, shownChars), goesOn: text.length > shownChars });
  if (drawn === null || signal.aborted) return ready({ kind: "none" });
  if (!drawn.ok) return drawn;
  return ready({
    kind: "picture",
    url: URL.createObjectURL(drawn.value),
    isCoarse: drawn.value.type === "image/png",
  });
}
