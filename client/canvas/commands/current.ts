import { type ArgumentId, argumentRef, type CardId, cardRef, getAs, type Ref } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";

/** The one card or link that the keyboard is at. */
export function currentKey({ ui }: Pick<CanvasTools, "ui">): string | undefined {
  const { selection, focused } = ui.getState();
  const [only] = selection;
  return focused && selection.has(focused) ? focused : only;
}

/** What the keyboard is at, where it is a card or the step of an argument. */
export function currentRef({ ui, session: { doc } }: Pick<CanvasTools, "ui" | "session">): Ref | undefined {
  const key = currentKey({ ui });
  if (key === undefined) return undefined;
  if (getAs(doc, "card", key as CardId)) return cardRef(key as CardId);
  return getAs(doc, "argument", key as ArgumentId) ? argumentRef(key as ArgumentId) : undefined;
}
