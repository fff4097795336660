import type { Step } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { shownText } from "./describe-shown.ts";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";

/** What a step shows, for those who may look at it and not change it. */
export function StepReadout({ step }: Readonly<{ step: Step }>) {
  const say = useStepsWords();
  const { doc } = useSession();
  return (
    <>
      {step.notes ? (
        <p className={css["readNotes"]} dir="auto">
          {step.notes}
        </p>
      ) : null}
      <h4 className={css["subtitle"]}>{say("steps.shows")}</h4>
      <ul className={css["readList"]}>
        {step.shows.map((id) => {
          const text = shownText(doc, id, say);
          return text === undefined ? null : (
            <li key={id} dir="auto">
              {text}
            </li>
          );
        })}
      </ul>
    </>
  );
}
