import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { VisuallyHidden } from "react-aria-components";
import { flushSync } from "react-dom";
import { goBack, rememberWayBack } from "../ui/way-back.ts";

/** More than anybody types while a piece of code is fetched. */
const maxTypedChars = 200;

/** What was typed while something was on its way, and whether Enter ended it. */
export type TypedAhead = Readonly<{ text: string; isEntered: boolean }>;

export type WaitingFieldHandle = Readonly<{
  /** Gives the keyboard back to where it was; null where it was taken elsewhere meanwhile. */
  release: () => TypedAhead | null;
}>;

export type WaitingFieldProps = Readonly<{
  ref: Ref<WaitingFieldHandle>;
  label: string;
  onGiveUp: () => void;
}>;

/**
 * Has the keyboard while the code of what was opened is fetched, so that what is typed at once is neither lost nor
 * taken for keys of what lies behind. A real field: input methods, pasting and mending work in it.
 */
export function WaitingField({ ref, label, onGiveUp }: WaitingFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isEntered = useRef(false);
  const [wayBack] = useState(rememberWayBack);

  function release(): TypedAhead | null {
    const { current } = field;
    if (!current || document.activeElement !== current) return null;
    current.blur();
    goBack(wayBack);
    return { text: current.value, isEntered: isEntered.current };
  }

  useImperativeHandle(ref, () => ({ release }));
  useLayoutEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement !== current) return;
      current?.blur();
      goBack(wayBack);
    };
  }, [wayBack]);

  function handleKey(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onGiveUp();
    else if (event.key === "Enter") isEntered.current = true;
    // What follows Enter was meant for what Enter does, and nobody knows yet what that is.
    if (isEntered.current || event.key === "Tab") event.preventDefault();
  }

  return (
    <VisuallyHidden>
      <input
        ref={field}
        aria-label={label}
        // On a phone the field that is to come calls its keyboard.
        inputMode="none"
        maxLength={maxTypedChars}
        onKeyDown={handleKey}
      />
    </VisuallyHidden>
  );
}

/** Types into a field that is empty yet as a hand would, so that it answers as it does to a hand. */
export function typeInto(field: Element | null, { text, isEntered }: TypedAhead): void {
  if (!(field instanceof HTMLInputElement)) return;
  if (text !== "") {
    const input = { bubbles: true, inputType: "insertText", data: text };
    field.dispatchEvent(new InputEvent("beforeinput", input));
    // By the browser's own setter: what goes through React's on the element is not news to it.
    Reflect.set(HTMLInputElement.prototype, "value", text, field);
    // Taken and shown by the time that Enter comes.
    flushSync(() => field.dispatchEvent(new InputEvent("input", input)));
  }
  if (!isEntered) return;
  const enter = { key: "Enter", code: "Enter", bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent("keydown", enter));
  field.dispatchEvent(new KeyboardEvent("keyup", enter));
}
