import type { Role } from "#shared/protocol/roles.ts";
import { useView } from "../../state/view-context.tsx";
import type { DialogName } from "../../state/view-store.ts";
import { chooseFile } from "../../ui/choose-file.ts";
import { DeleteMapDialog } from "./delete-map-dialog.tsx";
import { MapMenu } from "./map-menu.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { useMapActions } from "./use-map-actions.ts";

export type MapControlsProps = Readonly<{
  mapId: string;
  title: string;
  role: Role;
  token: string;
}>;

/** The map menu with all that it opens. Other parts open the same dialogs through the view store. */
export function MapControls({ mapId, title, role, token }: MapControlsProps) {
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

  async function handleImport() {
    const file = await chooseFile(".json,application/json");
    if (file) await actions.importFile(file);
  }

  return (
    <>
      <MapMenu
        role={role}
        onNewMap={actions.newMap}
        onImport={handleImport}
        onDownload={actions.download}
        onDelete={() => openDialog("delete-map")}
        onEditPerson={() => openDialog("person")}
        onKeyboardHelp={() => openDialog("keyboard")}
      />
      <PersonDialog {...openStateOf("person")} person={person} onSave={introduce} />
      <DeleteMapDialog
        {...openStateOf("delete-map")}
        title={title}
        onDelete={actions.deleteMap}
        isBusy={actions.isDeleting}
        fault={actions.deleteFault}
      />
    </>
  );
}
