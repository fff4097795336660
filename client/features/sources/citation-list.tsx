import { useEffect, useRef } from "react";
import type { Card, Citation, CitationId, SourceId } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { useToast } from "../../ui/toast.tsx";
import { faultText } from "../../words/fault-words.ts";
import { useWords } from "../../words/use-words.ts";
import { CitationItem } from "./citation-item.tsx";
import css from "./sources.module.css";

export type CitationListProps = Readonly<{
  card: Card;
  canEdit: boolean;
  /** The citation that the form was about: the keyboard comes back to it. */
  focusOn: CitationId | undefined;
  onEdit: (id: CitationId) => void;
  onEditSource: (citation: CitationId, source: SourceId) => void;
}>;

/** All citations of a card, in the order in which they were given. */
export function CitationList({ card, canEdit, focusOn, onEdit, onEditSource }: CitationListProps) {
  const t = useWords();
  const session = useSession();
  const showToast = useToast();
  const section = useRef<HTMLElement>(null);

  // A citation just given comes to this list a frame after the form has gone.
  const isThere = card.citations.some(({ id }) => id === focusOn);

  // Not autoFocus: that waits for screen readers, and meanwhile the dialog has taken the focus that the form lost.
  useEffect(() => {
    if (isThere) section.current?.querySelector<HTMLElement>(`[data-citation="${focusOn}"] button`)?.focus();
  }, [isThere, focusOn]);

  function cite(citation: Citation) {
    const result = session.apply({ type: "cite", card: card.id, citation });
    if (!result.ok) showToast({ text: faultText(t, result.error) });
  }

  function handleRemove(citation: Citation) {
    const result = session.apply({ type: "uncite", card: card.id, citation: citation.id });
    if (!result.ok) return showToast({ text: faultText(t, result.error) });
    // The button pressed is about to go; the keyboard stays in the list.
    section.current?.focus();
    return showToast({
      text: t("sources.removed"),
      action: { label: t("sources.putBack"), onPress: () => cite(citation) },
    });
  }

  return (
    // Without buttons inside, the list itself must take the focus, so that arrow keys can scroll it.
    <section ref={section} tabIndex={canEdit ? -1 : 0} aria-label={t("sources.list")} className={css["list"]}>
      <p className={css["card"]} dir="auto">
        {card.text || t("card.empty")}
      </p>
      {card.citations.length === 0 ? (
        <p className={css["empty"]}>{t(canEdit ? "sources.empty" : "sources.emptyReadOnly")}</p>
      ) : (
        <ul className={css["items"]}>
          {card.citations.map((citation) => (
            <CitationItem
              key={citation.id}
              citation={citation}
              canEdit={canEdit}
              onEdit={() => onEdit(citation.id)}
              onEditSource={() => onEditSource(citation.id, citation.source)}
              onRemove={() => handleRemove(citation)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
