import { VisuallyHidden } from "react-aria-components";
import type { Standing } from "#shared/evaluation/index.ts";
import { weighing as words } from "../../words/en/weighing.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { signBox, signPath, standingLook } from "./fare-look.ts";
import css from "./fare-mark.module.css";
import type { Fare } from "./weighed.ts";

export type FareMarkProps = Readonly<{
  fare: Fare;
  /** Without the word or the number, which then are only heard. */
  isBrief?: boolean;
}>;

/** How a card fares: a sign and the word, or a bar and the number. */
export function FareMark({ fare, isBrief = false }: FareMarkProps) {
  const tell = useLaterWords(words);
  if (fare.kind === "strength") {
    return (
      <span className={css["mark"]} title={isBrief ? fare.text : undefined}>
        <VisuallyHidden>{tell("weighing.strength")}</VisuallyHidden>
        <span className={css["bar"]} aria-hidden="true">
          <span style={{ width: `${100 * fare.value}%` }} />
        </span>
        <Said text={fare.text} isHidden={isBrief} />
      </span>
    );
  }
  const { isBroken, isTurned } = standingLook(fare.standing);
  const word = tell(`weighing.standing.${fare.standing}`);
  return (
    <span
      className={css["mark"]}
      title={isBrief ? word : undefined}
      data-broken={isBroken || undefined}
      data-turned={isTurned || undefined}
    >
      <Sign standing={fare.standing} />
      <Said text={word} isHidden={isBrief} />
    </span>
  );
}

function Said({ text, isHidden }: Readonly<{ text: string; isHidden: boolean }>) {
  return isHidden ? <VisuallyHidden>{text}</VisuallyHidden> : text;
}

function Sign({ standing }: Readonly<{ standing: Standing }>) {
  return (
    <svg viewBox={signBox} className={css["sign"]} aria-hidden="true">
      <path d={signPath(standing)} />
    </svg>
  );
}
