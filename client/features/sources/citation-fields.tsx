import { useLingui } from "@lingui/react";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import type { CitationDraft } from "./citation-draft.ts";
import { type DraftFaults, draftFaultText } from "./draft-fault.ts";
import { countWords, longQuoteWords } from "./quote-length.ts";
import { RatingField } from "./rating-field.tsx";
import { TextArea } from "./text-area.tsx";

export type CitationFieldsProps = Readonly<{
  value: CitationDraft;
  faults: DraftFaults<CitationDraft>;
  onChange: (change: Partial<CitationDraft>) => void;
  autoFocus: boolean;
}>;

/** What the card takes from the source, and where it stands there. */
export function CitationFields({ value, faults, onChange, autoFocus }: CitationFieldsProps) {
  const t = useWords();
  const { i18n } = useLingui();
  const faultOf = (name: keyof CitationDraft) => draftFaultText(t, faults[name], t("sources.fault.noSource"));
  // Few citations need these; those that have one show all.
  const [isFull, setIsFull] = useState(
    [value.attributedTo, value.viaTitle, value.viaUrl].some((text) => text !== ""),
  );
  const count = countWords(value.quote, i18n.locale);
  return (
    <>
      <TextArea
        label={t("sources.quote")}
        rows={4}
        hint={t(count > longQuoteWords ? "sources.quoteLong" : "sources.quoteWords", { count })}
        value={value.quote}
        error={faultOf("quote")}
        autoFocus={autoFocus}
        onChange={(quote) => onChange({ quote })}
      />
      <TextField
        label={t("sources.locator")}
        hint={t("sources.locatorHint")}
        value={value.locator}
        error={faultOf("locator")}
        onChange={(locator) => onChange({ locator })}
      />
      <RatingField
        label={t("sources.relevance")}
        hint={t("sources.relevanceHint")}
        value={value.relevance}
        onChange={(relevance) => onChange({ relevance })}
      />
      {isFull ? (
        <>
          <TextField
            label={t("sources.attributedTo")}
            hint={t("sources.attributedToHint")}
            value={value.attributedTo}
            error={faultOf("attributedTo")}
            onChange={(attributedTo) => onChange({ attributedTo })}
          />
          <TextField
            label={t("sources.viaTitle")}
            hint={t("sources.viaHint")}
            value={value.viaTitle}
            error={faultOf("viaTitle")}
            onChange={(viaTitle) => onChange({ viaTitle })}
          />
          <TextField
            label={t("sources.viaUrl")}
            inputMode="url"
            value={value.viaUrl}
            error={faultOf("viaUrl")}
            onChange={(viaUrl) => onChange({ viaUrl })}
          />
        </>
      ) : (
        <div>
          <Button size="small" variant="quiet" icon={<Plus size={16} />} onPress={() => setIsFull(true)}>
            {t("sources.more")}
          </Button>
        </div>
      )}
    </>
  );
}
