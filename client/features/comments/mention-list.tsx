import { useEffect, useRef } from "react";
import css from "./comments.module.css";
import { useTalkWords } from "./talk-words.ts";
import type { Mentions } from "./use-mentions.ts";

/** The names that fit what is being written. The keyboard stays in the field. */
export function MentionList({ mentions }: Readonly<{ mentions: Mentions }>) {
  const say = useTalkWords();
  const { names, at, listId, choose } = mentions;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (names.length > 0) list.current?.scrollIntoView({ block: "nearest" });
  }, [names.length]);
  return (
    <>
      <span className={css["hidden"]} role="status">
        {names.length > 0 ? say("talk.names", { names: names.join(", ") }) : null}
      </span>
      {names.length > 0 ? (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label={say("talk.names", { names: "" })}
          className={css["names"]}
        >
          {names.map((name, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard and its keys
            <div
              key={name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              className={css["nameOption"]}
              // The field keeps the keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(name)}
            >
              <bdi>{name}</bdi>
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
