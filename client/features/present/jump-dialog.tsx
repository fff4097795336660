import { useState } from "react";
import type { Step } from "#shared/model/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { usePresenter } from "./presenter-context.ts";
import { StepList } from "./step-list.tsx";
import { useFoundSteps } from "./use-found-steps.ts";
import { usePresentWords } from "./use-present-words.ts";

/** To a step by its number or its words; Enter takes the first. */
export function JumpDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const tell = usePresentWords();
  const { actions } = usePresenter();
  const [wanted, setWanted] = useState("");
  const found = useFoundSteps(wanted);

  function choose(step: Step | undefined) {
    if (!step) return;
    actions.jump({ step: step.id, beat: 0 });
    onClose();
  }

  return (
    <Dialog isOpen title={tell("present.goTo")} closeLabel={tell("present.close")} onOpenChange={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          choose(found[0]?.step);
        }}
      >
        <TextField autoFocus label={tell("present.goTo.label")} value={wanted} onChange={setWanted} />
      </form>
      <div role="status">{found.length === 0 ? <p>{tell("present.goTo.none")}</p> : null}</div>
      <StepList steps={found} onChoose={choose} />
    </Dialog>
  );
}
