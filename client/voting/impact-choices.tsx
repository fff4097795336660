import { type KeyboardEvent, useId, useState } from "react";
import { type Impact, type ImpactBallot, impacts } from "#shared/talk/index.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { usePollWords } from "./use-poll-words.ts";
import type { Reason } from "./use-reasons.ts";
import css from "./voting.module.css";

type ImpactChoicesProps = Readonly<{
  reasons: readonly Reason[];
  own: ImpactBallot | null;
  onVote: (impacts: ImpactBallot) => Promise<boolean>;
}>;

/** How much each reason weighs, in steps; a reason may be left out. */
export function ImpactChoices({ reasons, own, onVote }: ImpactChoicesProps) {
  const tell = usePollWords();
  const [marked, setMarked] = useState<Readonly<Record<string, Impact | null>>>({});
  const [isBusy, setBusy] = useState(false);
  const given = reasons.flatMap(({ id }) => {
    const impact = marked[id] === undefined ? own?.[id] : marked[id];
    return impact === undefined || impact === null ? [] : [[id, impact] as const];
  });
  const isSaid =
    own !== null &&
    given.length === reasons.filter(({ id }) => own[id] !== undefined).length &&
    given.every(([id, impact]) => own[id] === impact);

  async function vote() {
    if (given.length === 0 || isBusy) return;
    setBusy(true);
    await onVote(Object.fromEntries(given) as ImpactBallot);
    setBusy(false);
  }

  if (reasons.length === 0) return <p className={css["aside"]}>{tell("polls.noReasons")}</p>;
  return (
    <form
      className={css["ballot"]}
      onSubmit={(event) => {
        event.preventDefault();
        void vote();
      }}
    >
      <p className={css["question"]}>{tell("polls.impactQuestion")}</p>
      {reasons.map((reason) => (
        <ReasonRow
          key={reason.id}
          reason={reason}
          value={given.find(([id]) => id === reason.id)?.[1] ?? null}
          onChange={(impact) => setMarked({ ...marked, [reason.id]: impact })}
        />
      ))}
      <p className={css["aside"]}>{tell("polls.hidden")}</p>
      <div>
        <Button
          type="submit"
          variant="primary"
          isBusy={isBusy}
          isDisabled={given.length === 0 || (isSaid && !isBusy)}
        >
          {tell(own === null ? "polls.vote" : "polls.change")}
        </Button>
      </div>
    </form>
  );
}

type ReasonRowProps = Readonly<{
  reason: Reason;
  value: Impact | null;
  onChange: (impact: Impact | null) => void;
}>;

function ReasonRow({ reason: { id, polarity, text }, value, onChange }: ReasonRowProps) {
  const tell = usePollWords();
  const name = useId();

  /** A digit says it without a way through the others. */
  function handleKey(event: KeyboardEvent<HTMLFieldSetElement>) {
    const impact = impacts.find((each) => String(each) === event.key);
    if (impact === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(impact);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${impact}"]`)?.focus();
  }

  return (
    <fieldset className={css["reason"]} data-reason={id} onKeyDown={handleKey}>
      <legend className={css["reasonText"]}>
        <Badge>{tell(polarity === "support" ? "polls.because" : "polls.but")}</Badge>{" "}
        <span dir="auto">{text || tell("polls.emptyReason")}</span>
      </legend>
      <div className={css["steps"]}>
        {impacts.map((impact) => (
          <label key={impact} className={css["step"]}>
            <input
              type="radio"
              name={name}
              value={impact}
              checked={value === impact}
              aria-label={tell(`polls.impact.${impact}`)}
              onChange={() => onChange(impact)}
            />
            <span aria-hidden="true">{impact}</span>
          </label>
        ))}
        <label className={css["step"]}>
          <input type="radio" name={name} value="" checked={value === null} onChange={() => onChange(null)} />
          <span>{tell("polls.stance.no-view")}</span>
        </label>
      </div>
      <p className={css["aside"]} aria-hidden="true">
        {value === null ? tell("polls.impactScale") : tell(`polls.impact.${value}`)}
      </p>
    </fieldset>
  );
}
