import { useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";
import { type Argument, type Conflict, modelLimits, type Scheme, schemes } from "#shared/model/index.ts";
import fieldCss from "../../ui/field.module.css";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import css from "./step-details.module.css";

/** What kind of inference a step is, and what people noted about it; a contradiction has a note only. */
export function StepDetails({ record }: Readonly<{ record: Argument | Conflict }>) {
  const t = useWords();
  const { actions } = useCanvas();
  const [note, setNote] = useState(record.note);
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
        value={note}
        onChange={setNote}
        maxLength={modelLimits.maxNoteChars}
        onBlur={() => note !== record.note && actions.steps.annotate(record.id, note)}
      >
        <Label className={fieldCss["label"] ?? ""}>{t("step.note")}</Label>
        <TextArea className={`${fieldCss["input"]} ${css["note"]}`} rows={3} dir="auto" />
      </TextField>
    </>
  );
}
