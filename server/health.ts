import type { Scheduler } from "./rooms/index.ts";

/** Whether something that the server leans on answers. */
export type Standing = "ok" | "away";

/** How the process stands towards whoever sends it requests. */
export type Health = Readonly<{ store: Standing; bus: Standing; isDraining: boolean }>;

export type HealthParts = Readonly<{
  checkStore: () => Promise<void>;
  isBusUp: () => boolean;
  isDraining: () => boolean;
  scheduler: Scheduler;
}>;

/** Whoever takes longer counts as away: a request that waits for ever tells a proxy nothing. */
export const answerWithinMs = 2_000;
/** Anybody may ask; the store is asked no more often than this. */
export const askAgainAfterMs = 500;

/** A function that tells the health of the process, from answers at most `askAgainAfterMs` old. */
export function createHealthCheck(parts: HealthParts): () => Promise<Health> {
  const { scheduler, isBusUp, isDraining } = parts;
  let known: Promise<Standing> | undefined;
  const ask = async (): Promise<Standing> => {
    const store = await standing(parts.checkStore, scheduler);
    scheduler.after(askAgainAfterMs, () => {
      known = undefined;
    });
    return store;
  };
  return async () => {
    known ??= ask();
    const store = await known;
    return { store, bus: isBusUp() ? "ok" : "away", isDraining: isDraining() };
  };
}

async function standing(check: () => Promise<void>, scheduler: Scheduler): Promise<Standing> {
  const late = new Promise<Standing>((resolve) => {
    scheduler.after(answerWithinMs, () => resolve("away"));
  });
  const asked = check().then(
    (): Standing => "ok",
    (): Standing => "away",
  );
  return Promise.race([asked, late]);
}
