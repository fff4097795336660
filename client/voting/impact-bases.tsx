import { useState } from "react";
import type { Command } from "#shared/model/index.ts";
import { baseOfImpact, type Poll } from "#shared/talk/index.ts";
import { Button } from "../ui/button.tsx";
import { TableFrame } from "./table-frame.tsx";
import { usePollWords } from "./use-poll-words.ts";
import type { Reason } from "./use-reasons.ts";
import css from "./voting.module.css";

export type ImpactBasesProps = Readonly<{
  poll: Poll;
  reasons: readonly Reason[];
  /** Does it, as one step of undo. */
  onApply: (command: Command) => void;
}>;

/** The strength at which the map's computing begins with each reason. */
const givenBase = 1;

/** Lets what came of a vote on reasons be where their strengths start, after a look at what that changes. */
export function ImpactBases({ poll, reasons, onApply }: ImpactBasesProps) {
  const tell = usePollWords();
  const [isShown, setShown] = useState(false);
  const { result } = poll;
  if (result?.kind !== "impact") return null;
  const changes = reasons.flatMap((reason) => {
    const tally = result.reasons[reason.id];
    const base = tally && baseOfImpact(tally);
    return base === undefined || base === reason.base ? [] : [{ reason, base }];
  });
  if (changes.length === 0) return <p className={css["aside"]}>{tell("polls.basesSame")}</p>;
  if (!isShown)
    return (
      <div>
        <Button size="small" onPress={() => setShown(true)}>
          {tell("polls.bases")}
        </Button>
      </div>
    );
  return (
    <div className={css["control"]}>
      <TableFrame>
        <table className={css["table"]}>
          <caption>{tell("polls.basesCaption")}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{tell("polls.basesNow")}</th>
              <th scope="col">{tell("polls.basesThen")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ reason, base }) => (
              <tr key={reason.id}>
                <th scope="row" dir="auto">
                  {tell(reason.polarity === "support" ? "polls.because" : "polls.but")}{" "}
                  {reason.text || tell("polls.emptyReason")}
                </th>
                <td>{tell("polls.strength", { strength: reason.base ?? givenBase })}</td>
                <td>{tell("polls.strength", { strength: base })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className={css["controls"]}>
        <Button size="small" onPress={() => setShown(false)} autoFocus>
          {tell("polls.cancel")}
        </Button>
        <Button
          size="small"
          variant="primary"
          onPress={() => {
            const commands = changes.map(
              ({ reason: { id }, base }): Command => ({ type: "editArgument", id, values: { base } }),
            );
            onApply({ type: "batch", commands });
            setShown(false);
          }}
        >
          {tell("polls.basesApply")}
        </Button>
      </div>
    </div>
  );
}
