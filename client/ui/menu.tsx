import { Check } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  type Placement,
  Popover,
  type Selection,
  Separator,
} from "react-aria-components";
import { classNames } from "./class-names.ts";
import { KeyboardKeeper } from "./keyboard-keeper.tsx";
import css from "./menu.module.css";

export type MenuProps = Readonly<{
  label: string;
  /** The button that opens it. */
  trigger: ReactNode;
  placement?: Placement;
  /** Where something else than the trigger opens it as well. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}>;

/** A menu of things to do, opened by `trigger`. */
export function Menu({ label, trigger, placement = "bottom start", children, ...opening }: MenuProps) {
  return (
    <MenuTrigger {...opening}>
      {trigger}
      <Popover className={css["popover"] ?? ""} placement={placement} offset={6}>
        <KeyboardKeeper />
        <AriaMenu aria-label={label} className={css["menu"] ?? ""}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export type MenuAtProps = Readonly<{
  label: string;
  /** Where it opens, in pixels of the page: a point, or what it is about. */
  at: Readonly<{ x: number; y: number; width: number; height: number }>;
  onClose: () => void;
  children: ReactNode;
}>;

/** A menu that is open, at a place of the page rather than at a button. */
export function MenuAt({ label, at, onClose, children }: MenuAtProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { x, y, width, height } = at;
  return (
    <>
      <span ref={anchor} className={css["anchor"]} style={{ left: x, top: y, width, height }} />
      <Popover
        aria-label={label}
        className={css["popover"] ?? ""}
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => isOpen || onClose()}
        placement="bottom start"
        offset={2}
      >
        <KeyboardKeeper onClose={onClose} />
        <AriaMenu aria-label={label} className={css["menu"] ?? ""} autoFocus onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}

export type MenuItemProps = Readonly<{
  /** Needed in a section with a choice; otherwise any name that is unique in the menu. */
  id: string;
  /** The words; also what typing ahead looks for. */
  text: string;
  icon?: ReactNode;
  /** Shown as a patch before the words. */
  color?: string;
  shortcut?: string;
  tone?: "normal" | "danger";
  isDisabled?: boolean;
  /** Goes there instead of doing something. */
  href?: string;
  /** With `href`: the file name under which the browser saves it. */
  download?: string;
  onAction?: () => void;
}>;

export function MenuItem(props: MenuItemProps) {
  const { id, text, icon, color, shortcut, tone = "normal", ...rest } = props;
  return (
    <AriaMenuItem {...rest} id={id} textValue={text} className={classNames(css["item"], css[tone])}>
      {({ isSelected, selectionMode }) => (
        <>
          <span className={css["icon"]}>
            {selectionMode === "none" ? icon : isSelected ? <Check size={16} /> : null}
          </span>
          {color ? <span className={css["patch"]} style={{ background: color }} /> : null}
          <span className={css["text"]}>{text}</span>
          {shortcut ? <kbd className={css["shortcut"]}>{shortcut}</kbd> : null}
        </>
      )}
    </AriaMenuItem>
  );
}

export type MenuChoiceProps<Value extends string> = Readonly<{
  title: string;
  value: Value;
  onChange: (value: Value) => void;
  /** `color`: what CSS calls the colour that the option stands for. */
  options: readonly Readonly<{ value: Value; text: string; color?: string }>[];
}>;

/** A titled part of a menu in which one item is the current one. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  // Several choices may stand in one menu and share values.
  const name = useId();
  const keyOf = (value: Value) => `${name}${value}`;
  function handleChange(selection: Selection) {
    const chosen = props.options.find((option) => selection !== "all" && selection.has(keyOf(option.value)));
    if (chosen) props.onChange(chosen.value);
  }
  return (
    <AriaMenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[keyOf(props.value)]}
      onSelectionChange={handleChange}
    >
      <Header className={css["header"] ?? ""}>{props.title}</Header>
      {props.options.map((option) => (
        <MenuItem
          key={option.value}
          id={keyOf(option.value)}
          text={option.text}
          {...(option.color ? { color: option.color } : {})}
        />
      ))}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className={css["separator"] ?? ""} />;
}
