/** What a browser without idle callbacks gets: Safari has none. */
const sliceMs = 4;
const pauseMs = 50;

/**
 * Calls `run` when the browser has nothing else to do, or after `withinMs` all the same; `isTimeLeft` tells how long that
 * lasts.
 */
export function inIdleTime(run: (isTimeLeft: () => boolean) => void, withinMs?: number): void {
  if ("requestIdleCallback" in window) {
    requestIdleCallback(
      (deadline) => run(() => deadline.timeRemaining() > 1),
      withinMs === undefined ? {} : { timeout: withinMs },
    );
    return;
  }
  setTimeout(() => {
    const end = performance.now() + sliceMs;
    run(() => performance.now() < end);
  }, pauseMs);
}
