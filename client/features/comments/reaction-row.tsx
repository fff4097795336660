import { CircleHelp, Heart, Lightbulb, SmilePlus, ThumbsDown, ThumbsUp } from "lucide-react";
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import { type Comment, canReact, type Reaction, reactions } from "#shared/talk/index.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import css from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { useTalkWords } from "./talk-words.ts";
import { useCall } from "./use-call.ts";

const icons: Readonly<Record<Reaction, ReactNode>> = {
  agree: <ThumbsUp size={14} />,
  disagree: <ThumbsDown size={14} />,
  insightful: <Lightbulb size={14} />,
  unclear: <CircleHelp size={14} />,
  thanks: <Heart size={14} />,
};

/** What others think of a comment in one press, and the means to say so. */
export function ReactionRow({ comment }: Readonly<{ comment: Comment }>) {
  const say = useTalkWords();
  const { talk, role, me, api } = useComments();
  const call = useCall();
  const mayReact = me !== undefined && canReact(role, talk);
  const isMine = (reaction: Reaction) =>
    me !== undefined && (comment.reactions[reaction]?.includes(me) ?? false);
  const toggle = (reaction: Reaction) => void call(api.react(comment, reaction, !isMine(reaction)));
  const given = reactions.filter((reaction) => (comment.reactions[reaction]?.length ?? 0) > 0);
  if (given.length === 0 && !mayReact) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent along with a form
    <div className={css["reactions"]} role="group" aria-label={say("talk.reactions")}>
      {given.map((reaction) => (
        <ToggleButton
          key={reaction}
          className={css["reaction"] ?? ""}
          isSelected={isMine(reaction)}
          isDisabled={!mayReact}
          aria-label={`${say(`talk.reaction.${reaction}`)} ${comment.reactions[reaction]?.length}`}
          onChange={() => toggle(reaction)}
        >
          {icons[reaction]}
          <span>{say(`talk.reaction.${reaction}`)}</span>
          <span>{comment.reactions[reaction]?.length}</span>
        </ToggleButton>
      ))}
      {mayReact && given.length < reactions.length ? (
        <Menu
          label={say("talk.reactions")}
          trigger={
            <IconButton label={say("talk.reactions")} size="small">
              <SmilePlus size={15} />
            </IconButton>
          }
        >
          {reactions
            .filter((reaction) => !given.includes(reaction))
            .map((reaction) => (
              <MenuItem
                key={reaction}
                id={reaction}
                icon={icons[reaction]}
                text={say(`talk.reaction.${reaction}`)}
                onAction={() => toggle(reaction)}
              />
            ))}
        </Menu>
      ) : null}
    </div>
  );
}
