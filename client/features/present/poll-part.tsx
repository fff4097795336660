import { Button } from "../../ui/button.tsx";
import { PollControl } from "../../voting/index.ts";
import { usePresenter } from "./presenter-context.ts";
import css from "./timer-control.module.css";
import { usePresentWords } from "./use-present-words.ts";

/** The vote that the step asks for, before everybody and behind; nothing where it asks for none. `people`: how many could vote. */
export function PollPart({ people }: Readonly<{ people: number | null }>) {
  const tell = usePresentWords();
  const { stage, showing, polls, poll, actions } = usePresenter();
  const asked = showing?.step.poll;
  if (!showing || !asked) return null;
  return (
    <section className={css["timer"]} aria-label={tell("present.poll")}>
      <h2>{tell("present.poll")}</h2>
      <PollControl
        polls={polls}
        card={asked.card}
        kind={asked.kind}
        moment={asked.kind === "stance" ? asked.moment : undefined}
        people={people}
        audience="everyone"
        reveal={async () => {
          await actions.reveal(showing.step);
          return true;
        }}
      />
      <div className={css["buttons"]}>
        {stage.poll ? (
          <Button size="small" onPress={actions.hidePoll}>
            {tell("present.poll.hide")}
          </Button>
        ) : (
          <Button size="small" onPress={() => void actions.turnPoll(showing.step)}>
            {tell("present.poll.show")}
          </Button>
        )}
        {poll?.state === "revealed" && !stage.poll?.showsResult ? (
          <Button size="small" onPress={() => void actions.reveal(showing.step)}>
            {tell("present.key.reveal")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
