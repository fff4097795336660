import { VisuallyHidden } from "react-aria-components";
import type { Standing } from "#shared/evaluation/index.ts";
import { weighing as words } from "../../words/en/weighing.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { signBox, signPath, standingLook } from "./fare-look.ts";
import css from "./fare-mark.module.css";
import type { Fare } from "./weighed.ts";

/** How a card fares: a sign and the word, or a bar and the number. */
export function FareMark({ fare }: Readonly<{ fare: Fare }>) {
  const tell = useLaterWords(words);
  if (fare.kind === "strength") {
    return (
      <span className={css["mark"]}>
        <VisuallyHidden>{tell("weighing.strength")}</VisuallyHidden>
        <span className={css["bar"]} aria-hidden="true">
          <span style={{ width: `${100 * fare.value}%` }} />
        </span>
        {fare.text}
      </span>
    );
  }
  const { isBroken, isTurned } = standingLook(fare.standing);
  return (
    <span className={css["mark"]} data-broken={isBroken || undefined} data-turned={isTurned || undefined}>
      <Sign standing={fare.standing} />
      {tell(`weighing.standing.${fare.standing}`)}
    </span>
  );
}

function Sign({ standing }: Readonly<{ standing: Standing }>) {
  return (
    <svg viewBox={signBox} className={css["sign"]} aria-hidden="true">
      <path d={signPath(standing)} />
    </svg>
  );
}
