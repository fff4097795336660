/** How a worker came to an end without an answer. */
export type Unanswered = "superseded" | "too-slow" | "failed";

/**
 * Asks a worker one question and ends it: when it answers, when `deadlineMs` is over, or when `signal` says so. A worker
 * that answers undefined has failed.
 */
export function askWorker<Question, Answer>(
  worker: Worker,
  question: Question,
  deadlineMs: number,
  signal?: AbortSignal,
): Promise<Unanswered | NonNullable<Answer>> {
  return new Promise<Unanswered | NonNullable<Answer>>((resolve) => {
    const timer = window.setTimeout(() => end("too-slow"), deadlineMs);
    const handleAbort = (): void => end("superseded");
    function end(answer: Unanswered | NonNullable<Answer>): void {
      window.clearTimeout(timer);
      signal?.removeEventListener("abort", handleAbort);
      worker.terminate();
      resolve(answer);
    }
    signal?.addEventListener("abort", handleAbort);
    worker.onmessage = (event: MessageEvent<Answer>) => end(event.data ?? "failed");
    worker.onerror = () => end("failed");
    worker.postMessage(question);
  });
}
