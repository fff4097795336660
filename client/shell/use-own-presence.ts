import { useMemo } from "react";
import type { PresentUser } from "#shared/protocol/presence.ts";
import { accountName } from "../api/account.ts";
import { personColors } from "../state/person.ts";
import { useView } from "../state/view-context.tsx";
import { personName } from "../words/person-words.ts";
import { useWords } from "../words/use-words.ts";

/** This person as the others see them. */
export function useOwnPresence(): PresentUser {
  const t = useWords();
  const person = useView((state) => state.person);
  return useMemo(
    () => ({
      name: accountName(document.cookie) ?? personName(t, person),
      color: personColors[person.color],
    }),
    [t, person],
  );
}
