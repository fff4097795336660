import { Link2, Minus, Plus, Split } from "lucide-react";
import { type Argument, argumentRef, type Polarity } from "#shared/model/index.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./bars.module.css";
import { DeleteButton } from "./delete-button.tsx";

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
        {argument.premises.length > 1 ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Split size={16} />}
            onPress={() => actions.steps.unlinkAll(argument.id)}
          >
            {t("selection.unlink")}
          </Button>
        ) : null}
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
      <DeleteButton onPress={() => actions.deleteSelected()} />
    </>
  );
}
