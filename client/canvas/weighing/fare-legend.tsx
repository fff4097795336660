import type { Standing } from "#shared/evaluation/index.ts";
import { weighing as words } from "../../words/en/weighing.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./fare-bar.module.css";
import { FareMark } from "./fare-mark.tsx";
import type { FareLayer } from "./weighed.ts";

/** The settled ones at both ends. */
const standings: readonly Standing[] = ["stands", "contested", "undecided", "unsupported", "refuted"];
/** Of the bar that stands for all of them. */
const sample = 0.75;

/** What each sign of a layer means. */
export function FareLegend({ layer }: Readonly<{ layer: FareLayer }>) {
  const tell = useLaterWords(words);
  return (
    <>
      {layer === "standing" ? (
        <dl className={css["signs"]}>
          {standings.map((standing) => (
            <div key={standing}>
              <dt>
                <FareMark fare={{ kind: "standing", standing }} />
              </dt>
              <dd>{tell(`weighing.means.${standing}`)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <dl className={css["signs"]}>
          <div>
            <dt>
              <FareMark fare={{ kind: "strength", value: sample, text: sample.toFixed(2) }} />
            </dt>
            <dd>
              <p>{tell("weighing.means.start")}</p>
              <p>{tell("weighing.means.moves")}</p>
              <p>{tell("weighing.means.unsettled")}</p>
            </dd>
          </div>
        </dl>
      )}
      <p className={css["all"]}>{tell("weighing.means.all")}</p>
    </>
  );
}
