import { useId } from "react";
import fieldCss from "./field.module.css";
import css from "./select.module.css";

export type SelectOption<Value extends string> = Readonly<{ value: Value; label: string }>;
export type SelectProps<Value extends string> = Readonly<{
  label: string;
  /** Null: nothing is chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
}>;

/** One of several in the browser's own list, which every device shows in its way. */
export function Select<Value extends string>({ label, value, onChange, options }: SelectProps<Value>) {
  const id = useId();
  function handleChange(chosen: string) {
    const option = options.find((known) => known.value === chosen);
    if (option) onChange(option.value);
  }
  return (
    <div className={fieldCss["field"]}>
      <label className={fieldCss["label"]} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={`${fieldCss["input"]} ${css["select"]}`}
        value={value ?? ""}
        onChange={(event) => handleChange(event.currentTarget.value)}
      >
        {value === null ? <option value="">…</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
