import { BookOpen, Pencil, Trash2 } from "lucide-react";
import type { Citation } from "#shared/model/index.ts";
import { useRecord } from "../../session/session-context.tsx";
import { Badge } from "../../ui/badge.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useWords } from "../../words/use-words.ts";
import { sourceOrigin, sourceTitle } from "./source-title.ts";
import css from "./sources.module.css";
import { WebLink } from "./web-link.tsx";

export type CitationItemProps = Readonly<{
  citation: Citation;
  canEdit: boolean;
  onEdit: () => void;
  onEditSource: () => void;
  onRemove: () => void;
}>;

/** One citation: what is quoted, from where, and how much it is worth. */
export function CitationItem({ citation, canEdit, ...props }: CitationItemProps) {
  const t = useWords();
  const source = useRecord("source", citation.source);
  const { quote, locator, relevance, attributedTo, via } = citation;
  const title = source ? sourceTitle(t, source) : t("sources.untitled");
  const origin = source ? sourceOrigin(source) : "";
  return (
    <li className={css["item"]} data-citation={citation.id}>
      {quote ? (
        <blockquote className={css["quote"]} dir="auto">
          {quote}
        </blockquote>
      ) : null}
      <div className={css["from"]}>
        <WebLink text={title} url={source?.url ?? ""} />
        {origin ? <span className={css["muted"]}>{origin}</span> : null}
        {locator ? <span className={css["muted"]}>{locator}</span> : null}
      </div>
      {source?.note ? <p className={css["detail"]}>{source.note}</p> : null}
      {attributedTo ? <p className={css["detail"]}>{t("sources.saidBy", { name: attributedTo })}</p> : null}
      {via ? (
        <p className={css["detail"]}>
          {t("sources.via")} <WebLink text={via.title || via.url} url={via.url} />
        </p>
      ) : null}
      <div className={css["foot"]}>
        {relevance ? <Badge>{t(`sources.badge.relevance.${relevance}`)}</Badge> : null}
        {source?.credibility ? <Badge>{t(`sources.badge.credibility.${source.credibility}`)}</Badge> : null}
        {canEdit ? (
          <div className={css["buttons"]}>
            <IconButton size="small" label={t("sources.editOf", { title })} onPress={props.onEdit}>
              <Pencil size={16} />
            </IconButton>
            <IconButton
              size="small"
              label={t("sources.editSourceOf", { title })}
              onPress={props.onEditSource}
            >
              <BookOpen size={16} />
            </IconButton>
            <IconButton size="small" label={t("sources.removeOf", { title })} onPress={props.onRemove}>
              <Trash2 size={16} />
            </IconButton>
          </div>
        ) : null}
      </div>
    </li>
  );
}
