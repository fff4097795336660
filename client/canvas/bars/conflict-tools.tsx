import { Info } from "lucide-react";
import type { Conflict, ConflictType } from "#shared/model/index.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import type { CommandId } from "../commands/index.ts";
import { StepDetails } from "./argument-tools.tsx";
import { Asking } from "./asking.tsx";
import css from "./bars.module.css";
import { DeleteButton } from "./delete-button.tsx";
import { MoreMenu } from "./more-menu.tsx";

const rare: readonly CommandId[] = ["toBecause", "toBut"];

/** What can be done with two cards' excluding each other. */
export function ConflictTools({ conflict }: Readonly<{ conflict: Conflict }>) {
  const t = useWords();
  const { actions } = useCanvas();
  return (
    <>
      <Segmented<ConflictType>
        label={t("conflict.kind")}
        value={conflict.kind}
        onChange={(kind) => actions.steps.setConflictKind(conflict.id, kind)}
        options={[
          { value: "contrary", label: t("conflict.contrary") },
          { value: "contradictory", label: t("conflict.contradictory") },
        ]}
      />
      <div className={css["part"]}>
        <Asking question="step" label={t("step.label")} shortcut="I" icon={<Info size={17} />}>
          <StepDetails record={conflict} />
        </Asking>
        <MoreMenu ids={rare} />
        <DeleteButton onPress={() => actions.deleteSelected()} />
      </div>
    </>
  );
}
