import { MessagesSquare } from "lucide-react";
import type { Ref } from "#shared/model/index.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { talk } from "../../words/en/talk.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./talk-badge.module.css";

/** How many threads are open on a card or a step; pressed, it shows them. */
export function TalkBadge({ on, count }: Readonly<{ on: Ref; count: number }>) {
  const say = useLaterWords(talk);
  const openComments = useMapUi((state) => state.openComments);
  const label = say("talk.badge", { count });
  return (
    <button
      type="button"
      className={`${css["badge"]} nodrag nopan`}
      data-on={on.type}
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        openComments(on);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <MessagesSquare size={13} aria-hidden="true" />
      {count}
    </button>
  );
}
