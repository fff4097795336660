import { type FormEvent, useState } from "react";
import type { SourceId } from "#shared/model/index.ts";
import { useRecord, useSession } from "../../session/session-context.tsx";
import { Notice } from "../../ui/notice.tsx";
import { faultText } from "../../words/fault-words.ts";
import { useWords } from "../../words/use-words.ts";
import { checkSource, type SourceDraft, tidySource } from "./source-draft.ts";
import { SourceFields } from "./source-fields.tsx";
import css from "./sources.module.css";
import { useFormFaults } from "./use-form-faults.ts";
import { useCitationCount } from "./use-sources.ts";

export type SourceFormProps = Readonly<{
  formId: string;
  sourceId: SourceId;
  onEdited: () => void;
  onSaved: () => void;
}>;

/** Edits a source itself, which shows wherever it is cited. Writes only the fields changed here. */
export function SourceForm({ formId, sourceId, onEdited, onSaved }: SourceFormProps) {
  const t = useWords();
  const session = useSession();
  const live = useRecord("source", sourceId);
  const [opened] = useState(live);
  const [change, setChange] = useState<Partial<SourceDraft>>({});
  const count = useCitationCount(sourceId);
  const { form, refusal, isTried, refuse } = useFormFaults();
  const source = live ?? opened;
  if (!source) return <Notice tone="warning">{t("fault.missing")}</Notice>;
  const value: SourceDraft = { ...source, ...change };
  const faults = checkSource(value);

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (Object.keys(faults).length > 0) return refuse(null);
    const result = session.apply({ type: "editSource", id: sourceId, values: tidySource(change) });
    if (!result.ok) return refuse(result.error);
    onSaved();
  }

  return (
    <form ref={form} id={formId} noValidate className={css["fields"]} onSubmit={handleSubmit}>
      {refusal ? <Notice tone="danger">{faultText(t, refusal)}</Notice> : null}
      {live ? null : <Notice tone="warning">{t("fault.missing")}</Notice>}
      <Notice>{t("sources.sharedBy", { count })}</Notice>
      <SourceFields
        value={value}
        faults={isTried ? faults : {}}
        onChange={(more) => {
          setChange((known) => ({ ...known, ...more }));
          onEdited();
        }}
      />
    </form>
  );
}
