import type { PlainMap } from "#shared/model/index.ts";
import { useCanvas } from "../canvas/canvas-context.tsx";
import { insertMap } from "../canvas/clipboard/insert-map.ts";
import { dialogCode, FetchedDialog } from "../shell/fetched-dialog.tsx";
import { useView } from "../state/view-context.tsx";

const templatesDialog = dialogCode(
  async () => (await import("../features/templates/templates-dialog.tsx")).TemplatesDialog,
);

/** The dialog that puts a template into the open map, near the middle of the view. */
export function MapTemplates() {
  const desk = useCanvas();
  const dialog = useView((state) => state.dialog);
  const openDialog = useView((state) => state.openDialog);
  const closeDialog = useView((state) => state.closeDialog);

  function insert(map: PlainMap) {
    closeDialog();
    insertMap(desk, map);
  }

  return (
    <FetchedDialog
      code={templatesDialog}
      dialog={{
        isOpen: dialog === "templates",
        onOpenChange: (isOpen: boolean) => (isOpen ? openDialog("templates") : closeDialog()),
        purpose: "insert" as const,
        making: () => ({ createId: desk.session.createId, by: desk.session.by() }),
        onMap: insert,
        isBusy: false,
        fault: null,
      }}
    />
  );
}
