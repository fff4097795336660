import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { type DraftFaults, draftFaultText } from "./draft-fault.ts";
import { RatingField } from "./rating-field.tsx";
import type { SourceDraft } from "./source-draft.ts";
import css from "./sources.module.css";
import { TextArea } from "./text-area.tsx";
import { webAddress } from "./web-address.ts";

export type SourceFieldsProps = Readonly<{
  value: SourceDraft;
  faults: DraftFaults<SourceDraft>;
  onChange: (change: Partial<SourceDraft>) => void;
}>;

/** All that can be said about a source itself. */
export function SourceFields({ value, faults, onChange }: SourceFieldsProps) {
  const t = useWords();
  const faultOf = (name: keyof SourceDraft) =>
    draftFaultText(t, faults[name], t("sources.fault.titleMissing"));
  const isPlainText = value.url.trim() !== "" && webAddress(value.url) === undefined;
  return (
    <>
      <TextField
        label={t("sources.source.title")}
        value={value.title}
        error={faultOf("title")}
        isRequired
        autoFocus
        onChange={(title) => onChange({ title })}
      />
      <div className={css["pair"]}>
        <TextField
          label={t("sources.source.creator")}
          value={value.creator}
          error={faultOf("creator")}
          onChange={(creator) => onChange({ creator })}
        />
        <TextField
          label={t("sources.source.date")}
          value={value.date}
          error={faultOf("date")}
          onChange={(date) => onChange({ date })}
        />
      </div>
      <TextField
        label={t("sources.source.url")}
        inputMode="url"
        value={value.url}
        error={faultOf("url")}
        onChange={(url) => onChange({ url })}
        {...(isPlainText ? { hint: t("sources.source.urlPlain") } : {})}
      />
      <TextArea
        label={t("sources.source.note")}
        rows={2}
        value={value.note}
        error={faultOf("note")}
        onChange={(note) => onChange({ note })}
      />
      <RatingField
        label={t("sources.source.credibility")}
        hint={t("sources.source.credibilityHint")}
        value={value.credibility}
        onChange={(credibility) => onChange({ credibility })}
      />
    </>
  );
}
