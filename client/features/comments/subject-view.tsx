import { Crosshair } from "lucide-react";
import { useEffect } from "react";
import { getAs, type Ref } from "#shared/model/index.ts";
import { canComment } from "#shared/talk/index.ts";
import { useCanvas } from "../../canvas/canvas-context.tsx";
import { jumpTo } from "../../canvas/view/jump-to.ts";
import { useRecord } from "../../session/session-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { Compose } from "./compose.tsx";
import { useSubject } from "./subject.tsx";
import { useTalkWords } from "./talk-words.ts";
import { ThreadView } from "./thread-view.tsx";

/** All threads on one card or step, those that are open first, and the field to begin another. */
export function SubjectView({ on }: Readonly<{ on: Ref }>) {
  const say = useTalkWords();
  const tools = useCanvas();
  const { talk, role, api, name, keep, isLoaded } = useComments();
  const subject = useSubject(on);
  const isThere = useRecord(on.type, on.id) !== undefined;
  const threads = talk.threads
    .filter((thread) => thread.on.id === on.id)
    .toSorted((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null));

  // Shown is read: what comes while this stands open is, too.
  useEffect(() => keep.markRead(threads, talk.threads));

  function show() {
    const argument = on.type === "argument" ? getAs(tools.session.doc, "argument", on.id) : undefined;
    const [card] = on.type === "card" ? [on.id] : (argument?.premises ?? []);
    if (card) jumpTo(tools, card);
    if (argument) tools.ui.getState().focus(argument.id);
  }

  return (
    <>
      <div className={css["about"]}>
        <h3 dir="auto" className={css["aboutText"]}>
          {say("talk.on", { text: subject })}
        </h3>
        {isThere ? (
          <IconButton label={say("talk.show")} size="small" onPress={show}>
            <Crosshair size={16} />
          </IconButton>
        ) : null}
      </div>
      {threads.length === 0 && isLoaded ? <p className={css["empty"]}>{say("talk.empty.subject")}</p> : null}
      <div role="log" className={css["threads"]}>
        {threads.map((thread) => (
          <ThreadView key={thread.id} thread={thread} />
        ))}
      </div>
      {canComment(role) && isThere ? (
        <Compose
          place={`${on.type}:${on.id}`}
          label={say("talk.field.comment")}
          sendLabel={say("talk.add")}
          onSend={(text) => api.startThread(on, text, name)}
        />
      ) : null}
    </>
  );
}
