import { useEffect, useEffectEvent, useId, useState } from "react";
import { type Confidence, confidences, type Stance, type StanceBallot, stances } from "#shared/talk/index.ts";
import { Button } from "../ui/button.tsx";
import { usePollWords } from "./use-poll-words.ts";
import css from "./voting.module.css";

type StanceChoicesProps = Readonly<{
  own: StanceBallot | null;
  hasKeys: boolean;
  onVote: (ballot: StanceBallot) => Promise<boolean>;
}>;

/** From refusing to holding by 1 to 5; who has no view stands beside that scale. */
const keys: Readonly<Record<Stance, string>> = {
  "strongly-disagree": "1",
  disagree: "2",
  neutral: "3",
  agree: "4",
  "strongly-agree": "5",
  "no-view": "0",
};

/** Five stances and none, and how sure one is. Sent by a button: with the arrow keys one passes through every answer. */
export function StanceChoices({ own, hasKeys, onVote }: StanceChoicesProps) {
  const tell = usePollWords();
  const [marked, setMarked] = useState<Stance>();
  const [sure, setSure] = useState<Confidence | null>();
  const [isBusy, setBusy] = useState(false);
  const name = useId();
  const stance = marked ?? own?.stance;
  const confidence = sure === undefined ? (own?.confidence ?? null) : sure;
  const isSaid =
    own !== null && stance === own.stance && (stance === "no-view" || confidence === own.confidence);

  async function vote(said: Stance | undefined) {
    if (said === undefined || isBusy) return;
    setBusy(true);
    // Who has no view cannot be sure of it: what was said of another answer is not said of this one.
    await onVote({ stance: said, confidence: said === "no-view" ? null : confidence });
    setBusy(false);
  }

  const voteByKey = useEffectEvent((event: KeyboardEvent) => {
    const said = stances.find((each) => keys[each] === event.key);
    if (said === undefined || event.defaultPrevented || isMeantForOthers(event)) return;
    event.preventDefault();
    setMarked(said);
    void vote(said);
  });
  useEffect(() => {
    if (!hasKeys) return;
    const listen = (event: KeyboardEvent) => voteByKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [hasKeys]);

  return (
    <form
      className={css["ballot"]}
      onSubmit={(event) => {
        event.preventDefault();
        void vote(stance);
      }}
    >
      <fieldset className={css["choices"]}>
        <legend className={css["question"]}>{tell("polls.question")}</legend>
        {stances.map((each) => (
          <label key={each} className={css["choice"]} data-stance={each}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={stance === each}
              onChange={() => setMarked(each)}
            />
            <span>{tell(`polls.stance.${each}`)}</span>
            {hasKeys ? (
              <span className={css["key"]} aria-hidden="true">
                {keys[each]}
              </span>
            ) : null}
          </label>
        ))}
      </fieldset>
      {stance && stance !== "no-view" ? (
        <fieldset className={css["confidence"]}>
          <legend className={css["aside"]}>{tell("polls.sure")}</legend>
          {[null, ...confidences].map((each) => (
            <label key={each} className={css["step"]}>
              <input
                type="radio"
                name={`${name} sure`}
                checked={confidence === each}
                onChange={() => setSure(each)}
              />
              <span>{each === null ? tell("polls.unsaid") : tell(`polls.sure.${each}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <p className={css["aside"]}>{tell("polls.hidden")}</p>
      <div>
        <Button
          type="submit"
          variant="primary"
          isBusy={isBusy}
          isDisabled={stance === undefined || (isSaid && !isBusy)}
        >
          {tell(own === null ? "polls.vote" : "polls.change")}
        </Button>
      </div>
    </form>
  );
}

/** What is typed into a field, or is a command of the browser. */
function isMeantForOthers({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  if (target instanceof HTMLInputElement) return target.type !== "radio";
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
