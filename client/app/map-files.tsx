import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { Point } from "#shared/model/index.ts";
import { useCanvas } from "../canvas/canvas-context.tsx";
import { insertPieces } from "../canvas/clipboard/insert-in-pieces.ts";
import { besideAll, moveFor } from "../canvas/clipboard/insert-map.ts";
import { boundsMovedBy } from "../canvas/clipboard/paste-place.ts";
import type { ImportTarget } from "../features/import/import-target.ts";
import { useSessionStatus } from "../session/session-context.tsx";
import { DropVeil } from "../shell/drop-veil.tsx";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { useView } from "../state/view-context.tsx";
import type { DialogName } from "../state/view-store.ts";
import { useWords } from "../words/use-words.ts";

const importDialog = dialogCode(
  async () => (await import("../features/import/import-dialog.tsx")).ImportDialog,
);
const exportDialog = dialogCode(
  async () => (await import("../features/export/export-dialog.tsx")).ExportDialog,
);

type Given = Readonly<{ files: readonly File[]; at?: Point }>;
const nothingGiven: Given = { files: [] };

/** The way of files into the open map, and out of it: dropped, pasted, or asked for by name. */
export function MapFiles() {
  const t = useWords();
  const desk = useCanvas();
  const { session, view } = desk;
  const { canEdit } = useSessionStatus();
  const dialog = useView((state) => state.dialog);
  const openDialog = useView((state) => state.openDialog);
  const closeDialog = useView((state) => state.closeDialog);
  const [given, setGiven] = useState(nothingGiven);
  const isAdding = useRef(false);
  const openStateOf = (name: DialogName) => ({
    isOpen: dialog === name,
    onOpenChange: (isOpen: boolean) => (isOpen ? openDialog(name) : closeDialog()),
  });
  const target = useMemo<ImportTarget | null>(
    () =>
      canEdit
        ? {
            known: () => session.doc.records.values(),
            add: async ({ pieces, records, bounds }, options) => {
              const move = moveFor(desk, { bounds, target: null }, given.at ?? besideAll(desk, { bounds }));
              const content = { pieces: pieces(move), records, bounds: boundsMovedBy(bounds, move) };
              isAdding.current = true;
              try {
                return await insertPieces(desk, content, { ...options, origin: "import" });
              } finally {
                isAdding.current = false;
              }
            },
            undo: () => session.undo(),
            onFurtherStep: (listener) => session.history.onChange(listener),
          }
        : null,
    [canEdit, desk, session, given.at],
  );

  function take(files: readonly File[], at?: Point) {
    // Another one in the dialog would end the thread that hands out the pieces of the first.
    if (isAdding.current) return;
    setGiven(at ? { files, at } : { files });
    openDialog("import");
  }
  const handlePaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // Programs that copy cells or a passage put a picture of it beside the text.
    const isText = event.clipboardData?.getData("text/plain") !== "";
    if (files.length === 0 || isText || dialog !== null || isWriting(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    take(files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => handlePaste(event);
    // Ahead of the canvas, which would look for text.
    document.addEventListener("paste", listen, { capture: true });
    return () => document.removeEventListener("paste", listen, { capture: true });
  }, []);

  return (
    <>
      <DropVeil label={t("map.drop")} onFiles={(files, { x, y }) => take(files, view.toCanvas(x, y))} />
      <FetchedDialog
        code={importDialog}
        dialog={{
          isOpen: dialog === "import",
          onOpenChange: (isOpen: boolean) => {
            if (isOpen) return openDialog("import");
            setGiven(nothingGiven);
            closeDialog();
          },
          files: given.files,
          onFiles: (files: readonly File[]) => setGiven({ files }),
          target,
          author: session.by().author,
        }}
      />
      <FetchedDialog code={exportDialog} dialog={openStateOf("export")} />
    </>
  );
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
