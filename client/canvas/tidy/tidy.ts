import type { CardId, Point } from "#shared/model/index.ts";
import type { MapSession } from "../../session/map-session.ts";
import type { CanvasScene } from "../scene/canvas-scene.ts";
import { flight } from "../view/flight.ts";
import type { TidyAnswer, TidyRequest } from "./tidy-worker.ts";

const flightMs = 260;
/** Above this many cards one would see a swarm, not a movement. */
const maxAnimated = 300;

/**
 * Lays the whole map out anew: reckoned off the main thread, written as one command of origin `layout` (positions
 * only, one step of undo), and shown as a short movement where the person allows motion.
 */
export async function tidy(session: MapSession, scene: CanvasScene, aspect: number): Promise<void> {
  const answer = await askWorker(requestFor(session, scene, aspect));
  // Cards may have gone while it was reckoned.
  const places = [...answer].filter(([id]) => scene.boxOf(id) !== undefined);
  const before = places.map(([id]): readonly [CardId, Point] => {
    const rect = scene.rectOf(id);
    return [id, rect ? [rect.x, rect.y] : [0, 0]];
  });
  const result = session.apply({ type: "moveCards", to: places }, "layout");
  const isShown = flight(flightMs) > 0 && places.length <= maxAnimated;
  if (result.ok && isShown) fly(scene, before, new Map(places));
}

function requestFor(session: MapSession, scene: CanvasScene, aspect: number): TidyRequest {
  const map = session.doc.toPlainMap();
  const sizes = new Map<CardId, Readonly<{ width: number; height: number }>>();
  for (const record of map.records.values()) {
    const box = record.type === "card" ? scene.boxOf(record.id) : undefined;
    if (box && record.type === "card") sizes.set(record.id, { width: box.width, height: box.height });
  }
  return { map, sizes, aspect };
}

function askWorker(request: TidyRequest): Promise<TidyAnswer> {
  const worker = new Worker(new URL("./tidy-worker.ts", import.meta.url), { type: "module" });
  return new Promise<TidyAnswer>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<TidyAnswer>) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(`The layout worker failed: ${event.message}`));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/** Shows the cards on their way from where they were to where the document has them now. */
function fly(
  scene: CanvasScene,
  from: readonly (readonly [CardId, Point])[],
  to: ReadonlyMap<CardId, Point>,
): void {
  const start = performance.now();
  scene.shift(from);
  const step = (now: number): void => {
    const part = Math.min(1, (now - start) / flightMs);
    if (part === 1) {
      scene.settle(to.keys());
      return;
    }
    const eased = 1 - (1 - part) ** 3;
    scene.shift(
      from.map(([id, [x, y]]): readonly [CardId, Point] => {
        const [endX, endY] = to.get(id) ?? [x, y];
        return [id, [x + (endX - x) * eased, y + (endY - y) * eased]];
      }),
    );
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
