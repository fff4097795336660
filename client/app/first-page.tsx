import { useState } from "react";
import { JoinForm } from "../features/follow/join-form.tsx";
import { HomePage } from "../features/home/home-page.tsx";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { useOwnPresence } from "../shell/use-own-presence.ts";
import { HomeTemplates } from "./home-templates.tsx";

const importDialog = dialogCode(
  async () => (await import("../features/import/import-dialog.tsx")).ImportDialog,
);

/** `/`: the first page with the ways to begin that other parts offer. */
export function FirstPage() {
  const { name } = useOwnPresence();
  const [isImporting, setImporting] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);

  function openImport(given: readonly File[]) {
    setFiles(given);
    setImporting(true);
  }
  return (
    <>
      <HomePage templates={<HomeTemplates />} join={<JoinForm />} onImport={openImport} />
      <FetchedDialog
        code={importDialog}
        dialog={{
          isOpen: isImporting,
          onOpenChange: setImporting,
          files,
          onFiles: setFiles,
          target: null,
          author: name,
        }}
      />
    </>
  );
}
