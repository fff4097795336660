import type { OpenPresence } from "../../session/open-session.ts";
import { flight } from "../view/flight.ts";
import { viewOn } from "../view/frame-view.ts";
import type { MapView } from "../view/map-view.ts";
import { Glide } from "./glide.ts";
import { leaderOf } from "./leader.ts";
import { viewToShare } from "./shared-view.ts";

const flightMs = 300;

/**
 * Having another's view before one in place of one's own. It ends with any movement that is not theirs (by hand, by
 * key, by a jump to a card), with `stop`, and when they leave.
 */
export class Following {
  readonly #presence: OpenPresence;
  readonly #view: MapView;
  readonly #glide: Glide;
  readonly #listeners = new Set<() => void>();
  #followed: number | null = null;
  #last: number | null = null;
  #leader: number | null = null;
  #stopHearing: (() => void) | null = null;
  #stopHearingLeader: (() => void) | null = null;

  constructor(presence: OpenPresence, view: MapView) {
    this.#presence = presence;
    this.#view = view;
    this.#glide = new Glide(view);
  }

  /** The client one follows, as one chose; null for nobody. */
  readonly followed = (): number | null => this.#followed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whom `again` would follow: the last one, if still here. */
  get last(): number | null {
    return this.#last !== null && this.#presence.peer(this.#last) ? this.#last : null;
  }

  follow(clientId: number): void {
    if (!this.#presence.peer(clientId)) return;
    this.#hear(false);
    this.#followed = clientId;
    this.#last = clientId;
    this.#hear(true);
    this.#presence.follow(clientId);
    this.#lookForLeader();
    this.#tell();
  }

  again(): void {
    if (this.last !== null) this.follow(this.last);
  }

  stop(): void {
    if (this.#followed === null) return;
    this.#hear(false);
    this.#followed = null;
    this.#presence.follow(null);
    this.#tell();
  }

  /** Looks once at what another sees, or, while that is not known, at where they point. */
  goTo(clientId: number): void {
    const peer = this.#presence.peer(clientId);
    if (!peer) return;
    this.stop();
    const screen = this.#view.screen();
    if (peer.view) this.#view.moveTo(viewToShare(peer.view, screen), flight(flightMs));
    else if (peer.cursor) {
      const [x, y] = peer.cursor;
      this.#view.moveTo(
        viewOn({ x, y, width: 0, height: 0 }, screen, this.#view.get().zoom),
        flight(flightMs),
      );
    }
  }

  #hear(begin: boolean): void {
    this.#glide.stop();
    this.#stopHearing?.();
    this.#stopHearing = null;
    this.#hearLeader(null);
    if (!begin) return;
    const stopPeople = this.#presence.onPeople(() => this.#lookForLeader());
    let screen = this.#view.screen();
    const stopView = this.#view.onMove(() => {
      const now = this.#view.screen();
      const isResized = now.width !== screen.width || now.height !== screen.height;
      screen = now;
      if (isResized) this.#follow();
      else if (!this.#glide.isMoving) this.stop();
    });
    this.#stopHearing = () => {
      stopPeople();
      stopView();
    };
  }

  /** The one who leads may change whenever somebody comes, leaves, or follows somebody else. */
  #lookForLeader(): void {
    if (this.#followed === null) return;
    if (!this.#presence.peer(this.#followed)) {
      this.stop();
      return;
    }
    const leader = leaderOf(this.#followed, this.#presence.ownId, (id) => this.#presence.peer(id)?.follows);
    if (leader !== this.#leader) this.#hearLeader(leader);
  }

  #hearLeader(leader: number | null): void {
    this.#stopHearingLeader?.();
    this.#leader = leader;
    this.#stopHearingLeader = leader === null ? null : this.#presence.onPeer(leader, () => this.#follow());
    this.#follow();
  }

  #follow(): void {
    const seen = this.#leader === null ? null : this.#presence.peer(this.#leader)?.view;
    if (seen) this.#glide.to(viewToShare(seen, this.#view.screen()));
    else this.#glide.stop();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
