/** What is told of a call that has ended; `error` is what it was rejected with. */
export type CallObserver = (operation: string, tookMs: number, error: unknown) => void;

type Call = (...values: unknown[]) => unknown;

/**
 * `subject` as it is, but for each call that gives a promise `onCall` hears how long it took and how it ended. A store
 * is measured from outside, so that none has to think of being measured.
 */
export function observeCalls<Subject extends object>(
  subject: Subject,
  now: () => number,
  onCall: CallObserver,
): Subject {
  return new Proxy(subject, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== "function" || typeof key !== "string") return member;
      return (...values: unknown[]) => {
        const startedAt = now();
        const result = (member as Call).apply(target, values);
        if (!(result instanceof Promise)) return result;
        return result.then(
          (value: unknown) => {
            onCall(key, now() - startedAt, undefined);
            return value;
          },
          (error: unknown) => {
            onCall(key, now() - startedAt, error);
            throw error;
          },
        );
      };
    },
  });
}
