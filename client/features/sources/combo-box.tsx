import { Check, ChevronDown } from "lucide-react";
import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import fieldCss from "../../ui/field.module.css";
import menuCss from "../../ui/menu.module.css";
import css from "./controls.module.css";

export type ComboBoxOption<Id extends string> = Readonly<{
  id: Id;
  text: string;
  /** A second line; typing finds it too. */
  detail: string;
}>;

export type ComboBoxProps<Id extends string> = Readonly<{
  label: string;
  placeholder?: string;
  error?: string | undefined;
  autoFocus?: boolean;
  options: readonly ComboBoxOption<Id>[];
  value: Id | null;
  onChange: (value: Id | null) => void;
  /** Shown where nothing fits what was typed. */
  emptyText: string;
}>;

/** One of many, found by typing a part of it. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  return (
    <AriaComboBox
      className={fieldCss["field"] ?? ""}
      defaultItems={props.options}
      value={props.value}
      onChange={(key) => props.onChange(key as Id | null)}
      isInvalid={props.error !== undefined}
      autoFocus={props.autoFocus ?? false}
      allowsEmptyCollection
    >
      <Label className={fieldCss["label"] ?? ""}>{props.label}</Label>
      <div className={css["combo"]}>
        <Input
          className={`${fieldCss["input"]} ${css["comboInput"]}`}
          {...(props.placeholder ? { placeholder: props.placeholder } : {})}
        />
        <Button className={css["comboButton"] ?? ""}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      <FieldError className={fieldCss["error"] ?? ""}>{props.error}</FieldError>
      <Popover className={`${menuCss["popover"]} ${css["options"]}`} offset={4}>
        <ListBox<ComboBoxOption<Id>>
          className={menuCss["menu"] ?? ""}
          renderEmptyState={() => <div className={css["none"]}>{props.emptyText}</div>}
        >
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={[option.text, option.detail].filter(Boolean).join(" · ")}
              className={menuCss["item"] ?? ""}
            >
              {({ isSelected }) => (
                <>
                  <span className={menuCss["icon"]}>{isSelected ? <Check size={16} /> : null}</span>
                  <span className={menuCss["text"]}>
                    <Text slot="label" className={css["optionText"] ?? ""}>
                      {option.text}
                    </Text>
                    {option.detail ? (
                      <Text slot="description" className={css["optionDetail"] ?? ""}>
                        {option.detail}
                      </Text>
                    ) : null}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
