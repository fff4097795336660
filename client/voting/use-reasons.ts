import { useSyncExternalStore } from "react";
import {
  type ArgumentId,
  argumentsTo,
  type CardId,
  cardRef,
  getAs,
  type Polarity,
} from "#shared/model/index.ts";
import { useSession } from "../session/session-context.tsx";

/** An argument for or against a claim, in the words of its premises. */
export type Reason = Readonly<{ id: ArgumentId; polarity: Polarity; text: string; base: number | null }>;

/** The arguments for a claim, then those against it, each from the oldest on; of no claim there are none. */
export function useReasons(card: CardId | null): readonly Reason[] {
  const { records } = useSession();
  const told = useSyncExternalStore(
    (listener) => records.subscribeAll(listener),
    // Compared as text: the same reasons are to be no new rendering.
    () => JSON.stringify(card === null ? [] : reasonsOf(records.doc, card)),
  );
  return JSON.parse(told) as readonly Reason[];
}

function reasonsOf(view: Parameters<typeof argumentsTo>[0], card: CardId): readonly Reason[] {
  const found = [...argumentsTo(view, cardRef(card))];
  const side = (polarity: Polarity) =>
    found
      .filter((argument) => argument.polarity === polarity)
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return [...side("support"), ...side("oppose")].map(({ id, polarity, premises, base }) => ({
    ...{ id, polarity, base },
    text: premises
      .map((premise) => getAs(view, "card", premise))
      .map((premise) => premise?.title || premise?.text)
      .filter(Boolean)
      .join(" + "),
  }));
}
