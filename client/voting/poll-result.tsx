import { limits } from "#shared/protocol/limits.ts";
import type { OwnBallot, Poll } from "#shared/talk/index.ts";
import { ImpactResultView } from "./impact-result.tsx";
import { StanceResultView } from "./stance-result.tsx";
import { usePollWords } from "./use-poll-words.ts";
import type { Reason } from "./use-reasons.ts";
import css from "./voting.module.css";

export type PollResultProps = Readonly<{
  poll: Poll;
  /** What this person said, to be marked. */
  own?: OwnBallot;
  /** Those of the card, where it is they that were voted on. */
  reasons?: readonly Reason[];
  /** From how far away it is read. */
  size?: "panel" | "phone" | "projector";
}>;

/** What came of a vote, drawn and as a table, once it is shown to all. */
export function PollResult({ poll, own, reasons = [], size = "panel" }: PollResultProps) {
  const tell = usePollWords();
  const { result } = poll;
  if (poll.state !== "revealed") return null;
  const isEmpty =
    result === null ||
    (result.kind === "stance"
      ? result.before === null && result.after === null
      : Object.keys(result.reasons).length === 0);
  return (
    <div className={css["result"]} data-size={size}>
      {isEmpty ? (
        <p className={css["aside"]}>{tell("polls.tooFew", { least: limits.minBallotsShown })}</p>
      ) : result.kind === "stance" ? (
        <StanceResultView result={result} voted={poll.voted} own={own} isWide={size === "projector"} />
      ) : (
        <ImpactResultView result={result} reasons={reasons} own={own} />
      )}
    </div>
  );
}
