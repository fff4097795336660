import { type FormEvent, useState } from "react";
import { type Card, type CitationId, getAs } from "#shared/model/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Notice } from "../../ui/notice.tsx";
import { faultText } from "../../words/fault-words.ts";
import { useWords } from "../../words/use-words.ts";
import {
  blankCitation,
  type CitationDraft,
  canBecomeEvidence,
  checkCitation,
  citationDraft,
  citeCommand,
} from "./citation-draft.ts";
import { CitationFields } from "./citation-fields.tsx";
import { draftFaultText } from "./draft-fault.ts";
import { SourceChoice } from "./source-choice.tsx";
import { blankSource, checkSource, type SourceDraft } from "./source-draft.ts";
import css from "./sources.module.css";
import { useFormFaults } from "./use-form-faults.ts";
import { useSources } from "./use-sources.ts";

export type CitationFormProps = Readonly<{
  formId: string;
  card: Card;
  /** Undefined for a new one. */
  citationId: CitationId | undefined;
  onEdited: () => void;
  /** It is in the map now. */
  onSaved: (id: CitationId) => void;
}>;

/**
 * Adds or edits one citation. Only what is changed here is held here: all else follows the map, so two people who
 * edit different fields both keep theirs.
 */
export function CitationForm({ formId, card, citationId, onEdited, onSaved }: CitationFormProps) {
  const t = useWords();
  const session = useSession();
  const sources = useSources();
  const live = card.citations.find(({ id }) => id === citationId);
  const [opened] = useState(live);
  const [change, setChange] = useState<Partial<CitationDraft>>({});
  const [written, setWritten] = useState<SourceDraft>(blankSource);
  const [wantsNew, setWantsNew] = useState(opened === undefined && sources.length === 0);
  const [wantsEvidence, setWantsEvidence] = useState(true);
  const { form, refusal, isTried, refuse } = useFormFaults();

  const before = live ?? opened;
  const base = before ? citationDraft(before) : blankCitation;
  const value: CitationDraft = { ...base, ...change };
  const isNew = wantsNew || sources.length === 0;
  const { source: sourceFault, ...fieldFaults } = checkCitation(value);
  const chosenFault = isNew ? undefined : sourceFault;
  const writtenFaults = isNew ? checkSource(written) : {};
  const offersEvidence = citationId === undefined && canBecomeEvidence(card);

  function handleChange(more: Partial<CitationDraft>) {
    setChange((known) => ({ ...known, ...more }));
    onEdited();
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    const isFaulty = [chosenFault, ...Object.values(fieldFaults), ...Object.values(writtenFaults)].some(
      Boolean,
    );
    const { createdAt } = session.by();
    const source = isNew ? written : null;
    const makeEvidence = offersEvidence && wantsEvidence;
    const command = citeCommand(
      { card, before, draft: value, source, makeEvidence },
      session.createId,
      createdAt,
    );
    if (isFaulty || !command) return refuse(null);
    const result = session.apply(command);
    if (!result.ok) return refuse(result.error);
    const now = getAs(session.doc, "card", card.id);
    const saved = citationId ?? now?.citations.at(-1)?.id;
    if (saved) onSaved(saved);
  }

  return (
    <form ref={form} id={formId} noValidate className={css["fields"]} onSubmit={handleSubmit}>
      {refusal ? <Notice tone="danger">{faultText(t, refusal)}</Notice> : null}
      {opened && !live ? <Notice tone="warning">{t("sources.removedMeanwhile")}</Notice> : null}
      <SourceChoice
        sources={sources}
        chosen={value.source}
        onChoose={(source) => handleChange({ source })}
        chosenFault={isTried ? draftFaultText(t, chosenFault, t("sources.fault.noSource")) : undefined}
        written={isNew ? written : null}
        onSwitch={setWantsNew}
        onWrite={(more) => {
          setWritten((known) => ({ ...known, ...more }));
          onEdited();
        }}
        writtenFaults={isTried ? writtenFaults : {}}
        autoFocus={opened === undefined}
      />
      <CitationFields
        value={value}
        faults={isTried ? fieldFaults : {}}
        onChange={handleChange}
        autoFocus={opened !== undefined}
      />
      {offersEvidence ? (
        <Checkbox
          label={t("sources.makeEvidence")}
          hint={t("sources.makeEvidenceHint")}
          isSelected={wantsEvidence}
          onChange={setWantsEvidence}
        />
      ) : null}
    </form>
  );
}
