import { Check } from "lucide-react";
import { CheckboxButton, CheckboxField, Text } from "react-aria-components";
import css from "./checkbox.module.css";
import fieldCss from "./field.module.css";

export type CheckboxProps = Readonly<{
  label: string;
  hint?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}>;

/** Something that is on or off, with its label beside the box. */
export function Checkbox({ label, hint, isSelected, onChange }: CheckboxProps) {
  return (
    <CheckboxField className={css["checkField"] ?? ""} isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className={css["check"] ?? ""}>
        <span className={css["box"]}>{isSelected ? <Check size={14} aria-hidden="true" /> : null}</span>
        {label}
      </CheckboxButton>
      {hint ? (
        <Text slot="description" className={`${fieldCss["hint"]} ${css["checkHint"]}`}>
          {hint}
        </Text>
      ) : null}
    </CheckboxField>
  );
}
