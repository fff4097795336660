import { useEffect, useMemo, useState } from "react";
import {
  blankRecord,
  type CardId,
  getAs,
  modelLimits,
  type Presentation,
  type PresentationId,
} from "#shared/model/index.ts";
import {
  buildPath,
  defaultPathOptions,
  mainCard,
  type PathOptions,
  type PathOrder,
  type PathTitleOf,
  stepsOfPath,
} from "#shared/presenting/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import type { StepPages } from "../../session/step-book.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useWords } from "../../words/use-words.ts";
import type { StepActions } from "./step-actions.ts";
import css from "./steps.module.css";
import { type SaySteps, useStepsWords } from "./steps-words.ts";

/** More steps than anybody sits through; lists of them are slow. */
const mostSteps = 200;
const orders: readonly PathOrder[] = ["top-down", "deepest-first"];
const amounts = { few: 3, some: 6, many: 12 } as const;
type Amount = keyof typeof amounts;

export type BuildPathDialogProps = Readonly<{
  page: StepPages[number] | undefined;
  actions: StepActions;
  onBuilt: (page: PresentationId | "") => void;
  onClose: () => void;
}>;

/** Builds steps from a card down. What would be made is said before it is. */
export function BuildPathDialog({ page, actions, onBuilt, onClose }: BuildPathDialogProps) {
  const t = useWords();
  const say = useStepsWords();
  const { session } = useCanvas();
  const showToast = useToast();
  const start = useStart(actions);
  const [options, setOptions] = useState<PathOptions>(defaultPathOptions);
  const [target, setTarget] = useState<"new" | "this">(page && page.steps.length === 0 ? "this" : "new");
  const amount =
    (Object.keys(amounts) as Amount[]).find((name) => amounts[name] === options.maxNew) ?? "some";
  const path = useMemo(
    () => (start ? buildPath(session.doc, start, options) : []),
    [session, start, options],
  );
  const cards = path.reduce((sum, { fresh }) => sum + fresh.length, 0);
  const isTooLong = path.length > mostSteps;
  const text = start ? getAs(session.doc, "card", start)?.text || say("steps.emptyCard") : "";

  function build() {
    const { createdAt } = session.by();
    const isNew = target === "new" || !page;
    const presentation: Presentation | null = isNew
      ? blankRecord("presentation", session.createId<PresentationId>(), {
          title: text.slice(0, modelLimits.maxTitleChars) || say("steps.firstTitle"),
          createdAt,
        })
      : page.presentation;
    const steps = stepsOfPath(session.doc, path, {
      presentation: presentation?.id ?? null,
      after: isNew ? null : (page.steps.at(-1)?.order ?? null),
      build: options.build,
      createId: session.createId,
      createdAt,
      titleOf: titleIn(say),
    });
    if (!actions.addAll(isNew ? presentation : null, steps)) return;
    onBuilt(presentation?.id ?? "");
    onClose();
    showToast({
      text: say("steps.pathBuilt", { count: steps.length }),
      action: { label: say("steps.undo"), onPress: () => session.undo() },
    });
  }

  return (
    <Dialog
      title={say("steps.pathTitle")}
      closeLabel={t("app.close")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      actions={
        <>
          <Button onPress={onClose}>{say("steps.cancel")}</Button>
          <Button variant="primary" isDisabled={path.length === 0 || isTooLong} onPress={build}>
            {say("steps.pathBuild")}
          </Button>
        </>
      }
    >
      <div className={css["form"]}>
        <p className={css["from"]} dir="auto">
          {start ? say("steps.pathFrom", { text }) : say("steps.pathFromNothing")}
        </p>
        <p className={css["aside"]}>{say("steps.pathHint")}</p>
        <Select<PathOrder>
          label={say("steps.pathOrder")}
          value={options.order}
          onChange={(order) => setOptions({ ...options, order })}
          options={orders.map((value) => ({ value, label: say(`steps.pathOrder.${value}`) }))}
        />
        <Select<Amount>
          label={say("steps.pathMost")}
          value={amount}
          onChange={(name) => setOptions({ ...options, maxNew: amounts[name] })}
          options={(Object.keys(amounts) as Amount[]).map((value) => ({
            value,
            label: say(`steps.pathMost.${value}`),
          }))}
        />
        {page ? (
          <Select<"new" | "this">
            label={say("steps.pathInto")}
            value={target}
            onChange={setTarget}
            options={(["new", "this"] as const).map((value) => ({
              value,
              label: say(`steps.pathInto.${value}`),
            }))}
          />
        ) : null}
        <Checkbox
          label={say("steps.pathOneByOne")}
          isSelected={options.build === "one-by-one"}
          onChange={(isOn) => setOptions({ ...options, build: isOn ? "one-by-one" : "together" })}
        />
        <Checkbox
          label={say("steps.pathSummary")}
          isSelected={options.withSummary}
          onChange={(withSummary) => setOptions({ ...options, withSummary })}
        />
        <p className={css["makes"]} role="status">
          {isTooLong
            ? say("steps.pathTooLong", { most: mostSteps })
            : say("steps.pathMakes", { count: path.length, cards })}
        </p>
      </div>
    </Dialog>
  );
}

/** The card that is selected, or, where none is, the main one: looked for once, when the dialog opens. */
function useStart(actions: StepActions): CardId | undefined {
  const { session } = useCanvas();
  useMapUi((state) => state.selection);
  const [selected] = actions.selectedCards();
  const [main, setMain] = useState<CardId>();
  useEffect(() => {
    if (!selected) setMain(mainCard(session.doc, session.doc.records.values()));
  }, [session, selected]);
  return selected ?? main;
}

function titleIn(say: SaySteps): PathTitleOf {
  return ({ kind, part, parts }, text) => {
    const title = say(`steps.path.${kind}`, { text });
    return parts > 1 ? say("steps.path.part", { title, part, parts }) : title;
  };
}
