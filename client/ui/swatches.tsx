import { Check } from "lucide-react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import fieldCss from "./field.module.css";
import css from "./swatches.module.css";

export type SwatchesProps<Value extends string> = Readonly<{
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  /** `label` is the colour's name, `color` what CSS calls it. */
  options: readonly Readonly<{ value: Value; label: string; color: string }>[];
}>;

/** One colour of a few; each has a name, and a tick marks the chosen one. */
export function Swatches<Value extends string>({ label, value, onChange, options }: SwatchesProps<Value>) {
  function handleChange(chosen: string) {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  }
  return (
    <RadioGroup
      className={fieldCss["field"] ?? ""}
      orientation="horizontal"
      value={value}
      onChange={handleChange}
    >
      <Label className={fieldCss["label"] ?? ""}>{label}</Label>
      <div className={css["row"]}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            aria-label={option.label}
            className={css["swatch"] ?? ""}
            style={{ backgroundColor: option.color }}
          >
            {({ isSelected }) => (isSelected ? <Check size={16} aria-hidden="true" /> : null)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
