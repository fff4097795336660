import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useWords } from "../../words/use-words.ts";

export type ConfirmationProps = Readonly<{
  title: string;
  confirmLabel: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Does it; the sentence says why it could not be done, and then the question stays. */
  onConfirm: () => Promise<string | null>;
  /** What will happen. */
  children: ReactNode;
}>;

/** Asks before something that others will notice at once. */
export function Confirmation(props: ConfirmationProps) {
  const t = useWords();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  function handleOpenChange(isOpen: boolean) {
    setFault(null);
    props.onOpenChange(isOpen);
  }

  async function handleConfirm() {
    setBusy(true);
    const reason = await props.onConfirm();
    setBusy(false);
    setFault(reason);
    if (!reason) props.onOpenChange(false);
  }

  return (
    <Dialog
      size="small"
      role="alertdialog"
      title={props.title}
      closeLabel={t("app.close")}
      isOpen={props.isOpen}
      onOpenChange={handleOpenChange}
      actions={
        <>
          <Button autoFocus onPress={() => handleOpenChange(false)}>
            {t("map.action.cancel")}
          </Button>
          <Button variant="danger" isBusy={isBusy} onPress={handleConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <div>{props.children}</div>
      {fault ? <Notice tone="danger">{fault}</Notice> : null}
    </Dialog>
  );
}
