import { CircleHelp, Heart, Lightbulb, SmilePlus, ThumbsDown, ThumbsUp } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { ToggleButton } from "react-aria-components";
import { type Comment, canReact, type Reaction, reactions } from "#shared/talk/index.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { WithTooltip } from "../../ui/tooltip.tsx";
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
  const row = useRef<HTMLDivElement>(null);
  async function toggle(reaction: Reaction) {
    const goes = isMine(reaction) && comment.reactions[reaction]?.length === 1;
    const done = await call(api.react(comment, reaction, !isMine(reaction)));
    // The button goes away, and the keyboard must not go with it.
    if (done && goes) row.current?.closest("section")?.focus();
  }
  const namesOf = (reaction: Reaction) =>
    (comment.reactions[reaction] ?? []).map((id) => talk.people.get(id) || say("talk.nameless"));
  const given = reactions.filter((reaction) => (comment.reactions[reaction]?.length ?? 0) > 0);
  if (given.length === 0 && !mayReact) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent along with a form
    <div ref={row} className={css["reactions"]} role="group" aria-label={say("talk.reactions")}>
      {given.map((reaction) => (
        <WithTooltip key={reaction} text={whoOf(namesOf(reaction))}>
          <ToggleButton
            className={css["reaction"] ?? ""}
            isSelected={isMine(reaction)}
            isDisabled={!mayReact}
            aria-label={`${say(`talk.reaction.${reaction}`)} ${comment.reactions[reaction]?.length}`}
            onChange={() => void toggle(reaction)}
          >
            {icons[reaction]}
            <span>{say(`talk.reaction.${reaction}`)}</span>
            <span>{comment.reactions[reaction]?.length}</span>
          </ToggleButton>
        </WithTooltip>
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
                onAction={() => void toggle(reaction)}
              />
            ))}
        </Menu>
      ) : null}
    </div>
  );
}

/** So many names are told; a lecture's worth would cover the page. */
const mostNamed = 12;

function whoOf(names: readonly string[]): string {
  return names.slice(0, mostNamed).join(", ") + (names.length > mostNamed ? " …" : "");
}
