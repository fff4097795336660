import type { Rect } from "#shared/diagram/index.ts";
import type { Snap } from "./snap.ts";

/** What a drop here and now would do beside moving. */
export type DropHint = Readonly<{
  kind: "join" | "leave" | "together";
  /** Where it would happen: the region, or the place beside the premise. Canvas pixels. */
  box: Rect;
  /** Of a region. */
  title: string;
}>;

/** What is to be seen while cards are moved by hand. */
export type DragHints = Readonly<{ snap: Snap | null; drop: DropHint | null }>;
const none: DragHints = { snap: null, drop: null };

/** Holds what is shown while cards are moved. It changes with every move, so only who draws it listens. */
export class DragHintStore {
  readonly #listeners = new Set<() => void>();
  #hints: DragHints = none;

  readonly get = (): DragHints => this.#hints;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(hints: DragHints): void {
    const isSame = hints.snap === this.#hints.snap && sameDrop(hints.drop, this.#hints.drop);
    if (isSame) return;
    this.#hints = hints;
    for (const listener of this.#listeners) listener();
  }

  clear(): void {
    if (this.#hints !== none) this.set(none);
  }
}

function sameDrop(a: DropHint | null, b: DropHint | null): boolean {
  if (!a || !b) return a === b;
  return a.kind === b.kind && a.box.x === b.box.x && a.box.y === b.box.y && a.title === b.title;
}
