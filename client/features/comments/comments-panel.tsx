import { ArrowLeft, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { canComment } from "#shared/talk/index.ts";
import { createPollsApi } from "../../api/polls-api.ts";
import { useWayBack } from "../../canvas/view/back-to-canvas.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { polls } from "../../words/en/polls.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { PollList } from "./polls/poll-list.tsx";
import { SubjectView } from "./subject-view.tsx";
import { useTalkWords } from "./talk-words.ts";
import type { ThreadFilter } from "./thread-facts.ts";
import { ThreadList } from "./thread-list.tsx";
import { useCall } from "./use-call.ts";

export type CommentsPanelProps = Readonly<{ isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>;

export function CommentsPanel({ isOpen, onOpenChange }: CommentsPanelProps) {
  return isOpen ? <Panel onClose={() => onOpenChange(false)} /> : null;
}

/** What is said about one card or step, or all threads of the map. */
function Panel({ onClose }: Readonly<{ onClose: () => void }>) {
  const t = useWords();
  const say = useTalkWords();
  const { isLoaded, isLive, role } = useComments();
  const on = useMapUi((state) => state.commentsOn);
  const openComments = useMapUi((state) => state.openComments);
  const [filter, setFilter] = useState<ThreadFilter>("open");
  const panel = useRef<HTMLElement>(null);
  const goBack = useWayBack();
  const subject = on?.id;
  const cameFrom = useRef(subject);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another subject the keyboard begins anew
  useEffect(() => {
    const { current } = panel;
    const first = subject === undefined ? `[data-on="${CSS.escape(cameFrom.current ?? "")}"]` : "textarea";
    // Where there is something to read, a phone's keyboard would cover it.
    const isReading = isTouched() && current?.querySelector("article");
    ((isReading ? null : current?.querySelector<HTMLElement>(first)) ?? current)?.focus();
    cameFrom.current = subject;
  }, [subject, isLoaded]);

  function close() {
    onClose();
    goBack();
  }

  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={css["panel"]}
      aria-label={say("talk.label")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close();
      }}
    >
      <header className={css["head"]}>
        {on ? (
          <IconButton label={say("talk.all")} size="small" onPress={() => openComments(null)}>
            <ArrowLeft size={16} />
          </IconButton>
        ) : null}
        <h2 className={css["title"]}>{say("talk.label")}</h2>
        <IconButton label={t("app.close")} size="small" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      <div className={css["body"]}>
        {isLive ? null : (
          <Notice tone={isLoaded ? "warning" : "info"}>
            {say(isLoaded || !navigator.onLine ? "talk.offline" : "talk.loading")}
          </Notice>
        )}
        {on ? null : <PollList />}
        {on ? <SubjectView key={on.id} on={on} /> : <ThreadList filter={filter} onFilter={setFilter} />}
        {canComment(role) ? null : <p className={css["aside"]}>{say("talk.lockedOut")}</p>}
      </div>
      {role === "owner" && !on ? <OwnersChoice /> : null}
    </section>
  );
}

function isTouched(): boolean {
  return window.matchMedia("(pointer: coarse)").matches;
}

/** What those who only read may do. */
function OwnersChoice() {
  const say = useTalkWords();
  const { talk, api } = useComments();
  const call = useCall();
  const tell = useLaterWords(polls);
  return (
    <footer className={css["foot"]}>
      <Checkbox
        label={say("talk.viewersReact")}
        isSelected={talk.viewersReact}
        onChange={(mayReact) => void call(api.letViewersReact(mayReact))}
      />
      <Checkbox
        label={tell("polls.viewersVote")}
        isSelected={talk.viewersVote}
        onChange={(mayVote) => void call(createPollsApi(api.call).letViewersVote(mayVote))}
      />
    </footer>
  );
}
