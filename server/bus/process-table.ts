/** Which other processes are alive: each is heard of now and then, and one that falls silent is given up. */
export class ProcessTable {
  readonly #lastHeard = new Map<string, number>();
  readonly #goneAfterMs: number;

  constructor(goneAfterMs: number) {
    this.#goneAfterMs = goneAfterMs;
  }

  hear(process: string, now: number): void {
    this.#lastHeard.set(process, now);
  }

  /** It said goodbye; whether it was known. */
  leave(process: string): boolean {
    return this.#lastHeard.delete(process);
  }

  /** After an outage of the line: nobody's silence until now says anything. */
  excuseAll(now: number): void {
    for (const process of this.#lastHeard.keys()) this.#lastHeard.set(process, now);
  }

  /** Gives up those that have been silent for too long, and names them. */
  takeGone(now: number): readonly string[] {
    const gone = [...this.#lastHeard]
      .filter(([, heard]) => now - heard > this.#goneAfterMs)
      .map(([process]) => process);
    for (const process of gone) this.#lastHeard.delete(process);
    return gone;
  }
}
