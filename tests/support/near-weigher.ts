import { unpackPlainMap } from "../../client/canvas/packed-map.ts";
import type { Weighed } from "../../client/canvas/weighing/weighed.ts";
import { standingsOf, strengthsOf } from "../../shared/evaluation/index.ts";

/** The worker that weighs a map, in the thread of the test: `vi.stubGlobal("Worker", NearWeigher)`. */
export class NearWeigher {
  static asked = 0;
  onmessage: ((event: Readonly<{ data: Weighed }>) => void) | null = null;

  postMessage(packed: string): void {
    NearWeigher.asked += 1;
    const map = unpackPlainMap(packed);
    const weighed: Weighed = { standings: standingsOf(map).cards, strengths: strengthsOf(map) };
    queueMicrotask(() => this.onmessage?.({ data: structuredClone(weighed) }));
  }

  terminate(): void {
    this.onmessage = null;
  }
}
