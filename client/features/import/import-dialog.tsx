import { useEffect, useEffectEvent, useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { importing } from "../../words/en/import.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { FileChoice } from "./file-choice.tsx";
import type { ImportTarget } from "./import-target.ts";
import { ReadFileView } from "./read-file-view.tsx";

export type ImportDialogProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** What was dropped, pasted or chosen before the dialog opened; empty, it asks for a file. */
  files: readonly File[];
  onFiles: (files: readonly File[]) => void;
  /** The open map, where it can be added to. */
  target: ImportTarget | null;
  /** Who signs what is read. */
  author: string;
}>;

/** Looks into a file and shows what is there, then adds it to the open map or makes a new one of it. */
export function ImportDialog(props: ImportDialogProps) {
  const t = useWords();
  const tell = useLaterWords(importing);
  const { isOpen, files, onFiles } = props;
  const [isBusy, setBusy] = useState(false);
  const [file, ...others] = files;

  function close() {
    props.onOpenChange(false);
  }
  return (
    <Dialog
      title={tell("import.title")}
      size="large"
      closeLabel={t("app.close")}
      isOpen={isOpen}
      // While something is added, it is called off by its own button.
      onOpenChange={(open) => isBusy || open || close()}
    >
      <PasteFiles isListening={!isBusy} onFiles={onFiles} />
      {file === undefined || others.length > 0 ? (
        <>
          {others.length > 0 ? <Notice tone="danger">{tell("import.many")}</Notice> : null}
          <FileChoice onFiles={onFiles} />
        </>
      ) : (
        <ReadFileView
          key={`${file.name} ${file.lastModified} ${file.size}`}
          file={file}
          target={props.target}
          author={props.author}
          onBusy={setBusy}
          onAnother={() => onFiles([])}
          onDone={close}
        />
      )}
    </Dialog>
  );
}

/** Files, or else text, that are pasted while the dialog is open. */
function PasteFiles({
  isListening,
  onFiles,
}: Readonly<{ isListening: boolean; onFiles: (files: readonly File[]) => void }>) {
  const handlePaste = useEffectEvent((event: ClipboardEvent) => {
    if (!isListening || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData("text/plain");
    if (text !== "") onFiles([new File([text], "", { type: "text/plain" })]);
    else if (files.length > 0) onFiles(files);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => handlePaste(event);
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);
  return null;
}
