import { useEffect, useState } from "react";
import { Weighing } from "../../canvas/weighing/weighing.ts";
import { useSession } from "../../session/session-context.tsx";

/** What the map's arguments come to, while that is wanted; null until then. */
export function useWeighing(isWanted: boolean): Weighing | null {
  const session = useSession();
  const [weighing, setWeighing] = useState<Weighing | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const made = new Weighing(session);
    setWeighing(made);
    return () => {
      setWeighing(null);
      made.dispose();
    };
  }, [session, isWanted]);
  return weighing;
}
