import type { ArgumentDoc } from "#shared/doc/index.ts";
import type { RecordType } from "#shared/model/index.ts";
import type { CloseCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { isTalkRoom, type RoomId } from "#shared/protocol/rooms.ts";
import type { TalkDoc } from "#shared/talk/index.ts";
import type { Log } from "../logging.ts";
import { ClientFrames } from "./client-frames.ts";
import { DocumentLog } from "./document-log.ts";
import { LiveDocument } from "./live-document.ts";
import type { Meter, RoomFigures } from "./meter.ts";
import {
  type Bus,
  type DocumentStore,
  type Scheduler,
  type Socket,
  type StoredDocument,
  StoreError,
} from "./ports.ts";
import { RoomBus } from "./room-bus.ts";
import { RoomSessions } from "./room-sessions.ts";
import type { SavePace } from "./save-pace.ts";
import { ServerEdits } from "./server-edits.ts";
import type { Participant, Session } from "./session.ts";

/** What every room of a process is given. */
export type RoomPorts = Readonly<{
  store: DocumentStore;
  bus: Bus;
  scheduler: Scheduler;
  meter: Meter;
  log: Log;
  /** How far commits are apart that nobody waits for; without it they follow each other. */
  saveGapMs?: number;
  /** Called with a room that everybody has left, when all is saved; never rejects. */
  atRest?: (room: Room) => Promise<void>;
}>;

/** Those, and what only all rooms together can say. */
type RoomSurroundings = RoomPorts &
  Readonly<{
    /** Whether as much waits for the store, over all rooms, as may wait. */
    isQueueFull: () => boolean;
    pace: SavePace;
  }>;

/**
 * One open map, or what is said about it: its document, the people in it, and its saving, put together. It never looks
 * into an update and never changes one.
 */
export class Room {
  readonly id: RoomId;
  readonly #ports: RoomSurroundings;
  readonly #document = new LiveDocument();
  readonly #storing: DocumentLog;
  readonly #sessions: RoomSessions;
  readonly #frames: ClientFrames;
  readonly #edits: ServerEdits;
  readonly #bus: RoomBus;

  private constructor(id: RoomId, ports: RoomSurroundings) {
    const { bus, scheduler } = ports;
    const document = this.#document;
    this.id = id;
    this.#ports = ports;
    const sessions = new RoomSessions({
      id,
      ...ports,
      document,
      onPresence: (entries) => this.#bus.tellPresence(entries),
    });
    const storing = new DocumentLog({
      id,
      ...ports,
      document,
      mayBeNew: isTalkRoom(id),
      onCommitted: (first, records) => this.#bus.tellRecords(first, records),
      onForeign: () => sessions.broadcast(document.takeEffective(), undefined),
    });
    this.#sessions = sessions;
    this.#storing = storing;
    this.#frames = new ClientFrames({ id, ...ports, document, storing, sessions });
    this.#edits = new ServerEdits({
      id,
      now: () => scheduler.now(),
      document,
      storing,
      onChanged: (update) => sessions.broadcast(update, undefined),
    });
    this.#bus = new RoomBus({ id, bus, storing, sessions });
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
    room.#bus.askPresence();
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

  /** The same while the document holds what the log holds and nothing else: it is then known by this number. */
  get settledHead(): number | undefined {
    return this.#storing.isSettled ? this.#storing.head : undefined;
  }

  get sessionCount(): number {
    return this.#sessions.count;
  }

  /** Nobody is here, nothing is being edited or saved: the room may be put away. */
  get isIdle(): boolean {
    return this.#sessions.count === 0 && this.#edits.isIdle && this.#storing.isSettled;
  }

  /** How this room stands. */
  get figures(): RoomFigures {
    const { unsavedSince } = this.#storing;
    return {
      rooms: 1,
      connections: this.#sessions.count,
      lagging: this.#sessions.lagging,
      unsavedRecords: this.#storing.unsavedRecords,
      unsavedBytes: this.#storing.unsavedBytes,
      oldestUnsavedMs: unsavedSince === undefined ? 0 : this.#ports.scheduler.elapsed() - unsavedSince,
      encodedBytes: this.#document.encodedBytes,
    };
  }

  /** Lets a client in, or closes its socket when the room is full. */
  join(socket: Socket, participant: Participant): Session | undefined {
    return this.#sessions.join(socket, participant);
  }

  leave(session: Session): void {
    this.#sessions.leave(session);
  }

  /** Takes one frame of one client. A fault closes that connection and touches nobody else. */
  receive(session: Session, frame: Uint8Array): void {
    this.#frames.receive(session, frame);
  }

  /** Closes every connection that `isMeant` names, such as all that came by a link now revoked. */
  closeConnections(isMeant: (participant: Participant) => boolean, code: CloseCode, reason: string): void {
    this.#sessions.dropAll(isMeant, code, reason);
  }

  /** Sends everybody away to come back, one after the other over that time; resolves when the last has been sent. */
  sendAway(spreadMs: number, code: CloseCode, reason: string): Promise<void> {
    return this.#sessions.sendAway(spreadMs, code, reason);
  }

  /**
   * Edits the map on the server's behalf. `edit` works on a draft; what it did is committed first and shown after,
   * so a refusal (`StoreError`, `DocumentFullError`) leaves no trace anywhere.
   */
  edit<T>(edit: (map: ArgumentDoc) => T): Promise<T> {
    return this.#edits.edit(edit);
  }

  /** As `edit`, for what was done to a copy of `state`: to make a large edit there keeps nobody waiting here. */
  write(update: Uint8Array): Promise<void> {
    return this.#edits.write(update);
  }

  /** The whole map, encoded, as it is now. */
  get state(): Uint8Array {
    return this.#document.fullState();
  }

  /** Reads the map as it is now. */
  read<T>(read: (map: ArgumentDoc) => T): T {
    return this.#edits.read(read);
  }

  /** As `edit`, what is said about the map, in the room of that. */
  editTalk<T>(edit: (talk: TalkDoc) => T): Promise<T> {
    return this.#edits.editTalk(edit);
  }

  /** As `read`, what is said about the map. */
  readTalk<T>(read: (talk: TalkDoc) => T): T {
    return this.#edits.readTalk(read);
  }

  /** Whether the encoded document is no larger than that. */
  isWithin(bytes: number): boolean {
    return this.#document.isWithin(bytes);
  }

  /** Whether the map holds a record that is not deleted; takes no time however large it is. */
  holds(type: RecordType, id: string): boolean {
    return this.#document.holds(type, id);
  }

  /** Whether the map holds an argument for or against this very card; takes no time either. */
  holdsReason(argument: string, card: string): boolean {
    return this.#document.holdsReason(argument, card);
  }

  /** Takes out for good what was deleted long ago. Whoever still had it open would lose an undo, so nobody may be here. */
  purge(): void {
    this.#sessions.guard(() => {
      const purged = this.#document.purge(this.#ports.scheduler.now() - limits.keepDeletedMs);
      if (purged !== undefined) this.#storing.add(purged);
    });
  }

  /** What can be shown of the map before it has come; nothing of a small one. */
  glimpse(): Uint8Array | undefined {
    return this.#document.glimpse(this.#ports.scheduler.elapsed());
  }

  /** Has the glimpse kept that a page is given while the room is not open; nothing while not all is saved. */
  async keepGlimpse(): Promise<void> {
    const { store, log } = this.#ports;
    if (!this.#storing.isSettled) return;
    await store
      .keepGlimpse(this.id, this.#document.exactGlimpse(this.#ports.scheduler.elapsed()), this.#storing.head)
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

  /** What the store holds of the document; the room itself has nothing to do for it, however large it is. */
  stored(): Promise<StoredDocument | undefined> {
    return this.#ports.store.load(this.id);
  }

  /** Ends the room in this process. What is not saved is lost, so `saved` comes first. */
  close(): void {
    this.#bus.end();
    this.#sessions.end();
    this.#document.destroy();
  }
}
