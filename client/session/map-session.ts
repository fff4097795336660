import { nanoid } from "nanoid";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import {
  ArgumentDoc,
  type LocalOrigin,
  migrate,
  schemaVersionOf,
  trim,
  UndoHistory,
} from "#shared/doc/index.ts";
import { err, type Result } from "#shared/lib/result.ts";
import {
  type Authorship,
  type Command,
  type CommandFault,
  type CreateId,
  createIdSource,
} from "#shared/model/index.ts";
import type { PresentUser } from "#shared/protocol/presence.ts";
import { canEdit, type Role } from "#shared/protocol/roles.ts";
import { Connection, type ConnectionState } from "./connection.ts";
import { inIdleTime } from "./idle-time.ts";
import { type CopyState, copyName, OfflineCopy } from "./offline-copy.ts";
import { OpenTalk } from "./open-talk.ts";
import { PresenceStore } from "./presence.ts";
import { RecordStore } from "./record-store.ts";
import { type SaveState, SaveTracker } from "./save-tracker.ts";
import { syncUrl } from "./sync-url.ts";

/** What undo finds its way back to: the ids that were selected. */
export type KeptView = readonly string[];

export type SessionOptions = Readonly<{
  mapId: string;
  role: Role;
  /** The owner lets nobody else change the map at present. */
  isLocked: boolean;
  token: string;
  user: PresentUser;
  /** `audienceParams` for who only follows a talk: the others are not told of them. */
  params?: Readonly<Record<string, string>>;
  renewToken: () => Promise<string | undefined>;
  /** The wire waits for this where the map is not on this device: reading a large one holds the page up. */
  opensAfter: Promise<void>;
  captureView: () => KeptView;
  restoreView: (view: KeptView) => void;
}>;

/** What the page shows of the session as a whole. */
export type SessionStatus = Readonly<{
  /** False until the map has come from the server or from this device: an unloaded map is never an empty one. */
  isLoaded: boolean;
  connection: ConnectionState;
  save: SaveState;
  /** Whether this person may change the map now. */
  canEdit: boolean;
  /** Whether changes that have not reached the server are kept on this device meanwhile. */
  copy: CopyState;
  /** A newer program wrote the map, so this one only shows it. */
  isFromTheFuture: boolean;
}>;

/** After remote edits have been quiet for this long, what they broke between them is mended. */
const repairAfterMs = 1_000;
/** What looking for it may take of the page before it goes on in idle time. */
const repairSliceMs = 8;

/**
 * One open map: the document, its wire to the server, its copy on this device, who else is here, and undo. Made when
 * a map page opens and disposed of when it closes.
 */
export class MapSession {
  readonly mapId: string;
  readonly role: Role;
  readonly isLocked: boolean;
  readonly doc: ArgumentDoc;
  readonly records: RecordStore;
  readonly history: UndoHistory<KeptView>;
  readonly presence: PresenceStore;
  readonly openTalk = new OpenTalk();
  readonly createId: CreateId = createIdSource(() => nanoid(12));
  readonly #ydoc = new Y.Doc();
  readonly #saves: SaveTracker;
  readonly #offlineCopy: OfflineCopy;
  readonly #opensAfter: Promise<void>;
  readonly #openConnection: () => Connection;
  #connection: Connection | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #status: SessionStatus;
  #user: PresentUser;
  #repairTimer: number | undefined;
  #trimming: Generator<void, void> | undefined;
  #isDisposed = false;

  constructor(options: SessionOptions) {
    this.mapId = options.mapId;
    this.role = options.role;
    this.isLocked = options.isLocked;
    this.#user = options.user;
    const may = canEdit(options.role);
    this.#status = {
      isLoaded: false,
      connection: { kind: "connecting" },
      save: "offline",
      canEdit: false,
      copy: "loading",
      isFromTheFuture: false,
    };
    this.doc = new ArgumentDoc(this.#ydoc, Date.now);
    this.records = new RecordStore(this.doc);
    this.history = new UndoHistory(this.#ydoc, this.doc, {
      capture: options.captureView,
      restore: options.restoreView,
    });
    const awareness = new Awareness(this.#ydoc);
    this.presence = new PresenceStore(awareness, options.user);
    if (options.params) awareness.setLocalState(null);
    this.#saves = new SaveTracker({
      send: (sequence) => this.#connection?.sendBarrier(sequence),
      onChange: (save) => this.#update({ save }),
      setTimer: (run, delayMs) => window.setTimeout(run, delayMs),
      clearTimer: (timer) => window.clearTimeout(timer),
    });
    this.#opensAfter = options.opensAfter;
    this.#openConnection = () =>
      new Connection({
        url: syncUrl(),
        mapId: options.mapId,
        params: options.params,
        token: options.token,
        ydoc: this.#ydoc,
        awareness,
        renewToken: options.renewToken,
        onState: (connection) => this.#connected(connection),
        onBarrier: (sequence) => this.#saves.confirmed(sequence),
        onDenied: () => {
          this.#saves.denied();
          this.#update({ canEdit: false });
        },
        takeIn: (update, apply) => this.#offlineCopy.keepAsReceived(update, apply),
      });
    if (may) {
      const noteChange = ({ local, changed }: Y.Transaction): void => {
        if (local && changed.size > 0) this.#saves.changed();
      };
      this.#ydoc.on("afterTransaction", noteChange);
      this.#stops.push(this.doc.onChange(({ origin }) => origin === "remote" && this.#repairSoon()));
    }
    this.#offlineCopy = new OfflineCopy(copyName(options.mapId, may), this.#ydoc, (copy) =>
      this.#copied(copy),
    );
    window.addEventListener("beforeunload", this.#warnOfLoss);
  }

  readonly status = (): SessionStatus => this.#status;

  readonly onStatus = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Does what the person asked, or says why not; the map is as before then. */
  apply(command: Command, origin: LocalOrigin = "user"): Result<void, CommandFault> {
    if (!this.#status.canEdit) {
      return err({ code: "read-only", message: "This map cannot be changed here and now.", ids: [] });
    }
    return this.doc.apply(command, origin);
  }

  /** Takes back the last step of this session, where the map may still be changed. */
  undo(): void {
    if (this.#status.canEdit) this.history.undo();
  }

  /** Brings back the step last taken back. */
  redo(): void {
    if (this.#status.canEdit) this.history.redo();
  }

  /** Signs what is made now. */
  by(): Authorship {
    return { author: this.#user.name, createdAt: Date.now() };
  }

  introduce(user: PresentUser): void {
    this.#user = user;
    this.presence.introduce(user);
  }

  dispose(): void {
    this.#isDisposed = true;
    // What was begun may end after the map was left: nothing would keep it, and nobody should be told it was done.
    this.#status = { ...this.#status, canEdit: false };
    window.clearTimeout(this.#repairTimer);
    this.#repairTimer = undefined;
    for (const stop of this.#stops) stop();
    window.removeEventListener("beforeunload", this.#warnOfLoss);
    this.#connection?.dispose();
    this.#saves.dispose();
    this.presence.dispose();
    this.history.dispose();
    this.records.dispose();
    this.doc.dispose();
    this.#offlineCopy.dispose();
    this.#ydoc.destroy();
  }

  #connected(connection: ConnectionState): void {
    this.#update({ connection });
    if (connection.kind === "online") {
      if (canEdit(this.role)) migrate(this.#ydoc);
      this.#checkLoaded();
      this.#trimSoon();
      this.#saves.online();
      this.#repairSoon();
    } else {
      this.#saves.offline();
    }
    if (connection.kind === "closed") this.#update({ canEdit: false });
  }

  /**
   * The wire is opened once the copy has been read, or there is none to read: edits made offline are then among what
   * the server is sent before the first barrier, so that "saved" covers them.
   */
  #copied(copy: CopyState): void {
    this.#update({ copy });
    this.#checkLoaded();
    if (this.#status.isLoaded) this.#open();
    else void this.#opensAfter.then(() => this.#open());
  }

  #open(): void {
    if (!this.#isDisposed) this.#connection ??= this.#openConnection();
  }

  /** The browser asks before work is lost that is neither on the server nor on this device. */
  readonly #warnOfLoss = (event: BeforeUnloadEvent): void => {
    if (this.#status.isLoaded && this.#saves.hasUnconfirmed && this.#status.copy !== "keeping")
      event.preventDefault();
  };

  /** In the time that is left over, once for all that was there when the map came. */
  #trimSoon(): void {
    if (this.#trimming) return;
    const trimming = trim(this.#ydoc);
    this.#trimming = trimming;
    const goOn = (isTimeLeft: () => boolean): void => {
      while (isTimeLeft()) if (trimming.next().done) return;
      inIdleTime(goOn);
    };
    inIdleTime(goOn);
    this.#stops.push(() => trimming.return());
  }

  #checkLoaded(): void {
    if (schemaVersionOf(this.#ydoc) === undefined) return;
    const isFromTheFuture = this.doc.isReadOnly;
    const isClosed = this.#status.connection.kind === "closed";
    this.#update({
      isLoaded: true,
      isFromTheFuture,
      canEdit: canEdit(this.role) && !isFromTheFuture && !isClosed && !this.#isDisposed,
    });
  }

  #repairSoon(): void {
    window.clearTimeout(this.#repairTimer);
    this.#repairTimer = window.setTimeout(() => this.#repair(), repairAfterMs);
  }

  /**
   * After a few edits there is little to look at, and it is done at once; after opening there is the whole map, which
   * is looked at in the time that is left over. Remote edits meanwhile put it off until they are quiet again.
   */
  #repair(): void {
    const timer = this.#repairTimer;
    const looking = this.doc.prepareRepair();
    const goOn = (isTimeLeft: () => boolean): void => {
      const isWanted = this.#repairTimer === timer;
      if (!isWanted || this.#status.connection.kind !== "online" || !this.#status.canEdit) return;
      while (isTimeLeft()) {
        if (!looking.next().done) continue;
        this.doc.repair();
        return;
      }
      inIdleTime(goOn);
    };
    const end = performance.now() + repairSliceMs;
    goOn(() => performance.now() < end);
  }

  #update(change: Partial<SessionStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener();
  }
}
