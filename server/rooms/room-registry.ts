import { type CloseCode, closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { RoomId } from "#shared/protocol/rooms.ts";
import type { RoomFigures } from "./meter.ts";
import { type Socket, StoreError } from "./ports.ts";
import { Room, type RoomPorts } from "./room.ts";
import { SavePace } from "./save-pace.ts";
import type { Participant, Session } from "./session.ts";

/** A room that is being put away stays usable until it is gone, so that whoever comes back finds the same one. */
type Entry =
  | { state: "loading"; room: Promise<Room> }
  | { state: "open"; room: Room; cancelIdle: (() => void) | undefined }
  | { state: "storing"; room: Room };

/** One client in one room, as the transport holds it. */
export type Connection = Readonly<{ receive: (frame: Uint8Array) => void; leave: () => void }>;

const noFigures: RoomFigures = {
  rooms: 0,
  connections: 0,
  lagging: 0,
  unsavedRecords: 0,
  unsavedBytes: 0,
  oldestUnsavedMs: 0,
  encodedBytes: 0,
};
/** What all rooms of a process may take together. */
export type Budgets = Readonly<{
  /** Waiting for the store. */
  unsavedBytes: number;
  /** Of memory, estimated from the documents' sizes. */
  heapBytes: number;
}>;

const noBudgets: Budgets = {
  unsavedBytes: limits.maxUnsavedBytes,
  heapBytes: Number.POSITIVE_INFINITY,
};

/** How old the sum over all rooms may be that each write is held against. */
const countAgainAfterMs = 100;

const figureNames = Object.keys(noFigures) as (keyof RoomFigures)[];

/** Opens rooms when they are wanted and puts them away when they are not. One room a map, whatever happens at once. */
export class RoomRegistry {
  readonly #entries = new Map<RoomId, Entry>();
  readonly #ports: RoomPorts;
  readonly #pace: SavePace;
  readonly #idleMs: number;
  readonly #budgets: Budgets;
  #isDraining = false;
  #isQueueFull = false;
  #countedAt = Number.NEGATIVE_INFINITY;

  constructor(ports: RoomPorts, idleMs: number = limits.roomIdleMs, budgets: Budgets = noBudgets) {
    this.#ports = ports;
    this.#pace = new SavePace(ports.scheduler, ports.saveGapMs ?? 0);
    this.#idleMs = idleMs;
    this.#budgets = budgets;
  }

  get openRooms(): number {
    return this.#entries.size;
  }

  /** How things stand, over all rooms; rooms that are being loaded do not count yet. */
  figures(): RoomFigures {
    const sum = { ...noFigures };
    for (const entry of this.#entries.values()) {
      if (entry.state === "loading") continue;
      const { figures } = entry.room;
      for (const name of figureNames) {
        const isOldest = name === "oldestUnsavedMs";
        sum[name] = isOldest ? Math.max(sum[name], figures[name]) : sum[name] + figures[name];
      }
    }
    return sum;
  }

  /** Lets a client into a map's room. When that fails the socket has been closed with the reason. */
  async join(id: RoomId, socket: Socket, participant: Participant): Promise<Connection | undefined> {
    if (this.#isDraining) {
      this.#ports.meter.connectionRefused("unavailable");
      socket.close(closeCode.unavailable, "The server is restarting.");
      return undefined;
    }
    try {
      const room = await this.#acquire(id);
      const session = room.join(socket, participant);
      return session && this.#connect(room, session);
    } catch (error) {
      this.#ports.log.error("A map could not be opened.", { map: id, error });
      this.#ports.meter.connectionRefused("unavailable");
      socket.close(closeCode.unavailable, "The server cannot open this map at present.");
      return undefined;
    } finally {
      this.#considerIdle(id);
    }
  }

  /** Does something with a map's room, opening it if need be. */
  async use<T>(id: RoomId, task: (room: Room) => T | Promise<T>): Promise<T> {
    try {
      return await task(await this.#acquire(id));
    } finally {
      this.#considerIdle(id);
    }
  }

  /** What can be shown of a map before it is loaded, without loading it; nothing of a small map. */
  async glimpse(id: RoomId): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.state === "loading") return this.#ports.store.glimpse(id);
    return entry.room.glimpse();
  }

  /** Maps that somebody is in at present. */
  visited(): readonly RoomId[] {
    const isVisited = (entry: Entry): boolean => entry.state !== "loading" && entry.room.sessionCount > 0;
    return [...this.#entries].filter(([, entry]) => isVisited(entry)).map(([id]) => id);
  }

  /** Maps that are open here, whether or not somebody is in them. */
  opened(): readonly RoomId[] {
    return [...this.#entries].filter(([, { state }]) => state !== "loading").map(([id]) => id);
  }

  /** A map's log reaches so far; its room, if there is one, reads what it lacks. */
  noticeHead(id: RoomId, head: number): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined && entry.state !== "loading") entry.room.noticeHead(head);
  }

  /** Closes the connections of a map that `isMeant` names. */
  closeConnections(
    id: RoomId,
    isMeant: (participant: Participant) => boolean,
    code: CloseCode,
    reason: string,
  ): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined && entry.state !== "loading") entry.room.closeConnections(isMeant, code, reason);
  }

  /** Refuses new clients, sends the present ones away to come back, and resolves when all is saved. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    const rooms = [...this.#entries.values()].map((entry) => entry.room);
    const { connections } = this.figures();
    const spreadMs = Math.min(limits.drainSpreadMs, connections * limits.drainMsPerConnection);
    await Promise.allSettled(
      rooms.map(async (opening) => {
        const room = await opening;
        await room.sendAway(spreadMs, closeCode.unavailable, "The server is restarting.");
        await room.saved();
        await room.keepGlimpse();
      }),
    );
  }

  #connect(room: Room, session: Session): Connection {
    return {
      receive: (frame) => room.receive(session, frame),
      leave: () => {
        room.leave(session);
        this.#considerIdle(room.id);
      },
    };
  }

  #acquire(id: RoomId): Promise<Room> {
    const entry = this.#entries.get(id);
    switch (entry?.state) {
      case "loading":
        return entry.room;
      case "open":
        entry.cancelIdle?.();
        entry.cancelIdle = undefined;
        return Promise.resolve(entry.room);
      case "storing":
        this.#entries.set(id, { state: "open", room: entry.room, cancelIdle: undefined });
        return Promise.resolve(entry.room);
      case undefined:
        return this.#load(id);
    }
  }

  #load(id: RoomId): Promise<Room> {
    if (!this.#makeSpace())
      return Promise.reject(new StoreError("failed", "Too many maps are open at once."));
    const { scheduler, meter } = this.#ports;
    const startedAt = scheduler.elapsed();
    const surroundings = { ...this.#ports, pace: this.#pace, isQueueFull: () => this.#checkQueue() };
    const loading = Room.open(id, surroundings).then(
      (room) => {
        meter.roomLoaded(scheduler.elapsed() - startedAt, room.figures.encodedBytes);
        this.#entries.set(id, { state: "open", room, cancelIdle: undefined });
        return room;
      },
      (error: unknown) => {
        this.#entries.delete(id);
        throw error;
      },
    );
    this.#entries.set(id, { state: "loading", room: loading });
    return loading;
  }

  #checkQueue(): boolean {
    const now = this.#ports.scheduler.elapsed();
    if (now - this.#countedAt >= countAgainAfterMs) {
      this.#countedAt = now;
      this.#isQueueFull = this.figures().unsavedBytes > this.#budgets.unsavedBytes;
    }
    return this.#isQueueFull;
  }

  /**
   * Puts rooms away at once that nobody is in, longest unused first, until there is memory for another; `false` when
   * there is none. How large the next one is nobody knows before it is loaded, so all may come to one map too much.
   */
  #makeSpace(): boolean {
    const { rooms, encodedBytes } = this.figures();
    let heapBytes = heapOf(rooms, encodedBytes);
    for (const [id, entry] of this.#entries) {
      if (heapBytes <= this.#budgets.heapBytes) break;
      if (entry.state !== "open" || entry.cancelIdle === undefined || !entry.room.isIdle) continue;
      entry.cancelIdle();
      heapBytes -= heapOf(1, entry.room.figures.encodedBytes);
      this.#entries.delete(id);
      entry.room.close();
    }
    return heapBytes <= this.#budgets.heapBytes;
  }

  #considerIdle(id: RoomId): void {
    const entry = this.#entries.get(id);
    if (entry?.state !== "open" || entry.cancelIdle !== undefined || entry.room.sessionCount > 0) return;
    // To the end, so that those stand first that nobody has used for longest.
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    entry.cancelIdle = this.#ports.scheduler.after(this.#idleMs, () => void this.#putAway(id, entry.room));
  }

  /** Asks again after every wait whether somebody came back. */
  async #putAway(id: RoomId, room: Room): Promise<void> {
    if (room.sessionCount > 0) return this.#reopen(id, room);
    this.#entries.set(id, { state: "storing", room });
    room.purge();
    await room.saved();
    await room.keepGlimpse();
    await this.#ports.atRest?.(room);
    const entry = this.#entries.get(id);
    if (entry?.state !== "storing" || entry.room !== room) return;
    if (!room.isIdle) return this.#reopen(id, room);
    this.#entries.delete(id);
    room.close();
  }

  #reopen(id: RoomId, room: Room): void {
    this.#entries.set(id, { state: "open", room, cancelIdle: undefined });
    this.#considerIdle(id);
  }
}

function heapOf(rooms: number, encodedBytes: number): number {
  return rooms * limits.heapBytesPerRoom + encodedBytes * limits.heapBytesPerEncodedByte;
}
