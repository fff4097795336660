import type { Scheduler } from "./ports.ts";

/** The real clock. Its timers do not keep the process alive. */
export const systemScheduler: Scheduler = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  defer: (task) => {
    setImmediate(task);
  },
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs).unref();
    return () => clearTimeout(timer);
  },
};
