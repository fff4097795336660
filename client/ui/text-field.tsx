import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
} from "react-aria-components";
import css from "./field.module.css";

export type TextFieldProps = Omit<AriaProps, "children" | "className" | "isInvalid"> &
  Readonly<{ label: string; placeholder?: string; hint?: string; error?: string | undefined }>;

/** One line of text with its label, a hint and, when something is wrong, a sentence. */
export function TextField({ label, placeholder, hint, error, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={css["field"] ?? ""}>
      <Label className={css["label"] ?? ""}>{label}</Label>
      <Input dir="auto" className={css["input"] ?? ""} {...(placeholder ? { placeholder } : {})} />
      {hint ? (
        <Text slot="description" className={css["hint"] ?? ""}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={css["error"] ?? ""}>{error}</FieldError>
    </AriaTextField>
  );
}
