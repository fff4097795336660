import { unreachable } from "#shared/lib/assert.ts";
import { type CloseCode, closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import { isTalkRoom, type RoomId } from "#shared/protocol/rooms.ts";
import type { Log } from "../logging.ts";
import { type ClientMessage, MalformedFrameError, readClientFrame } from "./codec.ts";
import type { DocumentLog } from "./document-log.ts";
import type { LiveDocument } from "./live-document.ts";
import type { FrameRejection, Meter } from "./meter.ts";
import type { Scheduler } from "./ports.ts";
import type { RoomSessions } from "./room-sessions.ts";
import type { Session } from "./session.ts";

export type ClientFramesOptions = Readonly<{
  id: RoomId;
  scheduler: Scheduler;
  meter: Meter;
  log: Log;
  document: LiveDocument;
  storing: DocumentLog;
  sessions: RoomSessions;
  /** Whether as much waits for the store, over all rooms, as may wait. */
  isQueueFull: () => boolean;
}>;

/**
 * What clients send to one room: who may, how much, and what follows. A client that breaks a rule loses its connection,
 * not one message, because every later one would lean on that.
 */
export class ClientFrames {
  readonly #options: ClientFramesOptions;
  /** Nobody but the server writes what is said about a map, and nobody is shown there. */
  readonly #isTalk: boolean;

  constructor(options: ClientFramesOptions) {
    this.#options = options;
    this.#isTalk = isTalkRoom(options.id);
  }

  /** Takes one frame of one client. A fault closes that connection and touches nobody else. */
  receive(session: Session, frame: Uint8Array): void {
    if (!session.isOpen) return;
    try {
      this.#handle(session, readClientFrame(frame));
    } catch (error) {
      if (error instanceof MalformedFrameError) {
        const reason = `The frame was not understood: ${error.message}.`;
        this.#refuse(session, "malformed", closeCode.malformed, reason);
        return;
      }
      const { id, log } = this.#options;
      log.error("A frame could not be handled.", { map: id, error });
      this.#refuse(session, "failed", closeCode.resync, "The server failed on a frame; please sync afresh.");
    }
  }

  #handle(session: Session, message: ClientMessage): void {
    const { sessions } = this.#options;
    switch (message.type) {
      case "ask":
        sessions.answer(session, message.stateVector);
        return;
      case "write":
        this.#write(session, message.update, message.isLive);
        return;
      case "presence":
        if (!this.#isTalk && !session.isAudience) sessions.presence.announce(session, message.entries);
        return;
      case "ask-presence":
        sessions.presence.tell(session);
        return;
      case "barrier":
        this.#promise(session, message.payload);
        return;
      default:
        unreachable(message);
    }
  }

  #write(session: Session, update: Uint8Array, isLive: boolean): void {
    const { document, isQueueFull, meter, scheduler, sessions, storing } = this.#options;
    if (this.#isTalk || !canEdit(session.role)) {
      // The answer to our SyncStep1 is no attempt to write unless it brings something.
      if (isLive || document.bringsContent(update)) {
        meter.frameRejected("not-permitted");
        session.deny(this.#isTalk ? talkIsServers : mapIsReadOnly, scheduler.elapsed());
      }
      return;
    }
    if (storing.unsavedBytes > limits.maxUnsavedBytesPerRoom || isQueueFull()) {
      const reason = "The server cannot save at present and takes no more changes.";
      this.#refuse(session, "unsaved", closeCode.unavailable, reason);
      return;
    }
    if (!document.hasRoomFor(update)) {
      session.deny(mapIsFull, scheduler.elapsed());
      this.#refuse(session, "document-full", closeCode.documentFull, mapIsFull);
      return;
    }
    const { effective, record, fault, examination } = document.apply(update);
    if (record !== undefined) {
      meter.updateApplied();
      if (examination === "let-go") storing.addInPlaceOfAll(record);
      else storing.add(record);
    }
    sessions.broadcast(effective, session);
    if (fault === "malformed") throw new MalformedFrameError("the update cannot be applied");
    if (fault === "overflow" || (examination !== "plain" && !session.noteTrial())) {
      const reason = "Too much comes out of order; please sync afresh.";
      this.#refuse(session, "missing-before", closeCode.resync, reason);
    }
  }

  #promise(session: Session, payload: Uint8Array): void {
    const { meter, scheduler, storing } = this.#options;
    if (!session.oweBarrier()) {
      this.#refuse(session, "barriers", closeCode.unavailable, "The server cannot save at present.");
      return;
    }
    const askedAt = scheduler.elapsed();
    storing.whenSaved(() => {
      session.payBarrier(payload, scheduler.elapsed());
      meter.barrierAnswered(scheduler.elapsed() - askedAt);
    });
  }

  #refuse(session: Session, rejection: FrameRejection, code: CloseCode, reason: string): void {
    this.#options.meter.frameRejected(rejection);
    this.#options.sessions.drop(session, code, reason);
  }
}

const mapIsReadOnly = "You may read this map, not change it.";
const mapIsFull = "This map is as large as a map may be.";
const talkIsServers = "Comments are written by calls to the server, not here.";
