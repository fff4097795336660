import { isSameData } from "#shared/lib/same-data.ts";
import { type Beginning, beginTalk, endTalk, newestStage } from "#shared/presenting/index.ts";
import { type LaserPoint, type Stage, stageSchema } from "#shared/protocol/stage.ts";
import type { OpenPresence } from "../session/open-session.ts";
import type { KeptStage } from "./kept-stage.ts";

/**
 * Others have said it, so what one says on is only for when they are gone: so many windows would all answer every word
 * at once. In milliseconds.
 */
const sayOnAfterMs = 600;

/**
 * So long a window stays after it has ended the talk, in milliseconds. The server gathers what is said for 50, longer in a
 * full room, and then tells the last of it only: from a window that leaves sooner nobody hears but that it is gone. That a
 * word has been spread it tells nobody, so there is nothing else to wait for.
 */
const farewellMs = 600;

/** What is known of a talk. */
export type StageState = Readonly<{
  /** As last heard of, also while nobody says it any more. */
  stage: Stage | null;
  /** Whether anybody says it at present, this window included. */
  isSaid: boolean;
}>;

/**
 * What a talk is at this moment, as far as this window knows. A window that steers says on what it hears, so that the
 * talk outlives any one of them, and keeps it for when it is loaded anew; others listen.
 */
export class StageKeeper {
  readonly #presence: OpenPresence;
  /** Null for who only listens. */
  readonly #kept: KeptStage | null;
  readonly #listeners = new Set<() => void>();
  /** What was said by others, as read; presence gives the same object while it is unchanged. */
  readonly #read = new WeakMap<object, Stage | null>();
  readonly #stop: () => void;
  #state: StageState = { stage: null, isSaid: false };
  #timer: number | undefined;

  constructor(presence: OpenPresence, kept: KeptStage | null) {
    this.#presence = presence;
    this.#kept = kept;
    const before = kept?.read() ?? null;
    if (before) {
      this.#state = { stage: before, isSaid: true };
      presence.present({ stage: before });
    }
    this.#stop = presence.onPeers(() => this.#hear());
    this.#hear();
  }

  readonly state = (): StageState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins a talk in place of any other. */
  begin(beginning: Beginning): void {
    this.#say(beginTalk(beginning, this.#state.stage));
  }

  /** Says a word of `shared/presenting`; nothing where it changes nothing, or there is no talk. */
  say(word: (stage: Stage) => Stage): void {
    const { stage } = this.#state;
    const next = stage && word(stage);
    if (next && next !== stage) this.#say(next);
  }

  /** Ends the talk for everybody; when that is done they have heard of it, and this window may go. */
  end(): Promise<void> {
    this.say(endTalk);
    return new Promise((resolve) => window.setTimeout(resolve, farewellMs));
  }

  /** Points for everybody, in canvas pixels; null ends it. */
  point(laser: LaserPoint | null): void {
    if (this.#kept) this.#presence.present({ laser });
  }

  dispose(): void {
    this.#stop();
    window.clearTimeout(this.#timer);
    if (this.#kept) this.#presence.present({ stage: null, laser: null });
  }

  #say(stage: Stage): void {
    if (!this.#kept) return;
    this.#take(stage, true);
    this.#sayOn();
  }

  #sayOn(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#presence.present({ stage: this.#state.stage });
  }

  #hear(): void {
    const said: (readonly [number, Stage])[] = [];
    for (const { clientId, stage } of this.#presence.peers()) {
      const read = this.#readStage(stage);
      if (read) said.push([clientId, read]);
    }
    const { stage: own } = this.#state;
    if (own && this.#kept) said.push([this.#presence.ownId, own]);
    const newest = newestStage(said);
    if (!newest) {
      if (this.#state.isSaid) this.#set({ stage: own, isSaid: false });
      return;
    }
    if (own && isSameData(newest, own)) {
      if (!this.#state.isSaid) this.#set({ stage: own, isSaid: true });
      return;
    }
    this.#take(newest, true);
    if (this.#kept) this.#timer ??= window.setTimeout(() => this.#sayOn(), sayOnAfterMs);
  }

  #readStage(said: unknown): Stage | null {
    if (typeof said !== "object" || said === null) return null;
    const known = this.#read.get(said);
    if (known !== undefined) return known;
    const read = stageSchema.safeParse(said);
    this.#read.set(said, read.success ? read.data : null);
    return read.success ? read.data : null;
  }

  #take(stage: Stage, isSaid: boolean): void {
    this.#kept?.write(stage);
    this.#set({ stage, isSaid });
  }

  #set(state: StageState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
