import { useEffect, useRef } from "react";
import type { Step, StepId } from "#shared/model/index.ts";
import { usePresenter } from "./presenter-context.ts";
import css from "./step-list.module.css";
import type { NamedStep } from "./use-found-steps.ts";

export type StepListProps = Readonly<{
  steps: readonly NamedStep[];
  /** Whether the keyboard begins at the step that is shown. */
  hasFocus?: boolean;
  /** Where the picture of a step is, undefined until it has been drawn; without it steps are words alone. */
  pictureOf?: (id: StepId) => string | undefined;
  onChoose: (step: Step) => void;
}>;

/** Steps as buttons; the one that is shown is marked, and in sight. */
export function StepList({ steps, hasFocus = false, pictureOf, onChoose }: StepListProps) {
  const { stage } = usePresenter();
  const current = useRef<HTMLButtonElement>(null);
  const at = stage.place.step;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is to come into sight
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest" });
  }, [at]);
  useEffect(() => {
    if (hasFocus) current.current?.focus();
  }, [hasFocus]);
  return (
    <ol className={css["list"]} data-pictures={pictureOf !== undefined}>
      {steps.map(({ step, number, name }) => (
        <li key={step.id}>
          <button
            ref={step.id === at ? current : null}
            type="button"
            className={css["step"]}
            aria-current={step.id === at ? "step" : undefined}
            onClick={() => onChoose(step)}
          >
            {pictureOf ? <Picture address={pictureOf(step.id)} /> : null}
            <span className={css["number"]}>{number}</span>
            <bdi>{name}</bdi>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Picture({ address }: Readonly<{ address: string | undefined }>) {
  return (
    <span className={css["picture"]}>{address ? <img src={address} alt="" draggable={false} /> : null}</span>
  );
}
