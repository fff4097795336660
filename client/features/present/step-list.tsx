import { useEffect, useRef } from "react";
import type { Step } from "#shared/model/index.ts";
import { usePresenter } from "./presenter-context.ts";
import css from "./step-list.module.css";
import type { NamedStep } from "./use-found-steps.ts";

export type StepListProps = Readonly<{
  steps: readonly NamedStep[];
  /** Whether the keyboard begins at the step that is shown. */
  hasFocus?: boolean;
  onChoose: (step: Step) => void;
}>;

/** Steps as buttons; the one that is shown is marked, and in sight. */
export function StepList({ steps, hasFocus = false, onChoose }: StepListProps) {
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
    <ol className={css["list"]}>
      {steps.map(({ step, number, name }) => (
        <li key={step.id}>
          <button
            ref={step.id === at ? current : null}
            type="button"
            className={css["step"]}
            aria-current={step.id === at ? "step" : undefined}
            onClick={() => onChoose(step)}
          >
            <span className={css["number"]}>{number}</span>
            <bdi>{name}</bdi>
          </button>
        </li>
      ))}
    </ol>
  );
}
