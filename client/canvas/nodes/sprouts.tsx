import { CircleHelp, Link2, MessageCircle, Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Ref } from "#shared/model/index.ts";
import type { LinkIntent } from "../../state/map-ui-store.ts";
import { useWords } from "../../words/use-words.ts";
import { useSprout } from "../gestures/use-sprout.ts";
import css from "./sprouts.module.css";

/** What one can draw from a card or joint; a conflict has two ends alike and is made from the toolbar. */
export type SproutIntent = Exclude<LinkIntent, "conflict">;

const icons: Readonly<Record<SproutIntent, ReactNode>> = {
  because: <Plus size={14} strokeWidth={2.5} />,
  but: <Minus size={14} strokeWidth={2.5} />,
  with: <Link2 size={14} />,
  answer: <MessageCircle size={14} />,
  part: <CircleHelp size={14} />,
};

/** The buttons at the edge of a card or joint from which one draws what speaks for it, against it, or with it. */
export function Sprouts({ from, intents }: Readonly<{ from: Ref; intents: readonly SproutIntent[] }>) {
  return (
    <div className={css["sprouts"]}>
      {intents.map((intent) => (
        <Sprout key={intent} from={from} intent={intent} />
      ))}
    </div>
  );
}

function Sprout({ from, intent }: Readonly<{ from: Ref; intent: SproutIntent }>) {
  const t = useWords();
  const handlers = useSprout(from, intent);
  const label = t(`card.sprout.${intent}`);
  return (
    <button
      type="button"
      className={`${css["sprout"]} nodrag nopan`}
      data-intent={intent}
      aria-label={label}
      title={label}
      tabIndex={-1}
      {...handlers}
    >
      {icons[intent]}
    </button>
  );
}
