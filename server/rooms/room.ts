import { ArgumentDoc } from "#shared/doc/index.ts";
import { unreachable } from "#shared/lib/assert.ts";
import type { RecordType } from "#shared/model/index.ts";
import { type CloseCode, closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import { isTalkRoom, type RoomId } from "#shared/protocol/rooms.ts";
import type { TalkDoc } from "#shared/talk/index.ts";
import type { Log } from "../logging.ts";
import { newsOf, readBusMessage, writeBusMessage } from "./bus-message.ts";
import {
  type ClientMessage,
  MalformedFrameError,
  readClientFrame,
  writeAnswer,
  writeAsk,
  writeUpdate,
} from "./codec.ts";
import { DocumentLog } from "./document-log.ts";
import { type Draft, draftOf } from "./draft.ts";
import { LiveDocument } from "./live-document.ts";
import type { FrameRejection, Meter, RoomFigures } from "./meter.ts";
import { Outbox } from "./outbox.ts";
import {
  type Bus,
  type BusSubscription,
  DocumentFullError,
  type DocumentStore,
  type Scheduler,
  type Socket,
  StoreError,
} from "./ports.ts";
import { RoomPresence } from "./room-presence.ts";
import { type Participant, Session, tickMs } from "./session.ts";
import { TalkTurns } from "./talk-turns.ts";

/** What every room of a process is given. */
export type RoomPorts = Readonly<{
  store: DocumentStore;
  bus: Bus;
  scheduler: Scheduler;
  meter: Meter;
  log: Log;
  /** Called with a room that everybody has left, when all is saved; never rejects. */
  atRest?: (room: Room) => Promise<void>;
}>;

/** Those, and what only all rooms together can say. */
type RoomSurroundings = RoomPorts &
  Readonly<{
    /** Whether as much waits for the store, over all rooms, as may wait. */
    isQueueFull: () => boolean;
  }>;

/**
 * One open map, or what is said about it: its document, the people in it, and its saving. It never looks into an update
 * and never changes one; a client that breaks a rule loses its connection, not one message, because every later one would
 * lean on that.
 */
export class Room {
  readonly id: RoomId;
  /** Nobody but the server writes what is said about a map, and nobody is shown there. */
  readonly #isTalk: boolean;
  readonly #maxBytes: number;
  readonly #ports: RoomSurroundings;
  readonly #document = new LiveDocument();
  readonly #talk = new TalkTurns(this.#document);
  readonly #storing: DocumentLog;
  readonly #sessions = new Set<Session>();
  readonly #presence: RoomPresence;
  readonly #outbox = new Outbox<Session>();
  readonly #bus: BusSubscription;
  #isFlushDue = false;
  #edits = 0;
  /** Of edits that wait for the disk; they are in the document only after it. */
  #committingBytes = 0;
  #cancelTick: (() => void) | undefined;

  private constructor(id: RoomId, ports: RoomSurroundings) {
    this.id = id;
    this.#isTalk = isTalkRoom(id);
    this.#maxBytes = this.#isTalk ? limits.maxTalkBytes : limits.maxDocumentBytes;
    this.#ports = ports;
    this.#bus = ports.bus.subscribe(
      `map:${id}`,
      (message, from) => this.#guard(() => this.#receiveFromBus(message, from)),
      {
        onOpen: () => this.#guard(() => this.#catchUpWithOthers()),
        onGone: (process) => this.#guard(() => this.#presence.forget(process)),
      },
    );
    this.#presence = new RoomPresence(ports.scheduler, this.#sessions, (entries) => {
      if (entries.length > 0) this.#bus.publish(writeBusMessage({ type: "presence", entries }));
    });
    this.#storing = new DocumentLog({
      id,
      store: ports.store,
      scheduler: ports.scheduler,
      log: ports.log,
      meter: ports.meter,
      document: this.#document,
      mayBeNew: this.#isTalk,
      onCommitted: (first, records) => this.#bus.publish(writeBusMessage(newsOf(first, records))),
      onForeign: () => this.#broadcast(this.#document.takeEffective(), undefined),
    });
  }

  /** Loads a room; rejects with a `StoreError` when the map cannot be read whole. */
  static async open(id: RoomId, ports: RoomSurroundings): Promise<Room> {
    const room = await Room.#load(id, ports, (storing) => storing.load()).catch(async (error: unknown) => {
      if (!(error instanceof StoreError && error.code === "corrupt")) throw error;
      // An earlier snapshot and the records since it come to the same map, if the store still has them all.
      const mended = await Room.#load(id, ports, (storing) => storing.loadPrevious()).catch(() => undefined);
      if (mended === undefined) throw error;
      ports.log.error("A map's snapshot cannot be read; it was opened by way of the one before, whole.", {
        map: id,
        error,
      });
      return mended;
    });
    room.#bus.publish(writeBusMessage({ type: "ask-presence" }));
    return room;
  }

  static async #load(
    id: RoomId,
    ports: RoomSurroundings,
    load: (storing: DocumentLog) => Promise<void>,
  ): Promise<Room> {
    const room = new Room(id, ports);
    try {
      await load(room.#storing);
    } catch (error) {
      room.close();
      throw error;
    }
    return room;
  }

  /** The number of the last record that is in the document. */
  get head(): number {
    return this.#storing.head;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Nobody is here, nothing is being edited or saved: the room may be put away. */
  get isIdle(): boolean {
    return this.#sessions.size === 0 && this.#edits === 0 && this.#storing.isSettled;
  }

  /** How this room stands. */
  get figures(): RoomFigures {
    const { unsavedSince } = this.#storing;
    let lagging = 0;
    for (const session of this.#sessions) if (session.isLagging) lagging++;
    return {
      rooms: 1,
      connections: this.#sessions.size,
      lagging,
      unsavedRecords: this.#storing.unsavedRecords,
      unsavedBytes: this.#storing.unsavedBytes,
      oldestUnsavedMs: unsavedSince === undefined ? 0 : this.#now() - unsavedSince,
      encodedBytes: this.#document.encodedBytes,
    };
  }

  /** Lets a client in, or closes its socket when the room is full. */
  join(socket: Socket, participant: Participant): Session | undefined {
    if (this.#sessions.size >= limits.maxSocketsPerRoom) {
      this.#ports.meter.connectionRefused("room-full");
      socket.close(closeCode.roomFull, "This map is open in as many places as it may be. Try again later.");
      return undefined;
    }
    const session = new Session(socket, participant, this.#now());
    this.#sessions.add(session);
    session.send(writeAsk(this.#document.stateVector()), this.#now());
    this.#presence.tell(session);
    this.#startTicking();
    return session;
  }

  leave(session: Session): void {
    session.end();
    if (!this.#sessions.delete(session)) return;
    this.#presence.leave(session);
  }

  /** Takes one frame of one client. A fault closes that connection and touches nobody else. */
  receive(session: Session, frame: Uint8Array): void {
    if (!session.isOpen) return;
    try {
      this.#handle(session, readClientFrame(frame));
    } catch (error) {
      if (error instanceof MalformedFrameError) {
        this.#reject("malformed");
        this.#drop(session, closeCode.malformed, `The frame was not understood: ${error.message}.`);
        return;
      }
      this.#reject("failed");
      this.#ports.log.error("A frame could not be handled.", { map: this.id, error });
      this.#drop(session, closeCode.resync, "The server failed on a frame; please sync afresh.");
    }
  }

  /** Closes every connection that `isMeant` names, such as all that came by a link now revoked. */
  closeConnections(isMeant: (participant: Participant) => boolean, code: CloseCode, reason: string): void {
    for (const session of this.#sessions) if (isMeant(session.participant)) this.#drop(session, code, reason);
  }

  /** Sends everybody away to come back, one after the other over that time; resolves when the last has been sent. */
  async sendAway(spreadMs: number, code: CloseCode, reason: string): Promise<void> {
    const present = [...this.#sessions];
    const going = present.map(
      (session, index) =>
        new Promise<void>((resolve) => {
          this.#ports.scheduler.after((spreadMs * index) / present.length, () => {
            this.#drop(session, code, reason);
            resolve();
          });
        }),
    );
    await Promise.all(going);
  }

  /**
   * Edits the map on the server's behalf. `edit` works on a draft; what it did is committed first and shown after,
   * so a refusal (`StoreError`, `DocumentFullError`) leaves no trace anywhere.
   */
  async edit<T>(edit: (map: ArgumentDoc) => T): Promise<T> {
    return this.#edit(this.#draft(), edit);
  }

  /** Reads the map as it is now. */
  read<T>(read: (map: ArgumentDoc) => T): T {
    return readDraft(this.#draft(), read);
  }

  /** As `edit`, what is said about the map, in the room of that. */
  editTalk<T>(edit: (talk: TalkDoc) => T): Promise<T> {
    this.#edits++;
    return this.#talk
      .take(() => this.#edit(this.#talk.draft(), edit))
      .finally(() => {
        this.#edits--;
      });
  }

  /** As `read`, what is said about the map. */
  readTalk<T>(read: (talk: TalkDoc) => T): T {
    return readDraft(this.#talk.draft(), read);
  }

  /** Whether the map holds a record that is not deleted; takes no time however large it is. */
  holds(type: RecordType, id: string): boolean {
    return this.#document.holds(type, id);
  }

  /** Takes out for good what was deleted long ago. Whoever still had it open would lose an undo, so nobody may be here. */
  purge(): void {
    this.#guard(() => {
      const purged = this.#document.purge(this.#now() - limits.keepDeletedMs);
      if (purged !== undefined) this.#storing.add(purged);
    });
  }

  /** What can be shown of the map before it has come; nothing of a small one. */
  glimpse(): Uint8Array | undefined {
    return this.#document.glimpse(this.#now());
  }

  /** Has the glimpse kept that a page is given while the room is not open; nothing while not all is saved. */
  async keepGlimpse(): Promise<void> {
    const { store, log } = this.#ports;
    if (!this.#storing.isSettled) return;
    await store
      .keepGlimpse(this.id, this.#document.exactGlimpse(this.#now()), this.#storing.head)
      .catch((error: unknown) => log.warn("A glimpse could not be kept.", { map: this.id, error }));
  }

  /** The log has grown at least so far; what is not in the document is read. */
  noticeHead(head: number): void {
    this.#storing.notice(head);
  }

  /** Resolves once everything the room holds is on disk. */
  saved(): Promise<void> {
    return new Promise((resolve) => this.#storing.whenSaved(resolve));
  }

  /** Ends the room in this process. What is not saved is lost, so `saved` comes first. */
  close(): void {
    this.#bus.end();
    this.#presence.end();
    this.#cancelTick?.();
    this.#document.destroy();
  }

  #handle(session: Session, message: ClientMessage): void {
    switch (message.type) {
      case "ask":
        this.#answer(session, message.stateVector);
        return;
      case "write":
        this.#write(session, message.update, message.isLive);
        return;
      case "presence":
        if (!this.#isTalk) this.#presence.announce(session, message.entries);
        return;
      case "ask-presence":
        this.#presence.tell(session);
        return;
      case "barrier":
        this.#promise(session, message.payload);
        return;
      default:
        unreachable(message);
    }
  }

  #answer(session: Session, stateVector: Uint8Array): void {
    if (session.postpone(stateVector)) return;
    session.send(writeAnswer(this.#document.answer(stateVector)), this.#now());
    session.noteBacklog(() => this.#document.stateVector(), this.#now());
  }

  #write(session: Session, update: Uint8Array, isLive: boolean): void {
    if (this.#isTalk || !canEdit(session.role)) {
      // The answer to our SyncStep1 is no attempt to write unless it brings something.
      if (isLive || this.#document.bringsContent(update)) {
        this.#reject("not-permitted");
        session.deny(this.#isTalk ? talkIsServers : "You may read this map, not change it.", this.#now());
      }
      return;
    }
    if (this.#storing.unsavedBytes > limits.maxUnsavedBytesPerRoom || this.#ports.isQueueFull()) {
      this.#reject("unsaved");
      this.#drop(
        session,
        closeCode.unavailable,
        "The server cannot save at present and takes no more changes.",
      );
      return;
    }
    if (!this.#document.hasRoomFor(update)) {
      this.#reject("document-full");
      session.deny("This map is as large as a map may be.", this.#now());
      this.#drop(session, closeCode.documentFull, "This map is as large as a map may be.");
      return;
    }
    const { effective, record, fault } = this.#document.apply(update);
    if (record !== undefined) {
      this.#ports.meter.updateApplied();
      this.#storing.add(record);
    }
    this.#broadcast(effective, session);
    if (fault === "malformed") throw new MalformedFrameError("the update cannot be applied");
    if (fault === "overflow") {
      this.#reject("missing-before");
      this.#drop(session, closeCode.resync, "Too much is missing before this change; please sync afresh.");
    }
  }

  #promise(session: Session, payload: Uint8Array): void {
    if (!session.oweBarrier()) {
      this.#reject("barriers");
      this.#drop(session, closeCode.unavailable, "The server cannot save at present.");
      return;
    }
    const askedAt = this.#now();
    this.#storing.whenSaved(() => {
      session.payBarrier(payload, this.#now());
      this.#ports.meter.barrierAnswered(this.#now() - askedAt);
    });
  }

  async #edit<Document, T>(draft: Draft<Document>, edit: (document: Document) => T): Promise<T> {
    this.#edits++;
    try {
      const result = edit(draft.document);
      const update = draft.takeUpdate();
      if (update !== undefined) await this.#commit(update);
      return result;
    } finally {
      draft.end();
      this.#edits--;
    }
  }

  async #commit(update: Uint8Array): Promise<void> {
    if (this.#storing.unsavedBytes > limits.maxUnsavedBytesPerRoom)
      throw this.#storing.failure ?? new StoreError("failed", "Too much waits to be stored.");
    this.#committingBytes += update.byteLength;
    try {
      if (!this.#document.isWithin(this.#maxBytes - this.#committingBytes)) throw new DocumentFullError();
      await this.#store(update);
    } finally {
      this.#committingBytes -= update.byteLength;
    }
  }

  #store(update: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      const onCommitted = (): void => {
        this.#broadcast(this.#document.applyOwn(update), undefined);
        resolve();
      };
      this.#storing.add(update, { onCommitted, onFailed: reject });
    });
  }

  #broadcast(update: Uint8Array | undefined, author: Session | undefined): void {
    if (update === undefined) return;
    this.#outbox.add(update, author);
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.#ports.scheduler.defer(() => this.#guard(() => this.#flush()));
  }

  #flush(): void {
    this.#isFlushDue = false;
    const now = this.#now();
    const frames = this.#outbox.takeFrames();
    for (const session of this.#sessions) {
      if (session.isLagging) continue;
      for (const { frame, onlyAuthor } of frames) if (onlyAuthor !== session) session.send(frame, now);
      session.noteBacklog(() => this.#document.stateVector(), now);
    }
  }

  #reject(reason: FrameRejection): void {
    this.#ports.meter.frameRejected(reason);
  }

  #drop(session: Session, code: CloseCode, reason: string): void {
    this.#ports.log.info("A connection is closed.", { map: this.id, code, reason });
    session.close(code, reason);
    this.leave(session);
  }

  /** What the other processes said until now was not heard here, and the other way round. */
  #catchUpWithOthers(): void {
    this.#storing.catchUp();
    this.#bus.publish(writeBusMessage({ type: "ask-presence" }));
    this.#tellPresence();
  }

  #tellPresence(): void {
    const entries = this.#presence.presentHere();
    if (entries.length > 0) this.#bus.publish(writeBusMessage({ type: "presence", entries }));
  }

  #receiveFromBus(bytes: Uint8Array, from: string): void {
    const message = readBusMessage(bytes);
    switch (message?.type) {
      case "records":
        this.#storing.receive(message.first, message.records);
        return;
      case "head":
        this.#storing.notice(message.head);
        return;
      case "presence":
        this.#presence.adopt(message.entries, from);
        return;
      case "ask-presence":
        this.#tellPresence();
        return;
      case undefined:
        return;
    }
  }

  #startTicking(): void {
    this.#cancelTick ??= this.#ports.scheduler.after(tickMs, () => this.#guard(() => this.#tick()));
  }

  #tick(): void {
    this.#cancelTick = undefined;
    const now = this.#now();
    for (const session of this.#sessions) {
      session.keepAlive(now);
      const due = session.takeCaughtUp(now);
      if (due !== undefined) this.#sendMissed(session, due.stateVector, due.hasAsked);
      if (!session.isOpen) this.leave(session);
    }
    if (this.#sessions.size > 0) this.#startTicking();
  }

  #sendMissed(session: Session, stateVector: Uint8Array, hasAsked: boolean): void {
    const missed = this.#document.answer(stateVector);
    session.send(hasAsked ? writeAnswer(missed) : writeUpdate(missed), this.#now());
    this.#presence.tell(session);
    session.noteBacklog(() => this.#document.stateVector(), this.#now());
  }

  #draft(): Draft<ArgumentDoc> {
    return draftOf(this.#document.fork(), (copy) => new ArgumentDoc(copy, () => this.#now()));
  }

  /** Runs what nobody waits for; a room that fails must not take the process, hence all other rooms, with it. */
  #guard(task: () => void): void {
    try {
      task();
    } catch (error) {
      this.#ports.log.error("A room failed; its connections must sync afresh.", { map: this.id, error });
      this.closeConnections(
        () => true,
        closeCode.resync,
        "The server failed on this map; please sync afresh.",
      );
    }
  }

  #now(): number {
    return this.#ports.scheduler.now();
  }
}

const talkIsServers = "Comments are written by calls to the server, not here.";

function readDraft<Document, T>(draft: Draft<Document>, read: (document: Document) => T): T {
  try {
    return read(draft.document);
  } finally {
    draft.end();
  }
}
