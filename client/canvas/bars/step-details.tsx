import { useEffect, useRef, useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";
import { type Argument, type Conflict, modelLimits, type Scheme, schemes } from "#shared/model/index.ts";
import fieldCss from "../../ui/field.module.css";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./step-details.module.css";

/** What kind of inference a step is, and what people noted about it; a contradiction has a note only. */
export function StepDetails({ record }: Readonly<{ record: Argument | Conflict }>) {
  const t = useWords();
  const { actions, session } = useCanvas();
  const { id } = record;
  /** What was typed and is not saved yet; without it the note is shown as others leave it. */
  const [draft, setDraft] = useState<string | null>(null);
  const unsaved = useRef<string | null>(null);

  function keep(note: string | null) {
    unsaved.current = note;
    setDraft(note);
  }

  function save() {
    const note = unsaved.current;
    if (note !== null && note !== record.note) actions.steps.annotate(id, note);
    keep(null);
  }

  // The window may go without the field being left first.
  useEffect(
    () => () => {
      const note = unsaved.current;
      unsaved.current = null;
      const now = session.doc.get(id);
      if (note !== null && now && "note" in now && note !== now.note) actions.steps.annotate(id, note);
    },
    [actions, session, id],
  );

  return (
    <>
      {record.type === "argument" ? (
        <label className={fieldCss["field"]}>
          <span className={fieldCss["label"]}>{t("step.scheme")}</span>
          <select
            className={`${fieldCss["input"]} ${css["select"]}`}
            value={record.scheme}
            onChange={(event) => actions.steps.setScheme(record.id, event.currentTarget.value as Scheme)}
          >
            {schemes.map((scheme) => (
              <option key={scheme} value={scheme}>
                {t(`scheme.${scheme}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <TextField
        className={fieldCss["field"] ?? ""}
        value={draft ?? record.note}
        onChange={keep}
        maxLength={modelLimits.maxNoteChars}
        onBlur={save}
      >
        <Label className={fieldCss["label"] ?? ""}>{t("step.note")}</Label>
        <TextArea className={`${fieldCss["input"]} ${css["note"]}`} rows={3} dir="auto" />
      </TextField>
    </>
  );
}
