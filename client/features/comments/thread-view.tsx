import { Check, RotateCcw } from "lucide-react";
import type { Thread } from "#shared/talk/index.ts";
import { canComment, canResolve } from "#shared/talk/index.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CommentView } from "./comment-view.tsx";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { Compose } from "./compose.tsx";
import { useTalkWords } from "./talk-words.ts";
import { useCall } from "./use-call.ts";

/** One thread: what was said, the oldest first, and what one can do about it. */
export function ThreadView({ thread }: Readonly<{ thread: Thread }>) {
  const say = useTalkWords();
  const { role, me, name, api, keep } = useComments();
  const place = `reply:${thread.id}`;
  const call = useCall();
  const isSettled = thread.resolvedAt !== null;
  const mayReply = canComment(role) && (!isSettled || keep.draft(place) !== "");
  const maySettle = me !== undefined && canResolve({ id: me, role }, thread);
  return (
    <article
      className={css["thread"]}
      data-settled={isSettled}
      aria-label={say("talk.thread", { name: thread.comments[0]?.name || say("talk.nameless") })}
    >
      <ol className={css["comments"]}>
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <CommentView comment={comment} />
          </li>
        ))}
      </ol>
      {mayReply ? (
        <Compose
          place={place}
          label={say("talk.field.reply")}
          sendLabel={say("talk.reply")}
          isBrief
          onSend={(text) => api.reply(thread.id, text, name)}
        />
      ) : null}
      {isSettled || maySettle ? (
        <div className={css["actions"]}>
          {isSettled ? <Badge tone="good">{say("talk.resolved")}</Badge> : null}
          {maySettle ? (
            <Button
              size="small"
              variant="quiet"
              icon={isSettled ? <RotateCcw size={15} /> : <Check size={15} />}
              onPress={async ({ target }) => {
                // The thread goes to the others that are settled, and the keyboard must not go with it.
                const panel = target.closest("section");
                if (await call(api.setResolved(thread.id, !isSettled))) panel?.focus();
              }}
            >
              {say(isSettled ? "talk.reopen" : "talk.resolve")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}
