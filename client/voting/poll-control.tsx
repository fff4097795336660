import { RotateCcw, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import type { CardId } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { Moment, Poll, PollAudience, PollKind } from "#shared/talk/index.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { PollCount } from "./poll-count.tsx";
import { usePollWords } from "./use-poll-words.ts";
import type { Polls } from "./use-polls.ts";
import css from "./voting.module.css";

export type PollControlProps = Readonly<{
  polls: Polls;
  card: CardId;
  kind: PollKind;
  /** Which of the two is to be asked about here; where it does not matter, what comes next is offered. */
  moment?: Moment | undefined;
  /** How many could vote, where that is known. */
  people?: number | null;
  /** Who is to vote when it is asked for here. */
  audience?: PollAudience;
  /** Shows the result in another way than by telling it to everybody; resolves to whether it was done. */
  reveal?: (() => Promise<boolean>) | undefined;
}>;

/** What whoever asks does with a vote, from asking to showing what came of it; nothing for others. */
export function PollControl(props: PollControlProps) {
  const { polls, card, kind, moment, people = null, audience = "commenters", reveal } = props;
  const tell = usePollWords();
  const poll = polls.find(card, kind);
  if (!polls.mayAsk) return poll ? <PollCount poll={poll} people={people} /> : null;
  if (poll)
    return (
      <div className={css["control"]}>
        <PollCount poll={poll} people={people} />
        <Steps key={`${poll.id} ${poll.round}`} polls={polls} poll={poll} moment={moment} reveal={reveal} />
      </div>
    );
  return (
    <div>
      <Button size="small" onPress={() => void polls.ask(card, kind, audience)}>
        {tell(kind === "stance" ? "polls.ask" : "polls.askImpact")}
      </Button>
    </div>
  );
}

type StepsProps = Readonly<{ polls: Polls; poll: Poll; moment: Moment | undefined }> &
  Pick<PollControlProps, "reveal">;

/** What erases ballots is asked for twice. */
function Steps({ polls, poll, moment, reveal }: StepsProps) {
  const tell = usePollWords();
  const [asked, setAsked] = useState<"reset" | "delete">();
  const place = useRef<HTMLDivElement>(null);

  /** The buttons go away, and the keyboard must not go with them. */
  async function run(done: Promise<boolean>) {
    const panel = place.current?.closest<HTMLElement>("section[tabindex]") ?? place.current;
    if (await done) panel?.focus();
  }

  return (
    <div ref={place} tabIndex={-1} className={css["control"]}>
      {asked ? (
        <div className={css["controls"]}>
          <p className={css["aside"]}>{tell(asked === "reset" ? "polls.resetAsk" : "polls.deleteAsk")}</p>
          <Button size="small" onPress={() => setAsked(undefined)} autoFocus>
            {tell("polls.cancel")}
          </Button>
          <Button
            size="small"
            variant="danger"
            onPress={() => void run(asked === "reset" ? polls.reset(poll) : polls.remove(poll))}
          >
            {tell(asked === "reset" ? "polls.reset" : "polls.delete")}
          </Button>
        </div>
      ) : (
        <div className={css["controls"]}>
          <NextSteps
            polls={polls}
            poll={poll}
            moment={moment}
            reveal={reveal}
            onRun={(done) => void run(done)}
          />
          {poll.voted.before + poll.voted.after > 0 || poll.state === "revealed" ? (
            <IconButton label={tell("polls.reset")} size="small" onPress={() => setAsked("reset")}>
              <RotateCcw size={14} />
            </IconButton>
          ) : null}
          <IconButton label={tell("polls.delete")} size="small" onPress={() => setAsked("delete")}>
            <Trash2 size={14} />
          </IconButton>
        </div>
      )}
      {poll.state === "revealed" ? null : (
        <Checkbox
          label={tell("polls.everyone")}
          {...(poll.audience === "everyone" ? { hint: tell("polls.everyoneHint") } : {})}
          isSelected={poll.audience === "everyone"}
          onChange={(isOn) => void polls.setAudience(poll, isOn ? "everyone" : "commenters")}
        />
      )}
    </div>
  );
}

type NextStepsProps = StepsProps & Readonly<{ onRun: (done: Promise<boolean>) => void }>;

/** What comes next: the other moment, open or closed, the result. */
function NextSteps({ polls, poll, moment, reveal, onRun }: NextStepsProps) {
  const tell = usePollWords();
  const { state, kind, voted } = poll;
  if (state === "revealed") return null;
  const other = poll.moment === "before" ? "after" : "before";
  // Back to the first only as long as nobody has voted in the second.
  const canTurn = kind === "stance" && (other === "after" || voted.after === 0);
  const isDue = canTurn && moment === other;
  const most = Math.max(voted.before, voted.after);
  return (
    <>
      {most < limits.minBallotsShown ? (
        <p className={css["aside"]}>{tell("polls.tooFew", { least: limits.minBallotsShown })}</p>
      ) : null}
      {isDue ? (
        <Button size="small" variant="primary" onPress={() => onRun(polls.setMoment(poll, other))}>
          {tell(`polls.turn.${other}`)}
        </Button>
      ) : null}
      <Button size="small" onPress={() => onRun(reveal ? reveal() : polls.setState(poll, "revealed"))}>
        {tell("polls.reveal")}
      </Button>
      <Button
        size="small"
        variant="quiet"
        onPress={() => void polls.setState(poll, state === "open" ? "closed" : "open")}
      >
        {tell(state === "open" ? "polls.close" : "polls.open")}
      </Button>
      {canTurn && !isDue ? (
        <Button size="small" variant="quiet" onPress={() => onRun(polls.setMoment(poll, other))}>
          {tell(`polls.turn.${other}`)}
        </Button>
      ) : null}
    </>
  );
}
