import { Dialog } from "../../ui/dialog.tsx";
import { usePresenter } from "./presenter-context.ts";
import { StepList } from "./step-list.tsx";
import { useFoundSteps } from "./use-found-steps.ts";
import { usePresentWords } from "./use-present-words.ts";

/** All steps, to go to one of them. */
export function OverviewDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const tell = usePresentWords();
  const { actions } = usePresenter();
  const steps = useFoundSteps("");
  return (
    <Dialog
      size="large"
      isOpen
      title={tell("present.overview")}
      closeLabel={tell("present.close")}
      onOpenChange={onClose}
    >
      <StepList
        steps={steps}
        hasFocus
        onChoose={(step) => {
          actions.jump({ step: step.id, beat: 0 });
          onClose();
        }}
      />
    </Dialog>
  );
}
