import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import css from "./sources.module.css";

export type FormActionsProps = Readonly<{
  /** The form that the main button submits. */
  formId: string;
  saveLabel: string;
  /** Somebody is about to close the window over what they have written. */
  isLeaving: boolean;
  onStay: () => void;
  onLeave: () => void;
}>;

/** Save and cancel; and before anything written is lost, the question whether it may be. */
export function FormActions({ formId, saveLabel, isLeaving, onStay, onLeave }: FormActionsProps) {
  const t = useWords();
  if (isLeaving) {
    return (
      <>
        <p role="alert" className={css["question"]}>
          {t("sources.leave.question")}
        </p>
        <Button key="discard" variant="danger" onPress={onLeave}>
          {t("sources.leave.discard")}
        </Button>
        <Button key="stay" variant="primary" autoFocus onPress={onStay}>
          {t("sources.leave.stay")}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button key="cancel" onPress={onLeave}>
        {t("map.action.cancel")}
      </Button>
      <Button key="save" variant="primary" type="submit" form={formId}>
        {saveLabel}
      </Button>
    </>
  );
}
