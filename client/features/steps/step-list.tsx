import { Plus, Presentation, Route } from "lucide-react";
import { useState } from "react";
import { GridList, type Selection } from "react-aria-components";
import type { Step, StepId } from "#shared/model/index.ts";
import { useSession, useSessionStatus } from "../../session/session-context.tsx";
import { type StepFacts, totalSeconds } from "../../stage/step-facts.ts";
import { useThumbnails } from "../../stage/use-thumbnails.ts";
import { Button } from "../../ui/button.tsx";
import { writeTime } from "./clock-time.ts";
import type { StepActions } from "./step-actions.ts";
import { StepRow } from "./step-row.tsx";
import css from "./steps.module.css";
import { type SaySteps, useStepsWords } from "./steps-words.ts";
import { focusRow, useListOrder } from "./use-list-order.ts";
import { useWeighing } from "./use-weighing.ts";

export type StepListProps = Readonly<{
  steps: readonly Step[];
  facts: readonly StepFacts[];
  selected: StepId | null;
  actions: StepActions;
  onSelect: (id: StepId) => void;
  onEdit: (id: StepId) => void;
  onAdd: () => void;
  onBuild: () => void;
  onPresent: (from: StepId | null) => void;
}>;

/** Twice what a row has room for, in pixels. */
const thumbnailDots = 256;

const rowType = "application/x-counterpoint-step";

/** The steps of a presentation, each with its picture, in an order that is changed by dragging or by keys. */
export function StepList(props: StepListProps) {
  const { steps, facts, selected, actions, onSelect, onEdit } = props;
  const say = useStepsWords();
  const { canEdit } = useSessionStatus();
  const { doc } = useSession();
  const [told, setTold] = useState("");
  const weighing = useWeighing(steps.some(({ layer }) => layer !== "none"));
  const pictureOf = useThumbnails(steps, facts, { weighing, width: thumbnailDots });
  const ids = steps.map(({ id }) => id);

  function nameOf(id: StepId): string {
    const at = ids.indexOf(id);
    return stepName(say, steps[at], at);
  }

  const { dragAndDropHooks, handleKeys, shift, frame } = useListOrder<StepId>({
    ids,
    type: rowType,
    textOf: nameOf,
    isDisabled: !canEdit,
    onMove: (moved, before) => {
      if (!actions.move(steps, moved, before)) return;
      const [first] = moved;
      const rest = ids.filter((id) => !moved.includes(id));
      const at = before === null ? rest.length : rest.indexOf(before);
      if (first) setTold(say("steps.moved", { number: at + 1, count: ids.length }));
    },
  });

  function handleSelection(selection: Selection) {
    const [id] = selection === "all" ? [] : selection;
    if (id !== undefined) onSelect(id as StepId);
  }

  /** What had the keyboard goes; the row that takes its place has it next. */
  function remove(id: StepId) {
    const at = ids.indexOf(id);
    const next = ids[at + 1] ?? ids[at - 1];
    if (actions.delete([id]) && next) requestAnimationFrame(() => focusRow(frame.current, next));
  }

  if (steps.length === 0) return <NoSteps {...props} canEdit={canEdit} />;
  const seconds = totalSeconds(steps, facts);
  const count = steps.length;
  return (
    <>
      <div ref={frame} className={css["listFrame"]} onKeyDownCapture={handleKeys}>
        <GridList
          // Whether rows can be dragged is settled once in the life of a list.
          key={canEdit ? "editor" : "viewer"}
          aria-label={say("steps.list")}
          className={css["list"] ?? ""}
          items={steps}
          dependencies={[facts, pictureOf, say, canEdit]}
          selectionMode="single"
          selectionBehavior="replace"
          keyboardNavigationBehavior="tab"
          escapeKeyBehavior="none"
          selectedKeys={selected ? [selected] : []}
          onSelectionChange={handleSelection}
          onAction={(key) => onEdit(key as StepId)}
          {...(canEdit ? { dragAndDropHooks } : {})}
        >
          {(step) => {
            const at = ids.indexOf(step.id);
            return (
              <StepRow
                step={step}
                name={nameOf(step.id)}
                number={at + 1}
                facts={facts[at]}
                picture={pictureOf(step.id)}
                canEdit={canEdit}
                isFirst={at === 0}
                isLast={at === count - 1}
                onEdit={() => onEdit(step.id)}
                onMove={(by) => shift(step.id, by)}
                onDuplicate={() => {
                  const copy = actions.duplicate(steps, step);
                  if (copy) requestAnimationFrame(() => doc.get(copy) && onSelect(copy));
                }}
                onHide={() => actions.edit(step.id, { isHidden: !step.isHidden })}
                onDelete={() => remove(step.id)}
                onPresent={() => props.onPresent(step.id)}
              />
            );
          }}
        </GridList>
      </div>
      <p className={css["told"]} role="status">
        {told}
      </p>
      <footer className={css["foot"]}>
        <span className={css["total"]}>
          {seconds === null
            ? say("steps.count", { count })
            : say("steps.countTime", { count, time: writeTime(seconds) })}
        </span>
        {canEdit ? (
          <>
            <Button size="small" icon={<Plus size={15} />} onPress={props.onAdd}>
              {say("steps.addStep")}
            </Button>
            <Button
              size="small"
              variant="primary"
              icon={<Presentation size={15} />}
              onPress={() => props.onPresent(null)}
            >
              {say("steps.present")}
            </Button>
          </>
        ) : null}
      </footer>
    </>
  );
}

function NoSteps({ canEdit, onBuild, onAdd }: StepListProps & Readonly<{ canEdit: boolean }>) {
  const say = useStepsWords();
  return (
    <div className={css["empty"]}>
      <p>{say(canEdit ? "steps.empty" : "steps.emptyViewer")}</p>
      {canEdit ? (
        <div className={css["buttons"]}>
          <Button variant="primary" size="small" icon={<Route size={15} />} onPress={onBuild}>
            {say("steps.buildPath")}
          </Button>
          <Button size="small" icon={<Plus size={15} />} onPress={onAdd}>
            {say("steps.addStep")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What a step is called in a list: its number, and its title where it has one. */
function stepName(say: SaySteps, step: Step | undefined, at: number): string {
  return step?.title
    ? say("steps.titleOf", { number: at + 1, title: step.title })
    : say("steps.title", { number: at + 1 });
}
