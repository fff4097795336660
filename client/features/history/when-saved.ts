import type { OpenSession } from "../../session/open-session.ts";

/** Longer than saving takes on a slow line; who waits so long is not kept waiting for what may never come. */
const longestMs = 3_000;

/** Resolves once the server has all that was done here, or will not have it soon. */
export function whenSaved(session: Pick<OpenSession, "status" | "onStatus">): Promise<void> {
  return new Promise((resolve) => {
    const isSaving = () => session.status().save === "saving";
    if (!isSaving()) return resolve();
    const finish = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(finish, longestMs);
    const stop = session.onStatus(() => {
      if (!isSaving()) finish();
    });
  });
}
