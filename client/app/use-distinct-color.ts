import { useEffect } from "react";
import { usePeople, useSession } from "../session/session-context.tsx";
import { personColorNames, personColors } from "../state/person.ts";
import { useView } from "../state/view-context.tsx";

/**
 * Two guests who have not named themselves and drew the same colour could not be told apart, so the one who came
 * later (the greater client id, which both know) takes a colour that nobody here has.
 */
export function useDistinctColor(): void {
  const { presence } = useSession();
  const people = usePeople();
  const person = useView((state) => state.person);
  const introduce = useView((state) => state.introduce);
  useEffect(() => {
    if (person.name !== "") return;
    const taken = new Set(people.map(({ user }) => user.color));
    const mustYield = people.some(
      ({ user, clientId }) => user.color === personColors[person.color] && clientId < presence.ownId,
    );
    const free = personColorNames.find((name) => !taken.has(personColors[name]));
    if (mustYield && free) introduce({ ...person, color: free });
  }, [people, person, introduce, presence]);
}
