import type { Poll } from "#shared/talk/index.ts";
import { ImpactChoices } from "./impact-choices.tsx";
import { StanceChoices } from "./stance-choices.tsx";
import { usePollWords } from "./use-poll-words.ts";
import type { Polls } from "./use-polls.ts";
import type { Reason } from "./use-reasons.ts";
import css from "./voting.module.css";

export type BallotProps = Readonly<{
  polls: Polls;
  poll: Poll;
  /** Those of the card, where it is they that are voted on. */
  reasons?: readonly Reason[];
  /** The digits vote, wherever the keyboard is. */
  hasKeys?: boolean;
}>;

/**
 * Whether digits vote, wherever the keyboard is: while one is asked what one holds of it. How much a reason weighs they
 * say only at that reason.
 */
export function digitsVote(polls: Pick<Polls, "mayVote">, poll: Poll): boolean {
  return poll.kind === "stance" && poll.state === "open" && polls.mayVote(poll);
}

/** What one can say while the poll is open, and afterwards what one has said; nothing for who may not vote. */
export function Ballot({ polls, poll, reasons = [], hasKeys = false }: BallotProps) {
  if (poll.state === "revealed" || !polls.mayVote(poll)) return null;
  const own = polls.own(poll);
  if (poll.state === "closed") return <OwnVote polls={polls} poll={poll} />;
  const key = `${poll.id} ${poll.round} ${poll.moment}`;
  return poll.kind === "stance" ? (
    <div className={css["ballot"]}>
      <StanceChoices
        key={key}
        own={own[poll.moment]}
        hasKeys={hasKeys}
        onVote={(ballot) =>
          polls.vote(poll, { kind: "stance", round: poll.round, moment: poll.moment, ...ballot })
        }
      />
      <OwnVote polls={polls} poll={poll} />
    </div>
  ) : (
    <ImpactChoices
      key={key}
      reasons={reasons}
      own={own.impacts}
      onVote={(impacts) => polls.vote(poll, { kind: "impact", round: poll.round, impacts })}
    />
  );
}

/** What this person has said last of what is being asked. */
function OwnVote({ polls, poll }: Readonly<{ polls: Polls; poll: Poll }>) {
  const tell = usePollWords();
  const own = polls.own(poll);
  const stance = own[poll.moment]?.stance;
  if (own.impacts) return <p className={css["aside"]}>{tell("polls.rated")}</p>;
  if (!stance) return null;
  return (
    <p className={css["aside"]} role="status">
      {tell("polls.mine", { stance: tell(`polls.stance.${stance}`) })}
    </p>
  );
}
