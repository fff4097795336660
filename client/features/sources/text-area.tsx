import {
  type TextFieldProps as AriaProps,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  FieldError,
  Label,
  Text,
} from "react-aria-components";
import fieldCss from "../../ui/field.module.css";
import css from "./controls.module.css";

export type TextAreaProps = Omit<AriaProps, "children" | "className" | "isInvalid"> &
  Readonly<{ label: string; rows: number; hint?: string; error?: string | undefined }>;

/** Several lines of text with their label, a hint and, when something is wrong, a sentence. */
export function TextArea({ label, rows, hint, error, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={fieldCss["field"] ?? ""}>
      <Label className={fieldCss["label"] ?? ""}>{label}</Label>
      <AriaTextArea className={`${fieldCss["input"]} ${css["area"]}`} rows={rows} dir="auto" />
      {hint ? (
        <Text slot="description" className={fieldCss["hint"] ?? ""}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={fieldCss["error"] ?? ""}>{error}</FieldError>
    </AriaTextField>
  );
}
