import {
  ArrowDown,
  ArrowUp,
  CircleSlash,
  CopyPlus,
  Ellipsis,
  Eye,
  EyeOff,
  GripVertical,
  PenLine,
  Presentation,
  Timer,
  Trash2,
  Vote,
  ZoomOut,
} from "lucide-react";
import type { ReactNode } from "react";
import { Button, GridListItem } from "react-aria-components";
import type { Step } from "#shared/model/index.ts";
import type { StepFacts } from "../../stage/step-facts.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { writeTime } from "./clock-time.ts";
import css from "./steps.module.css";
import { useStepsWords } from "./steps-words.ts";

export type StepRowProps = Readonly<{
  step: Step;
  name: string;
  number: number;
  facts: StepFacts | undefined;
  /** Where its picture is; undefined until it has been drawn. */
  picture: string | undefined;
  canEdit: boolean;
  isFirst: boolean;
  isLast: boolean;
  onEdit: () => void;
  onMove: (by: 1 | -1) => void;
  onDuplicate: () => void;
  onHide: () => void;
  onDelete: () => void;
  onPresent: () => void;
}>;

/** One step in the list: what it looks like, what it is called, and what is to be said of it. */
export function StepRow(props: StepRowProps) {
  const { step, name, number, facts, picture, canEdit } = props;
  const say = useStepsWords();
  const marks = marksOf(props, say);
  const spoken = [name, ...marks.map(({ text }) => text)].join(", ");
  return (
    <GridListItem id={step.id} textValue={spoken} className={css["row"] ?? ""}>
      {canEdit ? (
        <Button slot="drag" className={css["grip"] ?? ""} aria-label={say("steps.drag", { number })}>
          <GripVertical size={14} />
        </Button>
      ) : null}
      <span className={css["thumbnail"]} data-hidden={step.isHidden || facts?.isEmpty || undefined}>
        {picture ? <img src={picture} alt="" draggable={false} /> : null}
      </span>
      <span className={css["rowText"]}>
        <bdi className={css["rowName"]}>{name}</bdi>
        <span className={css["marks"]}>
          {marks.map(({ key, text, icon, tone }) => (
            <span key={key} className={css["mark"]} data-tone={tone}>
              {icon}
              {text}
            </span>
          ))}
        </span>
      </span>
      <RowMenu {...props} />
    </GridListItem>
  );
}

type MarkOnRow = Readonly<{ key: string; text: string; icon: ReactNode; tone: "plain" | "warning" }>;

function marksOf({ step, facts }: StepRowProps, say: ReturnType<typeof useStepsWords>): readonly MarkOnRow[] {
  const marks: MarkOnRow[] = [];
  const add = (key: string, text: string, icon: ReactNode, tone: MarkOnRow["tone"] = "plain") => {
    marks.push({ key, text, icon, tone });
  };
  if (step.isHidden) add("hidden", say("steps.isHidden"), <EyeOff size={13} />);
  if (facts?.isEmpty) add("empty", say("steps.isEmpty"), <CircleSlash size={13} />, "warning");
  else if (facts?.legibility?.reads === "none")
    add("small", say("steps.isSmall"), <ZoomOut size={13} />, "warning");
  else if (facts?.legibility?.reads === "titles") add("titles", say("steps.isTitles"), <ZoomOut size={13} />);
  if (step.poll) add("poll", say("steps.asks"), <Vote size={13} />);
  if (step.seconds !== null) add("time", writeTime(step.seconds), <Timer size={13} />);
  return marks;
}

function RowMenu(props: StepRowProps) {
  const { step, number, canEdit } = props;
  const say = useStepsWords();
  const label = say("steps.moreFor", { number });
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={
        <IconButton label={label} size="small">
          <Ellipsis size={16} />
        </IconButton>
      }
    >
      <MenuItem id="edit" text={say("steps.edit")} icon={<PenLine size={16} />} onAction={props.onEdit} />
      {canEdit ? (
        <>
          <MenuItem
            id="present"
            text={say("steps.presentFrom")}
            icon={<Presentation size={16} />}
            onAction={props.onPresent}
          />
          <MenuSeparator />
          <MenuItem
            id="up"
            text={say("steps.moveUp")}
            icon={<ArrowUp size={16} />}
            isDisabled={props.isFirst}
            onAction={() => props.onMove(-1)}
          />
          <MenuItem
            id="down"
            text={say("steps.moveDown")}
            icon={<ArrowDown size={16} />}
            isDisabled={props.isLast}
            onAction={() => props.onMove(1)}
          />
          <MenuItem
            id="duplicate"
            text={say("steps.duplicate")}
            icon={<CopyPlus size={16} />}
            onAction={props.onDuplicate}
          />
          <MenuItem
            id="hide"
            text={say(step.isHidden ? "steps.unhide" : "steps.hide")}
            icon={step.isHidden ? <Eye size={16} /> : <EyeOff size={16} />}
            onAction={props.onHide}
          />
          <MenuItem
            id="delete"
            tone="danger"
            text={say("steps.delete")}
            icon={<Trash2 size={16} />}
            onAction={props.onDelete}
          />
        </>
      ) : null}
    </Menu>
  );
}
