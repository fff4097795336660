import type { Scheduler } from "../../rooms/index.ts";

/**
 * Does something every `everyMs`. Where a process has much to do its timers come late: what one was late is taken off the
 * wait for the next, so that many in a row do not lose it each time. What was missed meanwhile is missed, so that no two
 * are done at once.
 */
export function beat(
  scheduler: Pick<Scheduler, "elapsed" | "after">,
  everyMs: number,
  task: () => void,
): () => void {
  let cancel: () => void;
  const wait = (dueAt: number): void => {
    cancel = scheduler.after(Math.max(0, dueAt - scheduler.elapsed()), () => {
      task();
      wait(Math.max(dueAt + everyMs, scheduler.elapsed()));
    });
  };
  wait(scheduler.elapsed() + everyMs);
  return () => cancel();
}
