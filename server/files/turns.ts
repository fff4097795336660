import { FileTaskError } from "./file-task-error.ts";

export type TurnLimits = Readonly<{
  /** So many at a time; the others wait. */
  threads: number;
  maxWaiting: number;
  /** Whoever has waited as long as this gets no turn any more. */
  maxWaitMs: number;
}>;

type Waiting = Readonly<{ isSlow: boolean; begin: () => void }>;

/**
 * Who may work, and who waits, in the order in which they came. What is slow never takes the last of several threads, nor more
 * than half of the places to wait: what is quick is not kept from its turn by it.
 */
export class Turns {
  readonly #limits: TurnLimits;
  #waiting: readonly Waiting[] = [];
  #running = 0;
  #slow = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** Waits for a turn and gives what ends it. Rejects with a `FileTaskError` where none comes, or nobody wants it any more. */
  async take(isSlow: boolean, signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw calledOff();
    if (!this.#mayBegin(isSlow)) await this.#wait(isSlow, signal);
    else this.#begin(isSlow);
    return () => this.#end(isSlow);
  }

  #wait(isSlow: boolean, signal: AbortSignal): Promise<void> {
    const { maxWaiting, maxWaitMs } = this.#limits;
    const alike = this.#waiting.filter((other) => other.isSlow === isSlow).length;
    if (this.#waiting.length >= maxWaiting || (isSlow && alike >= Math.ceil(maxWaiting / 2))) throw busy();
    return new Promise((resolve, reject) => {
      const leave = (why: FileTaskError) => {
        stopWaiting();
        this.#waiting = this.#waiting.filter((other) => other !== mine);
        reject(why);
      };
      const callOff = () => leave(calledOff());
      const timer = setTimeout(() => leave(busy()), maxWaitMs);
      const stopWaiting = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", callOff);
      };
      const mine: Waiting = {
        isSlow,
        begin: () => {
          stopWaiting();
          resolve();
        },
      };
      signal.addEventListener("abort", callOff);
      this.#waiting = [...this.#waiting, mine];
    });
  }

  #mayBegin(isSlow: boolean): boolean {
    const { threads } = this.#limits;
    return this.#running < threads && (!isSlow || this.#slow < Math.max(1, threads - 1));
  }

  #begin(isSlow: boolean): void {
    this.#running++;
    if (isSlow) this.#slow++;
  }

  #end(isSlow: boolean): void {
    this.#running--;
    if (isSlow) this.#slow--;
    const next = this.#waiting.find((waiting) => this.#mayBegin(waiting.isSlow));
    if (next === undefined) return;
    this.#waiting = this.#waiting.filter((other) => other !== next);
    this.#begin(next.isSlow);
    next.begin();
  }
}

function busy(): FileTaskError {
  return new FileTaskError("busy", "Too many files are being read and written.");
}

function calledOff(): FileTaskError {
  return new FileTaskError("called-off", "Nobody waits for the file any more.");
}
