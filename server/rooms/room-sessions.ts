import { type CloseCode, closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { RoomId } from "#shared/protocol/rooms.ts";
import type { Log } from "../logging.ts";
import { type PresenceEntry, writeAnswer, writeAsk, writeUpdate } from "./codec.ts";
import type { LiveDocument } from "./live-document.ts";
import type { Meter } from "./meter.ts";
import { Outbox } from "./outbox.ts";
import type { Scheduler, Socket } from "./ports.ts";
import { RoomPresence } from "./room-presence.ts";
import { type Participant, Session, tickMs } from "./session.ts";

export type RoomSessionsOptions = Readonly<{
  id: RoomId;
  scheduler: Scheduler;
  meter: Meter;
  log: Log;
  document: LiveDocument;
  /** What those who are here show; tell the other processes. */
  onPresence: (entries: readonly PresenceEntry[]) => void;
}>;

/** Everybody who is in a room: who is let in, what all are sent, and when one is sent away. */
export class RoomSessions {
  readonly presence: RoomPresence;
  readonly #options: RoomSessionsOptions;
  readonly #present = new Set<Session>();
  readonly #outbox = new Outbox<Session>();
  /** The answer given last. Many who come at once get the same one, which is then written once and held once. */
  #answered: Readonly<{ update: Uint8Array; frame: Uint8Array }> | undefined;
  #isFlushDue = false;
  #cancelTick: (() => void) | undefined;

  constructor(options: RoomSessionsOptions) {
    this.#options = options;
    this.presence = new RoomPresence(options.scheduler, this.#present, options.onPresence);
  }

  get count(): number {
    return this.#present.size;
  }

  /** Connections that get nothing until they have read what they were sent. */
  get lagging(): number {
    let count = 0;
    for (const session of this.#present) if (session.isLagging) count++;
    return count;
  }

  /** Lets a client in, or closes its socket when the room is full. */
  join(socket: Socket, participant: Participant): Session | undefined {
    const { document, meter } = this.#options;
    const isAudience = participant.isAudience === true;
    if (this.#present.size >= limits.maxSocketsPerRoom || (isAudience && this.#isAudienceFull())) {
      meter.connectionRefused("room-full");
      socket.close(closeCode.roomFull, "This map is open in as many places as it may be. Try again later.");
      return undefined;
    }
    const session = new Session(socket, participant, this.#now());
    this.#present.add(session);
    session.send(writeAsk(document.stateVector()), this.#now());
    this.presence.tell(session);
    this.#startTicking();
    return session;
  }

  leave(session: Session): void {
    session.end();
    if (!this.#present.delete(session)) return;
    this.presence.leave(session);
  }

  drop(session: Session, code: CloseCode, reason: string): void {
    const { id, log } = this.#options;
    log.info("A connection is closed.", { map: id, code, reason });
    session.close(code, reason);
    this.leave(session);
  }

  /** Drops every connection that `isMeant` names. */
  dropAll(isMeant: (participant: Participant) => boolean, code: CloseCode, reason: string): void {
    for (const session of this.#present) if (isMeant(session.participant)) this.drop(session, code, reason);
  }

  /** Sends everybody away to come back, one after the other over that time; resolves when the last has been sent. */
  async sendAway(spreadMs: number, code: CloseCode, reason: string): Promise<void> {
    const present = [...this.#present];
    const going = present.map(
      (session, index) =>
        new Promise<void>((resolve) => {
          this.#options.scheduler.after((spreadMs * index) / present.length, () => {
            this.drop(session, code, reason);
            resolve();
          });
        }),
    );
    await Promise.all(going);
  }

  /** Sends what one client lacks; one that reads too slowly gets it when it has caught up. */
  answer(session: Session, stateVector: Uint8Array): void {
    if (session.postpone(stateVector)) return;
    const { document } = this.#options;
    session.send(this.#answerWith(document.answer(stateVector)), this.#now());
    session.noteBacklog(() => document.stateVector(), this.#now());
  }

  /** Sends a change to everybody but its author, with all else that this turn of the event loop brings. */
  broadcast(update: Uint8Array | undefined, author: Session | undefined): void {
    if (update === undefined) return;
    this.#outbox.add(update, author);
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.#options.scheduler.defer(() => this.guard(() => this.#flush()));
  }

  /** Runs what nobody waits for; a room that fails must not take the process, hence all other rooms, with it. */
  guard(task: () => void): void {
    try {
      task();
    } catch (error) {
      const { id, log } = this.#options;
      log.error("A room failed; its connections must sync afresh.", { map: id, error });
      this.dropAll(() => true, closeCode.resync, "The server failed on this map; please sync afresh.");
    }
  }

  end(): void {
    this.presence.end();
    this.#cancelTick?.();
  }

  #isAudienceFull(): boolean {
    let count = 0;
    for (const session of this.#present) if (session.isAudience) count++;
    return count >= limits.maxAudienceSocketsPerRoom;
  }

  #flush(): void {
    this.#isFlushDue = false;
    const now = this.#now();
    const frames = this.#outbox.takeFrames();
    const stateVector = (): Uint8Array => this.#options.document.stateVector();
    for (const session of this.#present) {
      if (session.isLagging) continue;
      for (const { frame, onlyAuthor } of frames) if (onlyAuthor !== session) session.send(frame, now);
      session.noteBacklog(stateVector, now);
    }
  }

  #answerWith(update: Uint8Array): Uint8Array {
    if (this.#answered?.update !== update) this.#answered = { update, frame: writeAnswer(update) };
    return this.#answered.frame;
  }

  #startTicking(): void {
    const { scheduler } = this.#options;
    this.#cancelTick ??= scheduler.after(tickMs, () => this.guard(() => this.#tick()));
  }

  #tick(): void {
    this.#cancelTick = undefined;
    this.#answered = undefined;
    const now = this.#now();
    for (const session of this.#present) {
      session.keepAlive(now);
      const due = session.takeCaughtUp(now);
      if (due !== undefined) this.#sendMissed(session, due.stateVector, due.hasAsked);
      if (!session.isOpen) this.leave(session);
    }
    if (this.#present.size > 0) this.#startTicking();
  }

  #sendMissed(session: Session, stateVector: Uint8Array, hasAsked: boolean): void {
    const { document } = this.#options;
    const missed = document.answer(stateVector);
    session.send(hasAsked ? writeAnswer(missed) : writeUpdate(missed), this.#now());
    this.presence.tell(session);
    session.noteBacklog(() => document.stateVector(), this.#now());
  }

  #now(): number {
    return this.#options.scheduler.elapsed();
  }
}
