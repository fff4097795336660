import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { modelLimits } from "#shared/model/index.ts";
import { projector } from "#shared/presenting/index.ts";
import { useSessionStatus } from "../../session/session-context.tsx";
import type { StepFacts } from "../../stage/step-facts.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { CameraFields } from "./camera-fields.tsx";
import { LookFields } from "./look-fields.tsx";
import { NotesField } from "./notes-field.tsx";
import { ShownFields } from "./shown-fields.tsx";
import type { StepFieldsProps } from "./step-fields.ts";
import { StepReadout } from "./step-readout.tsx";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";
import { TimeAndPoll } from "./time-and-poll.tsx";

/** Which parts of the editor are open: they stay so from step to step. */
export type OpenParts = Readonly<Record<"shows" | "camera" | "look" | "timeAndPoll", boolean>>;
export const openAtFirst: OpenParts = { shows: true, camera: true, look: false, timeAndPoll: false };

export type StepEditorProps = StepFieldsProps &
  Readonly<{
    open: OpenParts;
    onOpen: (change: Partial<OpenParts>) => void;
    facts: StepFacts;
    onGo: (by: 1 | -1) => void;
    canGo: Readonly<{ back: boolean; on: boolean }>;
  }>;

/** All that is to be said of one step. Whoever may not edit the map reads it. */
export function StepEditor({ step, facts, actions, open, onOpen, onGo, canGo }: StepEditorProps) {
  const say = useStepsWords();
  const { canEdit } = useSessionStatus();
  const part = (name: keyof OpenParts) => ({
    title: say(`steps.${name}`),
    isOpenAtFirst: open[name],
    onOpenChange: (isOpen: boolean) => onOpen({ [name]: isOpen }),
  });
  return (
    <div className={css["editor"]}>
      <div className={css["editorHead"]}>
        {canEdit ? (
          <TitleField step={step} actions={actions} />
        ) : (
          <h3 className={css["stepTitle"]} dir="auto">
            {step.title}
          </h3>
        )}
        <IconButton
          label={say("steps.previous")}
          size="small"
          isDisabled={!canGo.back}
          onPress={() => onGo(-1)}
        >
          <ArrowUp size={16} />
        </IconButton>
        <IconButton label={say("steps.next")} size="small" isDisabled={!canGo.on} onPress={() => onGo(1)}>
          <ArrowDown size={16} />
        </IconButton>
      </div>
      <Warning facts={facts} />
      {canEdit ? (
        <>
          <NotesField step={step} />
          <Disclosure {...part("shows")}>
            <ShownFields step={step} actions={actions} />
          </Disclosure>
          <Disclosure {...part("camera")}>
            <CameraFields step={step} actions={actions} />
          </Disclosure>
          <Disclosure {...part("look")}>
            <LookFields step={step} actions={actions} />
          </Disclosure>
          <Disclosure {...part("timeAndPoll")}>
            <TimeAndPoll step={step} actions={actions} />
          </Disclosure>
        </>
      ) : (
        <StepReadout step={step} />
      )}
    </div>
  );
}

/** What would go wrong when presenting, and what to do. */
function Warning({ facts: { isEmpty, legibility } }: Readonly<{ facts: StepFacts }>) {
  const say = useStepsWords();
  if (isEmpty) return <Notice tone="warning">{say("steps.warnEmpty")}</Notice>;
  if (!legibility || legibility.reads === "text") return null;
  const { textPx, leastPx, tooMany } = legibility;
  const values = {
    lines: projector.height,
    px: Math.floor(textPx),
    least: Math.ceil(leastPx),
    count: tooMany,
  };
  return legibility.reads === "none" ? (
    <Notice tone="warning">{say("steps.warnSmall", values)}</Notice>
  ) : (
    <Notice>{say("steps.warnTitles", values)}</Notice>
  );
}

/** Written when one leaves it, so that a title is one step of undo. */
function TitleField({ step, actions }: StepFieldsProps) {
  const say = useStepsWords();
  const [draft, setDraft] = useState<string | null>(null);

  function keep() {
    setDraft(null);
    const title = draft?.trim();
    if (title !== undefined && title !== step.title) actions.edit(step.id, { title });
  }

  return (
    <div className={css["grow"]}>
      <TextField
        label={say("steps.stepTitle")}
        value={draft ?? step.title}
        onChange={setDraft}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") keep();
          else if (event.key === "Escape" && draft !== null) {
            event.preventDefault();
            setDraft(null);
          } else event.continuePropagation();
        }}
        maxLength={modelLimits.maxTitleChars}
      />
    </div>
  );
}
