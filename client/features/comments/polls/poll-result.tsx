import { limits } from "#shared/protocol/limits.ts";
import { type Poll, type Stance, stances } from "#shared/talk/index.ts";
import { Badge } from "../../../ui/badge.tsx";
import css from "./polls.module.css";
import { usePollWords } from "./use-poll-words.ts";

/** How many said what. The bars say nothing that the numbers do not. */
export function PollResult({ poll, own }: Readonly<{ poll: Poll; own: Stance | undefined }>) {
  const tell = usePollWords();
  const { counts, voted } = poll;
  if (counts === null)
    return <p className={css["aside"]}>{tell("polls.tooFew", { least: limits.minBallotsShown })}</p>;
  return (
    <ul className={css["result"]} aria-label={tell("polls.result")}>
      {stances.map((stance) => (
        <li key={stance} className={css["row"]} data-stance={stance}>
          <span className={css["stance"]}>
            <span>{tell(`polls.stance.${stance}`)}</span>
            {stance === own ? <Badge>{tell("polls.yours")}</Badge> : null}
          </span>
          <span className={css["number"]}>
            {tell("polls.share", { count: counts[stance], share: counts[stance] / Math.max(voted, 1) })}
          </span>
          <span className={css["track"]} aria-hidden="true">
            <span
              className={css["bar"]}
              style={{ inlineSize: `${(100 * counts[stance]) / Math.max(voted, 1)}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
