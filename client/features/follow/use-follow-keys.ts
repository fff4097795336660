import { useEffect, useEffectEvent } from "react";
import { type StageKeyId, stageKeyOf, takesKey, useLetterKeys } from "../../stage/index.ts";

/** What the keyboard asks for of whoever follows; of the keys of a talk the others are the presenter's. */
export type FollowKeys = Readonly<Partial<Record<StageKeyId, () => void>>>;

/** Hears keys wherever the keyboard is, before the canvas does, and not where they are typed. */
export function useFollowKeys(actions: FollowKeys): void {
  const [hasLetters] = useLetterKeys();
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (takesKey(event.target, event.key)) return;
    const id = stageKeyOf(event, hasLetters);
    const act = id && actions[id];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}
