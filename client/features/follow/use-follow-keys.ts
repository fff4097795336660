import { type StageKeyId, useStageKeys } from "../../stage/index.ts";

/** What the keyboard asks for of whoever follows; of the keys of a talk the others are the presenter's. */
export type FollowKeys = Readonly<Partial<Record<StageKeyId, () => void>>>;

/** Returns the number of a step that is being typed. `goToNumber` is null while digits are votes. */
export function useFollowKeys(actions: FollowKeys, goToNumber: ((number: number) => void) | null): string {
  return useStageKeys((id) => {
    const act = actions[id];
    act?.();
    return act !== undefined;
  }, goToNumber);
}
