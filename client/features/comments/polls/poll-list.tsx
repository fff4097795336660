import { Vote } from "lucide-react";
import { cardRef } from "#shared/model/index.ts";
import type { Poll } from "#shared/talk/index.ts";
import { useRecord } from "../../../session/session-context.tsx";
import { useMapUi } from "../../../state/map-ui-context.tsx";
import { PollCount, usePollWords } from "../../../voting/index.ts";
import css from "../comments.module.css";
import { useComments } from "../comments-context.tsx";
import { useSubject } from "../subject.tsx";
import { useTalkWords } from "../talk-words.ts";

/** All votes on the map, the newest first; each leads to its claim. */
export function PollList() {
  const tell = usePollWords();
  const { talk } = useComments();
  if (talk.polls.length === 0) return null;
  return (
    <ul className={css["rows"]} aria-label={tell("polls.allVotes")}>
      {talk.polls.toReversed().map((poll) => (
        <PollRow key={poll.id} poll={poll} />
      ))}
    </ul>
  );
}

/** Of a card that was deleted there is nothing to vote on; it comes back with the card. */
function PollRow({ poll }: Readonly<{ poll: Poll }>) {
  const say = useTalkWords();
  const tell = usePollWords();
  const on = cardRef(poll.card);
  const subject = useSubject(on);
  const isThere = useRecord("card", poll.card) !== undefined;
  const openComments = useMapUi((state) => state.openComments);
  if (!isThere) return null;
  return (
    <li>
      <button type="button" className={css["row"]} data-on={poll.card} onClick={() => openComments(on)}>
        <span dir="auto" className={css["subject"]}>
          {say("talk.on", { text: subject })}
        </span>
        <span className={css["facts"]}>
          <Vote size={14} aria-hidden="true" />
          {poll.kind === "impact" ? <span>{tell("polls.impactLabel")}</span> : null}
          <PollCount poll={poll} />
        </span>
      </button>
    </li>
  );
}
