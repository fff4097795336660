import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useWords } from "../../words/use-words.ts";

export type DeleteMapDialogProps = Readonly<{
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onDelete: () => void;
  isBusy: boolean;
  /** Why the last try did not succeed. */
  fault: string | null;
}>;

/** Asks before a map goes for everyone. */
export function DeleteMapDialog(props: DeleteMapDialogProps) {
  const t = useWords();
  const title = props.title === "" ? t("map.untitled") : props.title;
  return (
    <Dialog
      size="small"
      role="alertdialog"
      title={t("map.delete.title")}
      closeLabel={t("app.close")}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      actions={
        <>
          <Button autoFocus onPress={() => props.onOpenChange(false)}>
            {t("map.action.cancel")}
          </Button>
          <Button variant="danger" isBusy={props.isBusy} onPress={props.onDelete}>
            {t("map.delete.confirm")}
          </Button>
        </>
      }
    >
      <div>{t("map.delete.body", { title })}</div>
      {props.fault ? <Notice tone="danger">{props.fault}</Notice> : null}
    </Dialog>
  );
}
