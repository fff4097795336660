import { useState } from "react";
import { type CardId, getStatement, modelLimits, type StepPoll } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { readTime, writeTime } from "./clock-time.ts";
import type { StepFieldsProps } from "./step-fields.ts";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";

type PollChoice = "none" | "before" | "after" | "impact";
const choices: readonly PollChoice[] = ["none", "before", "after", "impact"];

/** How long a step is meant to take, and what the audience is asked on it. */
export function TimeAndPoll({ step, actions }: StepFieldsProps) {
  return (
    <div className={css["fields"]}>
      <TimeField step={step} actions={actions} />
      <PollFields step={step} actions={actions} />
    </div>
  );
}

function TimeField({ step, actions }: StepFieldsProps) {
  const say = useStepsWords();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = step.seconds === null ? "" : writeTime(step.seconds);
  const seconds = draft === null || draft.trim() === "" ? null : readTime(draft);
  const isFaulty = seconds === undefined || (seconds ?? 0) > modelLimits.maxStepSeconds;

  function keep() {
    if (draft === null || isFaulty) return;
    setDraft(null);
    // No time at all is no wish.
    const next = seconds === 0 ? null : (seconds ?? null);
    if (next !== step.seconds) actions.edit(step.id, { seconds: next });
  }

  return (
    <TextField
      label={say("steps.time")}
      hint={say("steps.timeHint")}
      error={isFaulty ? say("steps.timeFault", { minutes: modelLimits.maxStepSeconds / 60 }) : undefined}
      inputMode="text"
      value={draft ?? shown}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
        else if (event.key === "Escape" && draft !== null) {
          event.preventDefault();
          setDraft(null);
        } else event.continuePropagation();
      }}
    />
  );
}

function PollFields({ step, actions }: StepFieldsProps) {
  const say = useStepsWords();
  const { doc } = useSession();
  // Heard of so that the button follows what is selected.
  useMapUi((state) => state.selection);
  const claims = actions.selectedCards().filter((id) => getStatement(doc, id));
  const [selected] = claims;
  const { poll } = step;
  const own = step.shows.find((id) => getStatement(doc, id as CardId)) as CardId | undefined;
  const about = poll?.card ?? selected ?? own;

  return (
    <>
      <Select<PollChoice>
        label={say("steps.poll")}
        value={choiceOf(poll)}
        onChange={(choice) => {
          const next = about ? pollOf(choice, about) : null;
          if (choice === "none" || next) actions.edit(step.id, { poll: next });
        }}
        options={choices
          .filter((value) => value === "none" || about !== undefined)
          .map((value) => ({ value, label: say(`steps.poll.${value}`) }))}
      />
      {about === undefined ? <p className={css["aside"]}>{say("steps.pollNeeds")}</p> : null}
      {poll ? (
        <>
          <p className={css["aside"]} dir="auto">
            {say("steps.pollOn", { text: getStatement(doc, poll.card)?.text || say("steps.emptyCard") })}
          </p>
          <div className={css["buttons"]}>
            <Button
              size="small"
              isDisabled={selected === undefined || selected === poll.card}
              onPress={() => selected && actions.edit(step.id, { poll: { ...poll, card: selected } })}
            >
              {say("steps.pollSelected")}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}

function choiceOf(poll: StepPoll | null): PollChoice {
  if (!poll) return "none";
  return poll.kind === "stance" ? poll.moment : "impact";
}

function pollOf(choice: PollChoice, card: CardId): StepPoll | null {
  if (choice === "none") return null;
  return choice === "impact" ? { kind: "impact", card } : { kind: "stance", card, moment: choice };
}
