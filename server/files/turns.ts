import { FileTaskError } from "./file-task-error.ts";

export type TurnLimits = Readonly<{
  /** So many at a time; the others wait. */
  threads: number;
  maxWaiting: number;
  /** Of what those who wait hold in memory. */
  maxWaitingBytes: number;
  /** Whoever has waited as long as this gets no turn any more. */
  maxWaitMs: number;
}>;

/** Who wants a turn: from which address, for slow work or quick, and how many bytes are held until it comes. */
export type TurnRequest = Readonly<{ address: string; isSlow: boolean; bytes: number }>;

type Waiting = TurnRequest & Readonly<{ begin: () => void }>;

/**
 * Who may work, and who waits. Addresses take turns, and each has its own in the order in which they came; no address has
 * more than half of the places to wait, nor of the bytes. What is slow never takes the last of several threads, nor more than
 * half of the places: what is quick is not kept from its turn by it.
 */
export class Turns {
  readonly #limits: TurnLimits;
  #working: readonly TurnRequest[] = [];
  #waiting: readonly Waiting[] = [];
  /** When an address last began, in turns; of those that work or wait. */
  readonly #lastTurns = new Map<string, number>();
  #turn = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** Waits for a turn and gives what ends it. Rejects with a `FileTaskError` where none comes, or nobody wants it any more. */
  async take(wanted: TurnRequest, signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw calledOff();
    // A turn of its own, even where one object asks twice.
    const request = { ...wanted };
    if (this.#mayBegin(request)) this.#begin(request);
    else await this.#wait(request, signal);
    return () => this.#end(request);
  }

  #wait(request: TurnRequest, signal: AbortSignal): Promise<void> {
    if (!this.#hasRoomFor(request)) throw busy();
    return new Promise((resolve, reject) => {
      const leave = (why: FileTaskError) => {
        stopWaiting();
        reject(why);
      };
      const callOff = () => leave(calledOff());
      const timer = setTimeout(() => leave(busy()), this.#limits.maxWaitMs);
      const stopWaiting = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", callOff);
        this.#waiting = this.#waiting.filter((other) => other !== mine);
      };
      const mine: Waiting = {
        ...request,
        begin: () => {
          stopWaiting();
          this.#begin(request);
          resolve();
        },
      };
      signal.addEventListener("abort", callOff);
      this.#waiting = [...this.#waiting, mine];
    });
  }

  /** Half is rounded up, so that where there is one place anybody may have it. */
  #hasRoomFor({ address, isSlow, bytes }: TurnRequest): boolean {
    const { maxWaiting, maxWaitingBytes } = this.#limits;
    const half = Math.ceil(maxWaiting / 2);
    const ofAddress = this.#waiting.filter((other) => other.address === address);
    const slow = this.#waiting.filter((other) => other.isSlow);
    return (
      this.#waiting.length < maxWaiting &&
      ofAddress.length < half &&
      (!isSlow || slow.length < half) &&
      bytesOf(this.#waiting) + bytes <= maxWaitingBytes &&
      bytesOf(ofAddress) + bytes <= maxWaitingBytes / 2
    );
  }

  #mayBegin({ isSlow }: TurnRequest): boolean {
    const { threads } = this.#limits;
    const slow = this.#working.filter((other) => other.isSlow);
    return this.#working.length < threads && (!isSlow || slow.length < Math.max(1, threads - 1));
  }

  #begin(request: TurnRequest): void {
    this.#turn++;
    this.#working = [...this.#working, request];
    this.#lastTurns.set(request.address, this.#turn);
  }

  #end(request: TurnRequest): void {
    this.#working = this.#working.filter((other) => other !== request);
    this.#next()?.begin();
    const present = new Set([...this.#working, ...this.#waiting].map(({ address }) => address));
    for (const address of this.#lastTurns.keys()) if (!present.has(address)) this.#lastTurns.delete(address);
  }

  /** Of those who may begin one of the address whose last turn is longest ago. */
  #next(): Waiting | undefined {
    let next: Waiting | undefined;
    for (const waiting of this.#waiting) {
      if (!this.#mayBegin(waiting)) continue;
      if (next === undefined || this.#lastTurnOf(waiting) < this.#lastTurnOf(next)) next = waiting;
    }
    return next;
  }

  #lastTurnOf({ address }: TurnRequest): number {
    return this.#lastTurns.get(address) ?? 0;
  }
}

function bytesOf(waiting: readonly Waiting[]): number {
  return waiting.reduce((sum, { bytes }) => sum + bytes, 0);
}

function busy(): FileTaskError {
  return new FileTaskError("busy", "Too many files are being read and written.");
}

function calledOff(): FileTaskError {
  return new FileTaskError("called-off", "Nobody waits for the file any more.");
}
