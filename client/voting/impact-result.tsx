import { limits } from "#shared/protocol/limits.ts";
import { type ImpactResult, impacts, meanImpact, type OwnBallot, votesIn } from "#shared/talk/index.ts";
import { Badge } from "../ui/badge.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { TableFrame } from "./table-frame.tsx";
import { usePollWords } from "./use-poll-words.ts";
import type { Reason } from "./use-reasons.ts";
import css from "./voting.module.css";

type ImpactResultViewProps = Readonly<{
  result: ImpactResult;
  reasons: readonly Reason[];
  own: OwnBallot | undefined;
}>;

/** How much each reason weighs with those who voted, the weightiest first. */
export function ImpactResultView({ result, reasons, own }: ImpactResultViewProps) {
  const tell = usePollWords();
  const rated = reasons
    .flatMap((reason) => {
      const tally = result.reasons[reason.id];
      return tally ? [{ reason, tally, mean: meanImpact(tally) }] : [];
    })
    .sort((a, b) => b.mean - a.mean);
  const unrated = reasons.length - rated.length;
  const wordOf = ({ polarity }: Reason) => tell(polarity === "support" ? "polls.because" : "polls.but");
  return (
    <>
      <ul className={css["bars"]} aria-label={tell("polls.result")}>
        {rated.map(({ reason, tally, mean }) => (
          <li key={reason.id} className={css["bar"]} data-polarity={reason.polarity}>
            <span className={css["stance"]} dir="auto">
              <Badge>{wordOf(reason)}</Badge> {reason.text || tell("polls.emptyReason")}{" "}
              {own?.impacts?.[reason.id] === undefined ? null : (
                <Badge>{tell("polls.yoursOf", { impact: own.impacts[reason.id] ?? 0 })}</Badge>
              )}
            </span>
            <span className={css["measure"]}>
              <span className={css["track"]} aria-hidden="true">
                <span className={css["fill"]} style={{ inlineSize: `${25 * mean}%` }} />
              </span>
              <span className={css["number"]}>
                {tell("polls.mean", { mean: Math.round(10 * mean) / 10, count: votesIn(tally) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {unrated > 0 ? (
        <p className={css["aside"]}>
          {tell("polls.unrated", { count: unrated, least: limits.minBallotsShown })}
        </p>
      ) : null}
      <Disclosure title={tell("polls.table")}>
        <TableFrame>
          <table className={css["table"]}>
            <caption>{tell("polls.result")}</caption>
            <thead>
              <tr>
                <td />
                {impacts.map((impact) => (
                  <th key={impact} scope="col">
                    {tell(`polls.impact.${impact}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rated.map(({ reason, tally }) => (
                <tr key={reason.id}>
                  <th scope="row" dir="auto">
                    {wordOf(reason)} {reason.text || tell("polls.emptyReason")}
                  </th>
                  {impacts.map((impact) => (
                    <td key={impact}>{tally[impact]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </Disclosure>
    </>
  );
}
