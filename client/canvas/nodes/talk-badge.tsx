import { MessagesSquare, Vote } from "lucide-react";
import type { Ref } from "#shared/model/index.ts";
import type { OpenOn } from "../../session/open-talk.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { talk } from "../../words/en/talk.ts";
import { useLaterWords } from "../../words/later-words.ts";
import css from "./talk-badge.module.css";

/** How many threads are open on a card or a step, and whether people vote; pressed, it shows them. */
export function TalkBadge({ on, open }: Readonly<{ on: Ref; open: OpenOn }>) {
  const { threads: count, hasPoll } = open;
  const say = useLaterWords(talk);
  const openComments = useMapUi((state) => state.openComments);
  const labels = [
    ...(hasPoll ? [say("talk.badgePoll")] : []),
    ...(count > 0 ? [say("talk.badge", { count })] : []),
  ];
  const label = labels.join(" · ");
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
      {hasPoll ? <Vote size={14} aria-hidden="true" /> : null}
      {count > 0 ? (
        <>
          <MessagesSquare size={13} aria-hidden="true" />
          {count}
        </>
      ) : null}
    </button>
  );
}
