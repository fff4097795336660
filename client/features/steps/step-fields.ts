import type { Step } from "#shared/model/index.ts";
import type { StepActions } from "./step-actions.ts";

/** What every group of fields about one step is given. */
export type StepFieldsProps = Readonly<{ step: Step; actions: StepActions }>;
