import { useMemo } from "react";
import type { Step } from "#shared/model/index.ts";
import { playable } from "#shared/presenting/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useStageTools } from "../../stage/index.ts";
import { placesOf } from "../../stage/places-of.ts";
import { factsOf } from "../../stage/step-facts.ts";
import { useThumbnails } from "../../stage/use-thumbnails.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { usePresenter } from "./presenter-context.ts";
import { StepList } from "./step-list.tsx";
import { useFoundSteps } from "./use-found-steps.ts";
import { usePresentWords } from "./use-present-words.ts";

/** In a room they are shown about twice as large as at a desk. */
const thumbnailDots = 512;

/** All steps with their pictures, to go to one of them. */
export function OverviewDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const tell = usePresentWords();
  const { doc } = useSession();
  const { talkMap, weighing } = useStageTools();
  const { steps, actions } = usePresenter();
  const found = useFoundSteps("");
  const [shown, facts] = useMemo(() => {
    // As the steps are while it is open: pictures that changed with every word of others would only distract.
    const played = new Set<Step | undefined>(playable(doc, steps));
    // Of all, since what a step shows hangs on those before and after it, hidden ones too.
    const all = factsOf(doc, steps, placesOf(doc), (step) => talkMap.arrangementAt(step));
    return [steps.filter((step) => played.has(step)), all.filter((_, at) => played.has(steps[at]))];
  }, [doc, steps, talkMap]);
  const pictureOf = useThumbnails(shown, facts, {
    weighing: shown.some(({ layer }) => layer !== "none") ? weighing : null,
    width: thumbnailDots,
  });
  return (
    <Dialog
      size="large"
      isOpen
      title={tell("present.overview")}
      closeLabel={tell("present.close")}
      onOpenChange={onClose}
    >
      <StepList
        steps={found}
        hasFocus
        pictureOf={pictureOf}
        onChoose={(step) => {
          actions.jump({ step: step.id, beat: 0 });
          onClose();
        }}
      />
    </Dialog>
  );
}
