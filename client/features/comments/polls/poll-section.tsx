import { type CardId, getStatement } from "#shared/model/index.ts";
import type { Poll } from "#shared/talk/index.ts";
import { useRecord, useSession } from "../../../session/session-context.tsx";
import {
  Ballot,
  ImpactBases,
  PollControl,
  PollResult,
  type Polls,
  usePolls,
  usePollWords,
  useReasons,
} from "../../../voting/index.ts";
import { useComments } from "../comments-context.tsx";
import css from "./polls.module.css";

/** The votes on one card and on its reasons: to be asked for, to take part in, and what came of them. */
export function PollSection({ card }: Readonly<{ card: CardId }>) {
  const { talk, role, api, isLoaded } = useComments();
  const polls = usePolls({ talk, isLoaded, role, call: api.call });
  const reasons = useReasons(card);
  const { doc } = useSession();
  useRecord("card", card);
  const isStatement = getStatement(doc, card) !== undefined;
  const [stance, impact] = [polls.find(card, "stance"), polls.find(card, "impact")];
  if (!isLoaded) return null;
  return (
    <>
      {stance ? (
        <PollView polls={polls} poll={stance} />
      ) : (
        <PollControl polls={polls} card={card} kind="stance" />
      )}
      {impact ? (
        <PollView polls={polls} poll={impact} />
      ) : isStatement && reasons.length > 0 ? (
        <PollControl polls={polls} card={card} kind="impact" />
      ) : null}
    </>
  );
}

function PollView({ polls, poll }: Readonly<{ polls: Polls; poll: Poll }>) {
  const tell = usePollWords();
  const session = useSession();
  const reasons = useReasons(poll.card);
  return (
    <section
      className={css["poll"]}
      aria-label={tell(poll.kind === "stance" ? "polls.label" : "polls.impactLabel")}
    >
      <Ballot polls={polls} poll={poll} reasons={reasons} />
      <PollResult poll={poll} own={polls.own(poll)} reasons={reasons} />
      {polls.mayAsk && poll.result?.kind === "impact" ? (
        <ImpactBases poll={poll} reasons={reasons} onApply={(command) => session.apply(command)} />
      ) : null}
      <PollControl polls={polls} card={poll.card} kind={poll.kind} />
    </section>
  );
}
