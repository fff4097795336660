import { PenLine, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { useLocale } from "react-aria-components";
import type { Comment } from "#shared/talk/index.ts";
import { canDeleteComment, canEditComment } from "#shared/talk/index.ts";
import { useServices } from "../../api/services.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { formatAgo } from "../../words/format-ago.ts";
import { CommentText } from "./comment-text.tsx";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { Compose } from "./compose.tsx";
import { ReactionRow } from "./reaction-row.tsx";
import { useTalkWords } from "./talk-words.ts";
import { useCall } from "./use-call.ts";

/** One comment: who said it and when, what, and what others think of it. */
export function CommentView({ comment }: Readonly<{ comment: Comment }>) {
  const say = useTalkWords();
  const { api, keep } = useComments();
  const place = `edit:${comment.id}`;
  const [isEditing, setEditing] = useState(() => keep.draft(place) !== "");
  if (comment.isDeleted) return <p className={css["deleted"]}>{say("talk.deleted")}</p>;
  return (
    <div className={css["comment"]}>
      <Head comment={comment} onEdit={() => setEditing(true)} />
      {isEditing ? (
        <Compose
          place={place}
          label={say("talk.field.edit")}
          sendLabel={say("talk.save")}
          first={comment.text}
          isFocused
          onSend={(text) => api.edit(comment, text)}
          onSent={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <CommentText text={comment.text} />
      )}
      <ReactionRow comment={comment} />
    </div>
  );
}

function Head({ comment, onEdit }: Readonly<{ comment: Comment; onEdit: () => void }>) {
  const say = useTalkWords();
  const { locale } = useLocale();
  const { now } = useServices();
  const { role, me } = useComments();
  const [isAsking, setAsking] = useState(false);
  const speaker = me === undefined ? undefined : { id: me, role };
  if (isAsking) return <DeleteQuestion comment={comment} onKept={() => setAsking(false)} />;
  return (
    <div className={css["who"]}>
      <bdi className={css["name"]}>{comment.name || say("talk.nameless")}</bdi>
      {comment.author === me ? <Badge>{say("talk.you")}</Badge> : null}
      <time className={css["time"]} dateTime={new Date(comment.createdAt).toISOString()}>
        {formatAgo(locale, comment.createdAt, now())}
        {comment.editedAt === null ? null : ` · ${say("talk.edited")}`}
      </time>
      <span className={css["own"]}>
        {speaker && canEditComment(speaker, comment) ? (
          <IconButton label={say("talk.edit")} size="small" onPress={onEdit}>
            <PenLine size={14} />
          </IconButton>
        ) : null}
        {speaker && canDeleteComment(speaker, comment) ? (
          <IconButton label={say("talk.delete")} size="small" onPress={() => setAsking(true)}>
            <Trash2 size={14} />
          </IconButton>
        ) : null}
      </span>
    </div>
  );
}

/** Stands in place of who said it: what is said stays in sight. */
function DeleteQuestion({ comment, onKept }: Readonly<{ comment: Comment; onKept: () => void }>) {
  const say = useTalkWords();
  const { api } = useComments();
  const call = useCall();
  const question = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent along with a form
    <div className={css["question"]} role="group" aria-labelledby={question}>
      <span id={question} className={css["name"]}>
        {say("talk.deleteAsk")}
      </span>
      <Button
        size="small"
        autoFocus
        onPress={({ target }) => {
          // The button goes away, and the keyboard must not go with it.
          target.closest("section")?.focus();
          onKept();
        }}
      >
        {say("talk.cancel")}
      </Button>
      <Button
        size="small"
        variant="danger"
        onPress={async ({ target }) => {
          const panel = target.closest("section");
          if (await call(api.remove(comment))) panel?.focus();
        }}
      >
        {say("talk.delete")}
      </Button>
    </div>
  );
}
