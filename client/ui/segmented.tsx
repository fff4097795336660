import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import css from "./segmented.module.css";

export type SegmentedProps<Value extends string> = Readonly<{
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly Readonly<{ value: Value; label: string; icon?: ReactNode }>[];
}>;

/** One of a few, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  function handleChange(keys: ReadonlySet<unknown>) {
    const chosen = props.options.find((option) => keys.has(option.value));
    if (chosen) props.onChange(chosen.value);
  }
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className={css["group"] ?? ""}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={handleChange}
    >
      {props.options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={css["option"] ?? ""}>
          {option.icon}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
