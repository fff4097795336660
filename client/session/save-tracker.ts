import { barrierTimeoutMs } from "#shared/protocol/messages.ts";

/**
 * What may be said about the safety of one's work. `saved` is said only after the server has confirmed that all of
 * it is on disk; `unsaved` when it has not done so for `barrierTimeoutMs`.
 */
export type SaveState = "saving" | "saved" | "unsaved" | "offline";

export type SaveTrackerPorts = Readonly<{
  /** Sends a barrier with this payload to the server. */
  send: (sequence: number) => void;
  onChange: (state: SaveState) => void;
  setTimer: (run: () => void, delayMs: number) => number;
  clearTimer: (timer: number) => void;
}>;

/** Changes within this time share one barrier. */
const gatherMs = 150;

/** Follows local changes from the key press to the disk, by the save barrier of docs/spec/server.md. */
export class SaveTracker {
  readonly #ports: SaveTrackerPorts;
  #state: SaveState = "offline";
  #isOnline = false;
  /** The server has thrown something of ours away: what it confirms on this connection says nothing. */
  #isDenied = false;
  #changed = 0;
  #confirmed = -1;
  #gathering: number | undefined;
  #deadline: number | undefined;

  constructor(ports: SaveTrackerPorts) {
    this.#ports = ports;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether something was changed here that the server has not confirmed. */
  get hasUnconfirmed(): boolean {
    return this.#changed > Math.max(0, this.#confirmed);
  }

  /** The document was changed here. */
  changed(): void {
    this.#changed++;
    if (!this.#isOnline || this.#isDenied) return;
    this.#waitForAnswer();
    this.#gathering ??= this.#ports.setTimer(() => {
      this.#gathering = undefined;
      this.#ports.send(this.#changed);
    }, gatherMs);
  }

  /** Connected, and the server has been sent all that it lacked: from here on a barrier covers everything. */
  online(): void {
    this.#isOnline = true;
    // What was changed before this page was opened counts too, so nothing is taken for saved without asking.
    this.#confirmed = -1;
    if (this.#isDenied) {
      this.#become("unsaved");
      return;
    }
    this.#waitForAnswer();
    this.#ports.send(this.#changed);
  }

  offline(): void {
    this.#isOnline = false;
    this.#isDenied = false;
    this.#stop();
    this.#become("offline");
  }

  /** The server did not take a change. Until there is another connection, nothing counts as saved. */
  denied(): void {
    this.#isDenied = true;
    this.#stop();
    if (this.#isOnline) this.#become("unsaved");
  }

  /** The server has echoed a barrier: everything up to `sequence` is on disk. */
  confirmed(sequence: number): void {
    if (!this.#isOnline || this.#isDenied || sequence <= this.#confirmed) return;
    this.#confirmed = sequence;
    if (this.#confirmed >= this.#changed) {
      this.#stop();
      this.#become("saved");
      return;
    }
    // The server answers, only not yet for the latest: somebody writing without a pause is being saved all the while.
    if (this.#deadline !== undefined) this.#ports.clearTimer(this.#deadline);
    this.#deadline = undefined;
    this.#become("saving");
    this.#waitForAnswer();
  }

  dispose(): void {
    this.#isOnline = false;
    this.#stop();
  }

  #waitForAnswer(): void {
    if (this.#state !== "unsaved") this.#become("saving");
    this.#deadline ??= this.#ports.setTimer(() => {
      this.#deadline = undefined;
      this.#become("unsaved");
    }, barrierTimeoutMs);
  }

  #stop(): void {
    if (this.#gathering !== undefined) this.#ports.clearTimer(this.#gathering);
    if (this.#deadline !== undefined) this.#ports.clearTimer(this.#deadline);
    this.#gathering = undefined;
    this.#deadline = undefined;
  }

  #become(state: SaveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#ports.onChange(state);
  }
}
