import type { Role } from "#shared/protocol/roles.ts";
import { dialogCode, FetchedDialog } from "../../shell/fetched-dialog.tsx";
import { useView } from "../../state/view-context.tsx";
import type { DialogName } from "../../state/view-store.ts";
import { MapMenu, type MapMenuProps } from "./map-menu.tsx";
import { useMapActions } from "./use-map-actions.ts";

const deleteMapDialog = dialogCode(async () => (await import("./delete-map-dialog.tsx")).DeleteMapDialog);
const personDialog = dialogCode(async () => (await import("./person-dialog.tsx")).PersonDialog);

export type MapControlsProps = Readonly<{
  mapId: string;
  title: string;
  role: Role;
  token: string;
  onCommand: MapMenuProps["onCommand"];
}>;

/** The map menu with all that it opens. Other parts open the same dialogs through the view store. */
export function MapControls({ mapId, title, role, token, onCommand }: MapControlsProps) {
  const actions = useMapActions({ mapId, title, token });
  const person = useView((state) => state.person);
  const introduce = useView((state) => state.introduce);
  const dialog = useView((state) => state.dialog);
  const openDialog = useView((state) => state.openDialog);
  const closeDialog = useView((state) => state.closeDialog);

  function openStateOf(name: DialogName) {
    return {
      isOpen: dialog === name,
      onOpenChange: (isOpen: boolean) => (isOpen ? openDialog(name) : closeDialog()),
    };
  }

  return (
    <>
      <MapMenu
        role={role}
        onNewMap={actions.newMap}
        onImport={() => openDialog("import")}
        onTemplates={() => openDialog("templates")}
        onExport={() => openDialog("export")}
        onDelete={() => openDialog("delete-map")}
        onEditPerson={() => openDialog("person")}
        onCommand={onCommand}
      />
      <FetchedDialog code={personDialog} dialog={{ ...openStateOf("person"), person, onSave: introduce }} />
      <FetchedDialog
        code={deleteMapDialog}
        dialog={{
          ...openStateOf("delete-map"),
          title,
          onDelete: actions.deleteMap,
          isBusy: actions.isDeleting,
          fault: actions.deleteFault,
        }}
      />
    </>
  );
}
