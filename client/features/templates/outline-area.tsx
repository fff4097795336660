import { FieldError, Label, Text, TextArea, TextField } from "react-aria-components";
import fieldCss from "../../ui/field.module.css";
import css from "./templates-dialog.module.css";

export type OutlineAreaProps = Readonly<{
  label: string;
  hint: string;
  placeholder: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}>;

/** A place to write or paste an outline in; Tab leaves it, as everywhere. */
export function OutlineArea({ label, hint, placeholder, error, value, onChange }: OutlineAreaProps) {
  return (
    <TextField
      className={fieldCss["field"] ?? ""}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoFocus
    >
      <Label className={fieldCss["label"] ?? ""}>{label}</Label>
      <TextArea
        className={`${fieldCss["input"]} ${css["area"]}`}
        rows={12}
        dir="auto"
        spellCheck={false}
        placeholder={placeholder}
      />
      <Text slot="description" className={fieldCss["hint"] ?? ""}>
        {hint}
      </Text>
      <FieldError className={fieldCss["error"] ?? ""}>{error}</FieldError>
    </TextField>
  );
}
