import { useSyncExternalStore } from "react";
import { useLocale } from "react-aria-components";
import type { Thread } from "#shared/talk/index.ts";
import { canComment } from "#shared/talk/index.ts";
import { useServices } from "../../api/services.tsx";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { formatAgo } from "../../words/format-ago.ts";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { showSubject, useSubject } from "./subject.tsx";
import { useTalkWords } from "./talk-words.ts";
import {
  filtered,
  isMentioned,
  isUnread,
  lastAt,
  type Reader,
  type ThreadFilter,
  threadFilters,
} from "./thread-facts.ts";

type ThreadListProps = Readonly<{ filter: ThreadFilter; onFilter: (filter: ThreadFilter) => void }>;

/** All threads that a filter asks for; each leads to what it is about. */
export function ThreadList({ filter, onFilter }: ThreadListProps) {
  const say = useTalkWords();
  const { talk, role, me, keep, isLoaded } = useComments();
  useSyncExternalStore(keep.onChange, keep.now);
  const reader: Reader = { me, readAt: keep.readAt };
  const threads = filtered(talk.threads, filter, reader);
  const isViewers = filter === "open" && !canComment(role);
  return (
    <>
      <div className={css["filter"]}>
        <Segmented<ThreadFilter>
          label={say("talk.filter")}
          value={filter}
          onChange={onFilter}
          options={threadFilters.map((value) => ({ value, label: say(`talk.filter.${value}`) }))}
        />
      </div>
      {threads.length === 0 && isLoaded ? (
        <p className={css["empty"]}>{say(isViewers ? "talk.empty.openViewer" : `talk.empty.${filter}`)}</p>
      ) : null}
      <ul className={css["rows"]}>
        {threads.map((thread) => (
          <li key={thread.id}>
            <ThreadRow thread={thread} reader={reader} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ThreadRow({ thread, reader }: Readonly<{ thread: Thread; reader: Reader }>) {
  const say = useTalkWords();
  const { locale } = useLocale();
  const { now } = useServices();
  const subject = useSubject(thread.on);
  const openComments = useMapUi((state) => state.openComments);
  const tools = useCanvas();
  const said = thread.comments.filter(({ isDeleted }) => !isDeleted);
  const last = said.at(-1);

  function open() {
    openComments(thread.on);
    showSubject(tools, thread.on);
    tools.ui.getState().select([thread.on.id]);
  }

  return (
    <button type="button" className={css["row"]} data-on={thread.on.id} onClick={open}>
      <span dir="auto" className={css["subject"]}>
        {say("talk.on", { text: subject })}
      </span>
      <span dir="auto" className={css["snippet"]}>
        {last ? `${last.name || say("talk.nameless")}: ${last.text}` : null}
      </span>
      <span className={css["facts"]}>
        <span>{say("talk.comments", { count: said.length })}</span>
        <span>{formatAgo(locale, lastAt(thread), now())}</span>
        {isUnread(thread, reader) ? <Badge tone="warning">{say("talk.new")}</Badge> : null}
        {isMentioned(thread, reader) ? <Badge>{say("talk.mentioned")}</Badge> : null}
        {thread.resolvedAt === null ? null : <Badge tone="good">{say("talk.resolved")}</Badge>}
      </span>
    </button>
  );
}
