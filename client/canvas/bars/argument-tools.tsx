import { ArrowLeftRight, Info, Link2, Minus, Plus } from "lucide-react";
import { lazy } from "react";
import { type Argument, argumentRef, getAs, type Polarity } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import type { CommandId } from "../commands/index.ts";
import { Asking } from "./asking.tsx";
import css from "./bars.module.css";
import { CommentButton } from "./comment-button.tsx";
import { DeleteButton } from "./delete-button.tsx";
import { MoreMenu } from "./more-menu.tsx";

const rare: readonly CommandId[] = ["unlink", "reverse", "toConflict"];

/** Small windows of the bar come with the first press. */
export const StepDetails = lazy(async () => ({
  default: (await import("./step-details.tsx")).StepDetails,
}));

/** What can be done with one step: turn it round, add what works with it, argue about it. */
export function ArgumentTools({ argument }: Readonly<{ argument: Argument }>) {
  const t = useWords();
  const { actions } = useCanvas();
  const ref = argumentRef(argument.id);
  return (
    <>
      <Segmented<Polarity>
        label={t("selection.polarity")}
        value={argument.polarity}
        onChange={(polarity) => actions.steps.setPolarity(argument.id, polarity)}
        options={[
          { value: "support", label: t("link.word.support") },
          { value: "oppose", label: t("link.word.oppose") },
        ]}
      />
      <div className={css["part"]}>
        <Button
          size="small"
          variant="quiet"
          icon={<Link2 size={16} />}
          onPress={() => actions.addLinked(ref, "with")}
        >
          {t("selection.with")}
        </Button>
      </div>
      <div className={css["part"]}>
        <Button
          size="small"
          variant="quiet"
          icon={<Plus size={16} className={css["support"]} />}
          onPress={() => actions.addLinked(ref, "because")}
        >
          {t("selection.backing")}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<Minus size={16} className={css["oppose"]} />}
          onPress={() => actions.addLinked(ref, "but")}
        >
          {t("selection.undercut")}
        </Button>
      </div>
      <div className={css["part"]}>
        <Asking question="step" label={t("step.label")} shortcut="I" icon={<Info size={17} />}>
          <StepDetails record={argument} />
        </Asking>
        <CommentButton />
        <MoreMenu ids={rare}>
          <Reversals argument={argument} />
        </MoreMenu>
        <DeleteButton onPress={() => actions.deleteSelected()} />
      </div>
    </>
  );
}

/** Of several premises any can become the conclusion; the first is what the command means. */
function Reversals({ argument }: Readonly<{ argument: Argument }>) {
  const t = useWords();
  const { doc } = useSession();
  const { actions } = useCanvas();
  if (argument.target.type !== "card") return null;
  return argument.premises
    .slice(1)
    .map((id) => (
      <MenuItem
        key={id}
        id={id}
        icon={<ArrowLeftRight size={16} />}
        text={t("selection.reverseToward", { text: getAs(doc, "card", id)?.text || t("card.empty") })}
        onAction={() => actions.steps.reverse(argument.id, id)}
      />
    ));
}
