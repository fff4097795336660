import { PencilLine } from "lucide-react";
import type { Peer } from "../../session/presence.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./people-mark.module.css";

/** Who else is at this card: a ring in their colour, and their name while they write. */
export function PeopleMark({ people, cardId }: Readonly<{ people: readonly Peer[]; cardId: string }>) {
  const t = useWords();
  const writing = people.filter((peer) => peer.editing === cardId);
  const first = writing[0] ?? people[0];
  if (!first) return null;
  const names = (writing.length > 0 ? writing : people).map((peer) => peer.user.name).join(", ");
  return (
    <>
      <div className={css["ring"]} style={{ borderColor: first.user.color }} />
      <div className={css["name"]} style={{ background: first.user.color }}>
        {writing.length > 0 ? <PencilLine size={11} aria-hidden="true" /> : null}
        {writing.length > 0 ? t("presence.writing", { names }) : names}
      </div>
    </>
  );
}
