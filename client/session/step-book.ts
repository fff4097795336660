import {
  type MapRecord,
  type Presentation,
  presentationsOf,
  type RecordId,
  type Step,
  stepsOf,
} from "#shared/model/index.ts";
import type { OpenRecords } from "./open-session.ts";

/** The presentations of a map, those without a name last (as null), each with its steps in order. */
export type StepPages = readonly Readonly<{
  presentation: Presentation | null;
  steps: readonly Step[];
}>[];

/**
 * The presentations of the open map as they change. Looks through the map once; afterwards an edit costs what it has to do
 * with presentations, and nothing where it has not.
 */
export class StepBook {
  readonly #records: OpenRecords;
  readonly #known = new Map<RecordId, Presentation | Step>();
  readonly #listeners = new Set<() => void>();
  #pages: StepPages;

  constructor(records: OpenRecords) {
    this.#records = records;
    for (const record of records.doc.records.values()) this.#take(record.id, record);
    this.#pages = this.#read();
  }

  /** Listens to the map from now on; gives the means to stop. */
  start(): () => void {
    const { doc } = this.#records;
    return this.#records.subscribeAll(({ added, changed, removed }) => {
      let isAnew = false;
      for (const ids of [added, changed, removed]) {
        for (const id of ids) if (this.#take(id, doc.get(id))) isAnew = true;
      }
      if (!isAnew) return;
      this.#pages = this.#read();
      for (const listener of this.#listeners) listener();
    });
  }

  readonly pages = (): StepPages => this.#pages;

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether it is, or was, one of those that are kept here. */
  #take(id: RecordId, record: MapRecord | undefined): boolean {
    if (record?.type === "step" || record?.type === "presentation") {
      if (this.#known.get(id) === record) return false;
      this.#known.set(id, record);
      return true;
    }
    return this.#known.delete(id);
  }

  #read(): StepPages {
    const map = { records: this.#known };
    const pages = presentationsOf(map).map((presentation) => ({
      presentation,
      steps: stepsOf(map, presentation.id),
    }));
    const unnamed = stepsOf(map, null);
    return unnamed.length > 0 ? [...pages, { presentation: null, steps: unnamed }] : pages;
  }
}
