import { useLocale } from "react-aria-components";
import { limits } from "#shared/protocol/limits.ts";
import {
  type Moment,
  moments,
  type OwnBallot,
  type Stance,
  type StanceResult,
  swingOf,
  type Tally,
  type Voted,
  votesIn,
} from "#shared/talk/index.ts";
import { Badge } from "../ui/badge.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { FlowChart } from "./flow-chart.tsx";
import { flowOrder } from "./flow-layout.ts";
import { ResultTables } from "./result-tables.tsx";
import { usePollWords } from "./use-poll-words.ts";
import css from "./voting.module.css";

type StanceResultViewProps = Readonly<{
  result: StanceResult;
  voted: Voted;
  own: OwnBallot | undefined;
  /** There is room for the flow beside the bars. */
  isWide: boolean;
}>;

/** How many said what before and after, how they went from one to the other, and what that comes to. */
export function StanceResultView({ result, voted, own, isWide }: StanceResultViewProps) {
  const tell = usePollWords();
  const { flow } = result;
  const shown = moments.filter((moment) => result[moment] !== null);
  const isTwice = shown.length === 2;
  const isPart = shown.some((moment) => votesIn(result[moment] ?? noVotes) < voted[moment]);
  return (
    <>
      {flow ? <Verdict result={result} /> : null}
      {isTwice ? (
        <p className={css["legend"]} aria-hidden="true">
          {moments.map((moment) => (
            <span key={moment}>
              <span className={css["swatch"]} data-moment={moment} /> {tell(`polls.moment.${moment}`)}
            </span>
          ))}
        </p>
      ) : null}
      <ul className={css["bars"]} aria-label={tell("polls.result")}>
        {flowOrder.map((stance) => (
          <StanceBars key={stance} stance={stance} result={result} shown={shown} own={own} />
        ))}
      </ul>
      {flow ? <FlowChart flow={flow} isWide={isWide} /> : null}
      {!flow && voted.before > 0 && voted.after > 0 ? (
        <p className={css["aside"]}>{tell("polls.noFlow", { least: limits.minBallotsShown })}</p>
      ) : null}
      {isPart ? (
        <p className={css["aside"]}>{tell("polls.leftOut", { least: limits.minBallotsShown })}</p>
      ) : null}
      <Disclosure title={tell("polls.table")}>
        <ResultTables result={result} />
      </Disclosure>
    </>
  );
}

const noVotes: Tally = {
  "strongly-disagree": 0,
  disagree: 0,
  neutral: 0,
  agree: 0,
  "strongly-agree": 0,
  "no-view": 0,
};

/** The outcome in a sentence; a tie is told as one, whatever its points. */
function Verdict({ result: { flow } }: Readonly<{ result: StanceResult }>) {
  const tell = usePollWords();
  const { locale } = useLocale();
  const { points, verdict, voters } = swingOf(flow ?? []);
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(points);
  return (
    <div className={css["verdict"]} role="status">
      <p className={css["headline"]}>
        {tell(`polls.verdict.${verdict}`, { points: Math.abs(points), signed })}
      </p>
      <p className={css["aside"]}>{tell("polls.swingOf", { count: voters })}</p>
    </div>
  );
}

type StanceBarsProps = Readonly<{
  stance: Stance;
  result: StanceResult;
  shown: readonly Moment[];
  own: OwnBallot | undefined;
}>;

function StanceBars({ stance, result, shown, own }: StanceBarsProps) {
  const tell = usePollWords();
  return (
    <li className={css["bar"]} data-stance={stance}>
      <span className={css["stance"]}>
        <span>{tell(`polls.stance.${stance}`)}</span>{" "}
        {shown
          .filter((moment) => own?.[moment]?.stance === stance)
          .map((moment) => (
            <Badge key={moment}>
              {shown.length > 1
                ? tell("polls.yoursAt", { moment: tell(`polls.moment.${moment}`) })
                : tell("polls.yours")}
            </Badge>
          ))}
      </span>
      {shown.map((moment) => {
        const tally = result[moment] ?? noVotes;
        const share = tally[stance] / Math.max(votesIn(tally), 1);
        return (
          <span key={moment} className={css["measure"]} data-moment={moment}>
            {shown.length > 1 ? (
              <span className={css["hidden"]}>{tell(`polls.moment.${moment}`)}: </span>
            ) : null}
            <span className={css["track"]} aria-hidden="true">
              {share > 0 ? <span className={css["fill"]} style={{ inlineSize: `${100 * share}%` }} /> : null}
            </span>
            <span className={css["number"]}>{tell("polls.share", { count: tally[stance], share })}</span>
          </span>
        );
      })}
    </li>
  );
}
