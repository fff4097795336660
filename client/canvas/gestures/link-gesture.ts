import type { Point, Ref } from "#shared/model/index.ts";
import type { LinkIntent } from "../../state/map-ui-store.ts";

/** A link being drawn by hand: from where, saying what, to which point, over which card. */
export type DrawnLink = Readonly<{
  from: Ref;
  intent: LinkIntent;
  /** In canvas pixels. */
  to: Point;
  /** The card or argument under the pointer that it would end at. */
  over: Ref | null;
}>;

/** Holds the link being drawn. It changes with every pointer move, so only who draws it listens. */
export class LinkGesture {
  readonly #listeners = new Set<() => void>();
  #drawn: DrawnLink | null = null;

  readonly get = (): DrawnLink | null => this.#drawn;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(drawn: DrawnLink | null): void {
    this.#drawn = drawn;
    for (const listener of this.#listeners) listener();
  }
}
