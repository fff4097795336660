import type { TidyAnswer, TidyQuestion } from "./tidy-request.ts";

/** How a worker came to an end without an answer. */
export type Unanswered = "superseded" | "too-slow" | "failed";

/** Asks a worker one question and ends it: when it answers, when `deadlineMs` is over, or when `signal` says so. */
export function askWorker(
  worker: Worker,
  question: TidyQuestion,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<Unanswered | NonNullable<TidyAnswer>> {
  return new Promise<Unanswered | NonNullable<TidyAnswer>>((resolve) => {
    const timer = window.setTimeout(() => end("too-slow"), deadlineMs);
    const handleAbort = (): void => end("superseded");
    function end(answer: Unanswered | NonNullable<TidyAnswer>): void {
      window.clearTimeout(timer);
      signal.removeEventListener("abort", handleAbort);
      worker.terminate();
      resolve(answer);
    }
    signal.addEventListener("abort", handleAbort);
    worker.onmessage = (event: MessageEvent<TidyAnswer>) => end(event.data ?? "failed");
    worker.onerror = () => end("failed");
    worker.postMessage(question);
  });
}
