import { type Rating, ratings } from "#shared/model/index.ts";
import fieldCss from "../../ui/field.module.css";
import { Segmented } from "../../ui/segmented.tsx";
import { useWords } from "../../words/use-words.ts";
import css from "./sources.module.css";

export type RatingFieldProps = Readonly<{
  label: string;
  hint: string;
  value: Rating | null;
  onChange: (value: Rating | null) => void;
}>;

const choices = ["unrated", ...ratings] as const;

/** How good something is, in three steps, or nobody's judgement yet. */
export function RatingField({ label, hint, value, onChange }: RatingFieldProps) {
  const t = useWords();
  return (
    <div className={fieldCss["field"]}>
      <span className={fieldCss["label"]} aria-hidden="true">
        {label}
      </span>
      <div className={css["rating"]}>
        <Segmented
          label={label}
          value={value ?? "unrated"}
          onChange={(chosen) => onChange(chosen === "unrated" ? null : chosen)}
          options={choices.map((choice) => ({ value: choice, label: t(`sources.rating.${choice}`) }))}
        />
      </div>
      <span className={fieldCss["hint"]}>{hint}</span>
    </div>
  );
}
