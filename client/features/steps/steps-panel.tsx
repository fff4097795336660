import { ArrowLeft, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { PresentationId, StepId } from "#shared/model/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { undoWhileWriting } from "../../canvas/commands/undo-while-writing.ts";
import { useWayBack } from "../../canvas/view/back-to-canvas.ts";
import { useSessionStatus } from "../../session/session-context.tsx";
import { narrowQuery } from "../../state/media-query.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { BuildPathDialog } from "./build-path-dialog.tsx";
import { PresentationBar } from "./presentation-bar.tsx";
import { type Covered, previewStep } from "./preview-step.ts";
import { openAtFirst, StepEditor } from "./step-editor.tsx";
import { StepList } from "./step-list.tsx";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";
import { useStepActions, useStepFacts, useStepPages } from "./use-steps.ts";

export type StepsPanelProps = Readonly<{
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Goes to where a presentation is shown; null: the one without a name, its beginning. */
  onPresent: (presentation: PresentationId | null, step: StepId | null) => void;
  /** Offers what can be taken home of a presentation. */
  onTakeAway: (presentation: PresentationId | null) => void;
}>;

/** What was looked at last stays chosen while the panel is closed. */
type Place = Readonly<{ page: string | null; step: StepId | null; isEditing: boolean }>;

export function StepsPanel({ isOpen, onOpenChange, ...ways }: StepsPanelProps) {
  const [place, setPlace] = useState<Place>({ page: null, step: null, isEditing: false });
  return isOpen ? (
    <Panel {...ways} place={place} onPlace={setPlace} onClose={() => onOpenChange(false)} />
  ) : null;
}

type PanelProps = Pick<StepsPanelProps, "onPresent" | "onTakeAway"> &
  Readonly<{ place: Place; onPlace: (place: Place) => void; onClose: () => void }>;

/** The presentations of the map: one of them as the list of its steps, and in its place the step that is edited. */
function Panel({ place, onPlace, onPresent, onTakeAway, onClose }: PanelProps) {
  const t = useWords();
  const say = useStepsWords();
  const tools = useCanvas();
  const { canEdit } = useSessionStatus();
  const pages = useStepPages();
  const actions = useStepActions();
  const page = pages.find(({ presentation }) => (presentation?.id ?? "") === place.page) ?? pages[0];
  const steps = page?.steps ?? none;
  const facts = useStepFacts(steps);
  const index = steps.findIndex(({ id }) => id === place.step);
  const step = steps[index];
  const [isBuilding, setBuilding] = useState(false);
  const [openParts, setOpenParts] = useState(openAtFirst);
  const panel = useRef<HTMLElement>(null);
  const goBack = useWayBack();
  const isEditing = place.isEditing && step !== undefined;
  useEffect(() => panel.current?.focus(), []);
  useEffect(() => () => tools.ui.getState().mark([]), [tools.ui]);

  function close() {
    onClose();
    goBack();
  }

  function goTo(at: number, change: Partial<Place> = {}) {
    const next = steps[at];
    if (!next) return;
    onPlace({ ...place, page: page?.presentation?.id ?? "", step: next.id, ...change });
    const fact = facts[at];
    if (fact) previewStep(tools, fact, coveredBy(panel.current));
  }

  function addStep() {
    const added = actions.addStep(page, step?.id ?? null, say("steps.firstTitle"));
    if (added) onPlace({ page: added.page ?? "", step: added.id, isEditing: true });
  }

  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={css["panel"]}
      data-sheet
      aria-label={say("steps.label")}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.nativeEvent.isComposing) return;
        if (event.key === "Escape") {
          // Out of the step first, then out of the panel.
          event.preventDefault();
          if (isEditing) onPlace({ ...place, isEditing: false });
          else close();
        } else if (!isField(event.target)) undoWhileWriting(event, tools.session);
      }}
    >
      <header className={css["head"]}>
        {isEditing ? (
          <IconButton
            label={say("steps.back")}
            size="small"
            onPress={() => onPlace({ ...place, isEditing: false })}
          >
            <ArrowLeft size={16} />
          </IconButton>
        ) : null}
        <h2 className={css["title"]}>
          {isEditing ? say("steps.at", { number: index + 1, count: steps.length }) : say("steps.label")}
        </h2>
        <IconButton label={t("app.close")} size="small" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      {isEditing && facts[index] ? (
        <StepEditor
          key={step.id}
          step={step}
          facts={facts[index]}
          actions={actions}
          open={openParts}
          onOpen={(change) => setOpenParts((before) => ({ ...before, ...change }))}
          onGo={(by) => goTo(index + by)}
          canGo={{ back: index > 0, on: index + 1 < steps.length }}
        />
      ) : (
        <>
          <PresentationBar
            pages={pages}
            page={page}
            actions={actions}
            onChoose={(key) => onPlace({ page: key, step: null, isEditing: false })}
            onBuild={() => setBuilding(true)}
            onTakeAway={() => onTakeAway(page?.presentation?.id ?? null)}
          />
          <StepList
            steps={steps}
            facts={facts}
            selected={step?.id ?? null}
            actions={actions}
            onSelect={(id) => goTo(steps.findIndex((one) => one.id === id))}
            onEdit={(id) =>
              goTo(
                steps.findIndex((one) => one.id === id),
                { isEditing: true },
              )
            }
            onAdd={addStep}
            onBuild={() => setBuilding(true)}
            onPresent={(from) => onPresent(page?.presentation?.id ?? null, from)}
          />
        </>
      )}
      {isBuilding && canEdit ? (
        <BuildPathDialog
          page={page}
          actions={actions}
          onBuilt={(key) => onPlace({ page: key, step: null, isEditing: false })}
          onClose={() => setBuilding(false)}
        />
      ) : null}
    </section>
  );
}

const none: readonly never[] = [];

/** Fields take back what was typed into them by themselves. */
function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

/** The panel stands at the right, and on narrow screens below. */
function coveredBy(panel: HTMLElement | null): Covered {
  if (!panel) return { right: 0, bottom: 0 };
  const { width, height } = panel.getBoundingClientRect();
  return window.matchMedia(narrowQuery).matches ? { right: 0, bottom: height } : { right: width, bottom: 0 };
}
