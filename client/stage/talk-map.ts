import type { PresentationId, Step } from "#shared/model/index.ts";
import { type Arrangement, Arrangements } from "#shared/presenting/index.ts";
import type { OpenRecords } from "../session/open-session.ts";
import { StepBook } from "../session/step-book.ts";

const none: readonly Step[] = [];

/** The steps of the map's presentations, ordered anew only when one of them changes; and when the map changed at all. */
export class TalkMap {
  readonly #records: OpenRecords;
  readonly #listeners = new Set<() => void>();
  readonly #book: StepBook;
  readonly #arrangements = new Arrangements();
  readonly #stops: readonly (() => void)[];
  #version = 0;

  constructor(records: OpenRecords) {
    this.#records = records;
    this.#book = new StepBook(records);
    // The book hears of a change first, so that who is told of it here finds the steps as they are now.
    const stopBook = this.#book.start();
    const stop = records.subscribeAll(() => {
      this.#version += 1;
      for (const listener of this.#listeners) listener();
    });
    this.#stops = [stop, stopBook];
  }

  /** One more with every change of the map. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** In their order, hidden ones as well; the same list while none of them changes. */
  stepsOf(presentation: PresentationId | null): readonly Step[] {
    const page = this.#book.pages().find((each) => (each.presentation?.id ?? null) === presentation);
    return page?.steps ?? none;
  }

  /** Where cards stand while a step is on. */
  arrangementAt({ presentation, id }: Step): Arrangement {
    return this.#arrangements.at(this.#records.doc, this.stepsOf(presentation), id);
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }
}
