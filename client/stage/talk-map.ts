import { type PresentationId, type RecordId, type Step, stepsOf } from "#shared/model/index.ts";
import { type Arrangement, Arrangements } from "#shared/presenting/index.ts";
import type { OpenRecords } from "../session/open-session.ts";

/** The steps of the map's presentations, read anew only when a step changes; and when the map changed at all. */
export class TalkMap {
  readonly #records: OpenRecords;
  readonly #listeners = new Set<() => void>();
  readonly #steps = new Map<PresentationId | null, readonly Step[]>();
  readonly #known = new Set<RecordId>();
  readonly #arrangements = new Arrangements();
  readonly #stop: () => void;
  #version = 0;

  constructor(records: OpenRecords) {
    this.#records = records;
    this.#stop = records.subscribeAll(({ added, changed, removed }) => {
      const isStep = (id: RecordId) => records.doc.get(id)?.type === "step" || this.#known.has(id);
      if ([added, changed, removed].some((ids) => [...ids].some(isStep))) this.#steps.clear();
      this.#version += 1;
      for (const listener of this.#listeners) listener();
    });
  }

  /** One more with every change of the map. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** In their order, hidden ones as well; the same list while none of them changes. */
  stepsOf(presentation: PresentationId | null): readonly Step[] {
    const known = this.#steps.get(presentation);
    if (known) return known;
    const steps = stepsOf(this.#records.doc, presentation);
    this.#steps.set(presentation, steps);
    for (const { id } of steps) this.#known.add(id);
    return steps;
  }

  /** Where cards stand while a step is on. */
  arrangementAt({ presentation, id }: Step): Arrangement {
    return this.#arrangements.at(this.#records.doc, this.stepsOf(presentation), id);
  }

  dispose(): void {
    this.#stop();
  }
}
