import { type RefObject, useEffect, useMemo } from "react";
import { type CardId, getAs } from "#shared/model/index.ts";
import { useSession } from "./session-context.tsx";
import { type SharedText, type SharedTextProps, useSharedText } from "./use-shared-text.ts";

/**
 * Ties a field to the text of a card while it is there (`useSharedText`), takes the keyboard, the caret at the end, and
 * tells others who writes where.
 */
export function useCardText(id: CardId, field: RefObject<HTMLTextAreaElement | null>): SharedTextProps {
  const session = useSession();
  const text = useMemo<SharedText>(
    () => ({
      read: () => getAs(session.doc, "card", id)?.text ?? "",
      watch: (listener) => session.doc.watchText(id, listener),
      write: (edit) => session.apply({ type: "spliceText", id, ...edit }).ok,
    }),
    [session, id],
  );
  const props = useSharedText(text, field);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    session.presence.edit(id);
    return () => session.presence.edit(null);
  }, [session, id, field]);

  return {
    ...props,
    onInput: (event) => {
      session.presence.type();
      props.onInput(event);
    },
  };
}
