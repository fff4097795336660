import { Crosshair, MessageSquarePlus } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Ref } from "#shared/model/index.ts";
import { canComment } from "#shared/talk/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { useRecord } from "../../session/session-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { Compose } from "./compose.tsx";
import { PollSection } from "./polls/poll-section.tsx";
import { showSubject, useSubject } from "./subject.tsx";
import { useTalkWords } from "./talk-words.ts";
import { ThreadView } from "./thread-view.tsx";

/** All threads on one card or step, those that are open first, and the way to begin another. */
export function SubjectView({ on }: Readonly<{ on: Ref }>) {
  const say = useTalkWords();
  const tools = useCanvas();
  const { talk, role, api, name, keep, isLoaded } = useComments();
  const subject = useSubject(on);
  const isThere = useRecord(on.type, on.id) !== undefined;
  const threads = talk.threads.filter((thread) => thread.on.id === on.id);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const settled = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  const place = `${on.type}:${on.id}`;
  const [isBeginning, setBeginning] = useState(() => keep.draft(place) !== "");
  // Also when somebody else has said something meanwhile.
  const isWriting = useSyncExternalStore(keep.onChange, () => keep.draft(place) !== "");
  const mayBegin = canComment(role) && isThere && isLoaded;

  // Shown is read: what comes while this stands open is, too.
  useEffect(() => keep.markRead(threads, talk.threads));

  return (
    <>
      <div className={css["about"]}>
        <h3 dir="auto" className={css["aboutText"]}>
          {say("talk.on", { text: subject })}
        </h3>
        {isThere ? (
          <IconButton
            label={say("talk.show")}
            size="small"
            onPress={() => {
              showSubject(tools, on);
              tools.ui.getState().focus(on.id);
            }}
          >
            <Crosshair size={16} />
          </IconButton>
        ) : null}
      </div>
      {on.type === "card" && isThere ? <PollSection card={on.id} /> : null}
      {threads.length === 0 && isLoaded ? <p className={css["empty"]}>{say("talk.empty.subject")}</p> : null}
      <div role="log" className={css["threads"]}>
        {open.map((thread) => (
          <ThreadView key={thread.id} thread={thread} />
        ))}
      </div>
      {!mayBegin ? null : open.length === 0 || isBeginning || isWriting ? (
        <Compose
          place={place}
          label={say("talk.field.comment")}
          sendLabel={say("talk.add")}
          isFocused={isBeginning}
          onSend={(text) => api.startThread(on, text, name)}
          onSent={() => setBeginning(false)}
          onCancel={open.length > 0 ? () => setBeginning(false) : undefined}
        />
      ) : (
        <div>
          <Button
            size="small"
            variant="quiet"
            icon={<MessageSquarePlus size={15} />}
            onPress={() => setBeginning(true)}
          >
            {say("talk.another")}
          </Button>
        </div>
      )}
      {settled.length > 0 ? (
        <Disclosure title={say("talk.settled", { count: settled.length })} isOpenAtFirst={open.length === 0}>
          <div className={css["threads"]}>
            {settled.map((thread) => (
              <ThreadView key={thread.id} thread={thread} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </>
  );
}
