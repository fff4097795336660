import { PencilLine } from "lucide-react";
import type { Peer } from "../../session/presence.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./people-mark.module.css";

/** Who else is at this card: a ring in their colour, their name, and three dots while they press keys. */
export function PeopleMark({ people, cardId }: Readonly<{ people: readonly Peer[]; cardId: string }>) {
  const t = useWords();
  const writing = people.filter((peer) => peer.editing === cardId);
  const typing = writing.filter((peer) => peer.typing);
  const first = typing[0] ?? writing[0] ?? people[0];
  if (!first) return null;
  const namesOf = (peers: readonly Peer[]) => peers.map((peer) => peer.user.name).join(", ");
  return (
    <>
      <div className={css["ring"]} data-undrawn style={{ borderColor: first.user.color }} />
      <div dir="auto" className={css["name"]} style={{ background: first.user.color }}>
        {writing.length > 0 ? <PencilLine size={11} aria-hidden="true" /> : null}
        {typing.length > 0 ? (
          <>
            {t("presence.typing", { names: namesOf(typing) })}
            <span className={css["dots"]} aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
          </>
        ) : writing.length > 0 ? (
          t("presence.writing", { names: namesOf(writing) })
        ) : (
          namesOf(people)
        )}
      </div>
    </>
  );
}
