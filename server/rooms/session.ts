import { type CloseCode, closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { heartbeatMs } from "#shared/protocol/messages.ts";
import type { Role } from "#shared/protocol/roles.ts";
import { writeBarrier, writePermissionDenied, writePresence } from "./codec.ts";
import type { Socket } from "./ports.ts";

/**
 * Whose connection it is. `identity` is stable over reconnects of one session; `link` and `generation` say which
 * link gave the role. All of it is fixed for the life of the connection: a change closes it.
 */
export type Participant = Readonly<{
  identity: string;
  role: Role;
  link: string;
  generation: number;
  /** When what gave the right ends, in milliseconds since 1970; without it, with the link alone. */
  endsAt?: number | undefined;
  /** What their account calls them; without one they call themselves. */
  name?: string | undefined;
  /** They follow a talk: they are shown to nobody, and are told only of those who may edit. */
  isAudience?: boolean;
}>;

/** Where a lagging client stands: what it has been sent or has asked from, and how its backlog moves. */
type Lag = { stateVector: Uint8Array; hasAsked: boolean; lowestBytes: number; lowestAt: number };

/** What a client that has caught up is to be sent: all that comes after `stateVector`. */
export type CaughtUp = Readonly<{ stateVector: Uint8Array; hasAsked: boolean }>;

/** How often the room looks after its sessions; also the slack on the heartbeat. */
export const tickMs = 1_000;
const maxOpenBarriers = 1_000;

/** One client in one room. It knows its socket, not the document. */
export class Session {
  readonly identity: string;
  readonly role: Role;
  readonly name: string | undefined;
  readonly isAudience: boolean;
  readonly participant: Participant;
  readonly #socket: Socket;
  #isOpen = true;
  #isDenied = false;
  #lag: Lag | undefined;
  #lastSentAt: number;
  #openBarriers = 0;
  #trials = 0;

  constructor(socket: Socket, participant: Participant, now: number) {
    this.#socket = socket;
    this.participant = participant;
    this.identity = participant.identity;
    this.role = participant.role;
    this.name = participant.name;
    this.isAudience = participant.isAudience === true;
    this.#lastSentAt = now;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isLagging(): boolean {
    return this.#lag !== undefined;
  }

  send(frame: Uint8Array, now: number): void {
    if (!this.#isOpen) return;
    this.#lastSentAt = now;
    this.#socket.send(frame);
  }

  /** Closes the socket; nothing is sent or read afterwards. */
  close(code: CloseCode, reason: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#socket.close(code, reason);
  }

  /** The socket is gone. */
  end(): void {
    this.#isOpen = false;
  }

  /** Says once that writes are not taken; the client only needs to hear it once. */
  deny(reason: string, now: number): void {
    if (this.#isDenied) return;
    this.#isDenied = true;
    this.send(writePermissionDenied(reason), now);
  }

  /** Owes the client an echo; `false` when it is owed too many already. */
  oweBarrier(): boolean {
    this.#openBarriers++;
    return this.#openBarriers <= maxOpenBarriers;
  }

  /** A change of this client had to be tried on a copy; `false` when more of them were than may be. */
  noteTrial(): boolean {
    this.#trials++;
    return this.#trials <= limits.maxTrialsPerSocket;
  }

  payBarrier(payload: Uint8Array, now: number): void {
    this.#openBarriers--;
    this.send(writeBarrier(payload), now);
  }

  /** y-websocket takes 30 s of silence for a dead line. */
  keepAlive(now: number): void {
    if (now - this.#lastSentAt >= heartbeatMs - 2 * tickMs) this.send(writePresence([]), now);
  }

  /**
   * To be called when the client has been sent all that the document holds: notices one that does not keep up. From
   * then on it gets nothing until its backlog is gone, and then one diff from `stateVector`: late, never wrong.
   */
  noteBacklog(stateVector: () => Uint8Array, now: number): void {
    const bytes = this.#socket.bufferedBytes;
    if (!this.#isOpen || bytes <= limits.laggingAboveBytes || this.#lag !== undefined) return;
    this.#lag = { stateVector: stateVector(), hasAsked: false, lowestBytes: bytes, lowestAt: now };
  }

  /** Keeps a lagging client's question until it can take the answer; `false` when it is not lagging. */
  postpone(stateVector: Uint8Array): boolean {
    if (this.#lag === undefined) return false;
    this.#lag.stateVector = stateVector;
    this.#lag.hasAsked = true;
    return true;
  }

  /** Looks at the backlog; what to send, once it is gone. Closes a client that gets nowhere. */
  takeCaughtUp(now: number): CaughtUp | undefined {
    if (!this.#isOpen) return undefined;
    const bytes = this.#socket.bufferedBytes;
    const lag = this.#lag;
    if (lag !== undefined && bytes < limits.caughtUpBelowBytes) {
      this.#lag = undefined;
      return lag;
    }
    if (lag !== undefined && bytes < lag.lowestBytes) {
      lag.lowestBytes = bytes;
      lag.lowestAt = now;
    }
    const isStuck = lag !== undefined && now - lag.lowestAt >= limits.lagDeadlineMs;
    if (bytes > limits.maxBufferedBytes || isStuck)
      this.close(closeCode.tooSlow, "The connection is too slow to keep up with this map.");
    return undefined;
  }
}
