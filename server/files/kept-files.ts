import type { ExportAnswer } from "./file-task.ts";

/** Makes a file, until the signal says that nobody waits for it any more. */
type MakeFile = (signal: AbortSignal) => Promise<ExportAnswer>;

type Entry = {
  readonly name: string;
  /** How far the map's log reached. */
  readonly head: number;
  readonly answer: Promise<ExportAnswer>;
  readonly ending: AbortController;
  waiting: number;
  /** Undefined while it is being made. */
  bytes: number | undefined;
};

/**
 * Files of maps as they were last asked for, within a bound in bytes: for a class that opens one page at once, one file is
 * made. Each shows the map as it was at one head of its log, and gives way to that of the next.
 */
export class KeptFiles {
  readonly #maxBytes: number;
  /** The one that was asked for longest ago stands first. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Of all that is at hand. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * The file of that name, of the map at that head: what is at hand, or is being made for somebody else, or else what `make`
   * makes. Rejects as that does; the next who asks has it made again.
   */
  async take(name: string, head: number, signal: AbortSignal, make: MakeFile): Promise<ExportAnswer> {
    const known = this.#entries.get(name);
    if (known?.head !== head) return this.#wait(this.#begin(name, head, make), signal);
    this.#entries.delete(name);
    this.#entries.set(name, known);
    return this.#wait(known, signal);
  }

  /** Lets go of everything; who waits for a file gets it. */
  forgetAll(): void {
    for (const entry of this.#entries.values()) this.#forget(entry);
  }

  #begin(name: string, head: number, make: MakeFile): Entry {
    const ending = new AbortController();
    const answer = make(ending.signal);
    const entry: Entry = { name, head, answer, ending, waiting: 0, bytes: undefined };
    const former = this.#entries.get(name);
    if (former !== undefined) this.#forget(former);
    this.#entries.set(name, entry);
    answer.then(
      ({ bytes }) => this.#keep(entry, bytes.byteLength),
      () => this.#forget(entry),
    );
    return entry;
  }

  async #wait(entry: Entry, signal: AbortSignal): Promise<ExportAnswer> {
    const leave = (): void => {
      entry.waiting--;
      if (entry.waiting > 0 || entry.bytes !== undefined) return;
      // Before it has ended: who comes meanwhile is to get a file.
      this.#forget(entry);
      entry.ending.abort();
    };
    entry.waiting++;
    signal.addEventListener("abort", leave);
    if (signal.aborted) leave();
    try {
      return await entry.answer;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  #keep(entry: Entry, bytes: number): void {
    if (this.#entries.get(entry.name) !== entry) return;
    entry.bytes = bytes;
    this.#bytes += bytes;
    for (const other of this.#entries.values()) {
      if (this.#bytes <= this.#maxBytes) return;
      if (other.bytes !== undefined) this.#forget(other);
    }
  }

  #forget(entry: Entry): void {
    if (this.#entries.get(entry.name) !== entry) return;
    this.#entries.delete(entry.name);
    this.#bytes -= entry.bytes ?? 0;
  }
}
