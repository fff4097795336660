import { Scales, type WeighAnswer, type WeighTold } from "../../client/canvas/weighing/scales.ts";

/** The worker that weighs a map, in the thread of the test: `vi.stubGlobal("Worker", NearWeigher)`. */
export class NearWeigher {
  /** How often it has weighed, and how many records it was told. */
  static asked = 0;
  static told = 0;
  onmessage: ((event: Readonly<{ data: WeighAnswer }>) => void) | null = null;
  readonly #scales = new Scales();

  postMessage(told: WeighTold): void {
    NearWeigher.told += JSON.parse(told.records).length;
    this.#scales.take(structuredClone(told));
    if (!told.isLast) return;
    NearWeigher.asked += 1;
    const answer = this.#scales.weigh();
    queueMicrotask(() => this.onmessage?.({ data: structuredClone(answer) }));
  }

  terminate(): void {
    this.onmessage = null;
  }
}
