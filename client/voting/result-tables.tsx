import { confidences, moments, type StanceResult, stances, votesIn } from "#shared/talk/index.ts";
import { flowOrder } from "./flow-layout.ts";
import { TableFrame } from "./table-frame.tsx";
import { usePollWords } from "./use-poll-words.ts";
import css from "./voting.module.css";

/** All numbers of a vote on a claim. */
export function ResultTables({ result }: Readonly<{ result: StanceResult }>) {
  const tell = usePollWords();
  const shown = moments.filter((moment) => result[moment] !== null);
  const confidence = moments.filter((moment) => result.confidence[moment] !== null);
  const { flow } = result;
  return (
    <TableFrame>
      <table className={css["table"]}>
        <caption>{tell("polls.result")}</caption>
        <thead>
          <tr>
            <td />
            {shown.map((moment) => (
              <th key={moment} scope="col">
                {shown.length > 1 ? tell(`polls.moment.${moment}`) : tell("polls.votes")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flowOrder.map((stance) => (
            <tr key={stance}>
              <th scope="row">{tell(`polls.stance.${stance}`)}</th>
              {shown.map((moment) => (
                <td key={moment}>{result[moment]?.[stance]}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{tell("polls.total")}</th>
            {shown.map((moment) => {
              const tally = result[moment];
              return <td key={moment}>{tally ? votesIn(tally) : null}</td>;
            })}
          </tr>
        </tbody>
      </table>
      {flow ? (
        <table className={css["table"]}>
          <caption>{tell("polls.flow")}</caption>
          <thead>
            <tr>
              <th scope="col">{tell("polls.flowCorner")}</th>
              {flowOrder.map((to) => (
                <th key={to} scope="col">
                  {tell(`polls.stance.${to}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flowOrder.map((from) => (
              <tr key={from}>
                <th scope="row">{tell(`polls.stance.${from}`)}</th>
                {flowOrder.map((to) => (
                  <td key={to}>{flow[stances.indexOf(from)]?.[stances.indexOf(to)]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {confidence.length > 0 ? (
        <table className={css["table"]}>
          <caption>{tell("polls.sure")}</caption>
          <thead>
            <tr>
              <td />
              {confidence.map((moment) => (
                <th key={moment} scope="col">
                  {shown.length > 1 ? tell(`polls.moment.${moment}`) : tell("polls.votes")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {confidences.map((sure, place) => (
              <tr key={sure}>
                <th scope="row">{tell(`polls.sure.${sure}`)}</th>
                {confidence.map((moment) => (
                  <td key={moment}>{result.confidence[moment]?.[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </TableFrame>
  );
}
