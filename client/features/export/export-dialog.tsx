import { useState } from "react";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { selectedCards } from "../../canvas/selected-cards.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { exporting } from "../../words/en/export.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { ExportForm } from "./export-form.tsx";

export type ExportDialogProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

/** Saves the map, or a part of it, as a file of any kind, made here and not by the server. */
export function ExportDialog({ isOpen, onOpenChange }: ExportDialogProps) {
  const t = useWords();
  const tell = useLaterWords(exporting);
  return (
    <Dialog
      title={tell("export.title")}
      size="wide"
      closeLabel={t("app.close")}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <MapToExport />
    </Dialog>
  );
}

/** The map as it was when the dialog opened, so that file and preview are the same. */
function MapToExport() {
  const { session, ui, layer } = useCanvas();
  const [map] = useState(() => session.doc.toPlainMap());
  const [selected] = useState(() => selectedCards(ui, session).map(({ id }) => id));
  return <ExportForm map={map} selected={selected} showsStandings={layer === "standing"} />;
}
