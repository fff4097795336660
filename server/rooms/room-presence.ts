import { limits } from "#shared/protocol/limits.ts";
import { type PresenceEntry, writePresence } from "./codec.ts";
import type { Scheduler } from "./ports.ts";
import { type PresenceOwner, PresenceTable } from "./presence-table.ts";
import type { Session } from "./session.ts";

/** Presence leaves at most 20 times a second, the latest state of each. */
const flushMs = 50;
/** Above so many states everybody gets the same frames: leaving out each one's own costs more than sending it. */
const maxSingledOut = 50;

/** Spreads what each session shows to all others. Lossy on purpose: the next state makes up for a lost one. */
export class RoomPresence {
  readonly #table = new PresenceTable();
  readonly #scheduler: Scheduler;
  readonly #sessions: ReadonlySet<Session>;
  readonly #publish: (entries: readonly PresenceEntry[]) => void;
  readonly #changed = new Set<number>();
  /** Each stands for all who announced presence in another process. */
  readonly #elsewhere = new Map<string, PresenceOwner>();
  #cancelFlush: (() => void) | undefined;
  /** When the next may leave: what was sent last has then used up its share; in a room of a thousand that is seconds. */
  #freeAt = Number.NEGATIVE_INFINITY;

  constructor(
    scheduler: Scheduler,
    sessions: ReadonlySet<Session>,
    publish: (entries: readonly PresenceEntry[]) => void,
  ) {
    this.#scheduler = scheduler;
    this.#sessions = sessions;
    this.#publish = publish;
  }

  announce(session: Session, entries: readonly PresenceEntry[]): void {
    const { changed, stale } = this.#table.announce(session, entries);
    if (stale.length > 0) session.send(writePresence(stale), this.#scheduler.elapsed());
    this.#publish(this.#table.entriesOf(changed));
    this.#spread(changed);
  }

  /** Takes what another process shows of its own clients. */
  adopt(entries: readonly PresenceEntry[], process: string): void {
    const owner = this.#elsewhere.get(process) ?? { identity: `process ${process}`, role: "viewer" };
    this.#elsewhere.set(process, owner);
    const { changed, stale } = this.#table.adopt(entries, owner);
    if (stale.length > 0) this.#publish(stale);
    this.#spread(changed);
  }

  /** Another process has ended, and its clients' presence with it. */
  forget(process: string): void {
    const owner = this.#elsewhere.get(process);
    if (owner === undefined) return;
    this.#elsewhere.delete(process);
    this.#spread(this.#table.leave(owner));
  }

  leave(session: Session): void {
    const changed = this.#table.leave(session);
    this.#publish(this.#table.entriesOf(changed));
    this.#spread(changed);
  }

  /** Tells one session of everybody who is there; an audience, of those who may steer what it follows. */
  tell(session: Session): void {
    const present = this.#table
      .present()
      .filter(({ clientId }) => !this.#table.isOwn(session, clientId))
      .filter(({ clientId }) => !session.isAudience || this.#table.isEditors(clientId));
    for (const part of inParts(present)) session.send(writePresence(part), this.#scheduler.elapsed());
  }

  /** Everybody who is here in this process; the others speak for themselves. */
  presentHere(): readonly PresenceEntry[] {
    const foreign = new Set(this.#elsewhere.values());
    return this.#table.presentBy((owner) => !foreign.has(owner));
  }

  end(): void {
    this.#cancelFlush?.();
  }

  #spread(ids: readonly number[]): void {
    for (const id of ids) this.#changed.add(id);
    if (this.#changed.size === 0 || this.#cancelFlush !== undefined) return;
    // What comes after a pause leaves at once: a presenter's step is not to wait for others that there are not.
    const waitMs = Math.max(0, this.#freeAt - this.#scheduler.elapsed());
    this.#cancelFlush = this.#scheduler.after(waitMs, () => this.#flush());
  }

  #flush(): void {
    this.#cancelFlush = undefined;
    const entries = this.#table.entriesOf(this.#changed);
    this.#changed.clear();
    const frameForAll = inParts(entries).map(writePresence);
    const editors = entries.filter(({ clientId }) => this.#table.isEditors(clientId));
    const forAudience = editors.length === entries.length ? frameForAll : inParts(editors).map(writePresence);
    const singlesOut = entries.length <= maxSingledOut;
    let bytes = 0;
    for (const session of this.#sessions) {
      if (session.isLagging) continue;
      const frames = session.isAudience
        ? forAudience
        : singlesOut && entries.some(({ clientId }) => this.#table.isOwn(session, clientId))
          ? this.#framesForAnother(session, entries)
          : frameForAll;
      for (const frame of frames) {
        session.send(frame, this.#scheduler.elapsed());
        bytes += frame.byteLength;
      }
    }
    const shareMs = (bytes / limits.presenceBytesPerSecond) * 1000;
    this.#freeAt = this.#scheduler.elapsed() + Math.max(flushMs, shareMs);
  }

  /** What is news to one of those whom it is of. */
  #framesForAnother(session: Session, entries: readonly PresenceEntry[]): readonly Uint8Array[] {
    return inParts(entries.filter(({ clientId }) => !this.#table.isOwn(session, clientId))).map(
      writePresence,
    );
  }
}

/** y-websocket clients send back what they hear, so no frame may be larger than the server itself takes. */
function inParts(entries: readonly PresenceEntry[]): readonly (readonly PresenceEntry[])[] {
  const parts: PresenceEntry[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    if (bytes + entry.state.length > limits.maxAwarenessBytes * limits.maxAwarenessClientsPerSocket) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(entry);
    bytes += entry.state.length;
  }
  return parts;
}
