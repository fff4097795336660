import { cardBox, type Rect } from "#shared/diagram/index.ts";
import { layoutToFit, type SizeOf } from "#shared/layout/index.ts";
import {
  type CardId,
  excerptOf,
  type MapView,
  type PlainMap,
  type Point,
  recordsOf,
  type Step,
  type StepId,
} from "#shared/model/index.ts";
import { cameraRect, legibilityOf, projector, zoomFor } from "./legibility.ts";
import { cameraOf, wholeOf, wholeRun } from "./showing.ts";

/** Where cards stand while a step is on; the same key, the same stretch of canvas, so that one can fly across it. */
export type Arrangement = Readonly<{
  key: string;
  /** Of the cards that stand elsewhere than on the map; null where none does. */
  places: ReadonlyMap<CardId, Point> | null;
}>;

const asOnTheMap: Arrangement = { key: "map", places: null };

/** Cards are brought together only where that makes them so much larger: one knows them by where they are on the map. */
const worthwhile = 1.15;

/**
 * Draws together, for a talk, what lies too far apart on the map to be read from the back of a room. Steps that build
 * upon each other are arranged as one, so that nothing moves while they unfold. A stretch of canvas that somebody framed,
 * and the whole map, stay as they are. Of the same map everybody gets the same places, whatever their screen. An answer
 * is kept until something in it changes; finding one costs the cards of those steps.
 */
export class Arrangements {
  readonly #known = new Map<StepId, Readonly<{ from: readonly unknown[]; arrangement: Arrangement }>>();

  /** Where cards stand at a step; as on the map where it is not one of these. */
  at(view: MapView, steps: readonly Step[], id: StepId): Arrangement {
    const at = steps.findIndex((step) => step.id === id);
    const run = at < 0 ? [] : wholeRun(view, steps, at);
    const [first] = run;
    const last = run.at(-1);
    const cards = last ? wholeOf(view, steps, last) : "all";
    if (!first || cards === "all" || run.some((step) => step.view !== null)) return asOnTheMap;
    const part = excerptOf(view, cards);
    const from = [...run, ...part.records.values(), ...part.positions.values()];
    const known = this.#known.get(first.id);
    if (known && isSame(known.from, from)) return known.arrangement;
    const arrangement = arranged(view, steps, run, part);
    this.#known.set(first.id, { from, arrangement });
    return arrangement;
  }
}

function arranged(view: MapView, steps: readonly Step[], run: readonly Step[], part: PlainMap): Arrangement {
  const sizeOf = sizesIn(part);
  const cameras = run.map((step) => cameraOf(view, steps, steps.indexOf(step)));
  const rectsAt = (places: ReadonlyMap<CardId, Point>): readonly Rect[] => {
    const rectOf = (id: CardId): Rect | undefined => {
      const place = places.get(id);
      return place && { x: place[0], y: place[1], ...sizeOf(id) };
    };
    return cameras.flatMap((camera) => cameraRect(camera, rectOf, () => undefined) ?? []);
  };
  const onMap = rectsAt(part.positions);
  if (onMap.every((rect) => legibilityOf(rect, 1).reads === "text")) return asOnTheMap;
  const places = layoutToFit(part, sizeOf, projector.width / projector.height);
  const smallest = (rects: readonly Rect[]) => Math.min(...rects.map((rect) => zoomFor(rect)));
  if (smallest(rectsAt(places)) < worthwhile * smallest(onMap)) return asOnTheMap;
  return { key: run[0]?.id ?? asOnTheMap.key, places };
}

function sizesIn(map: PlainMap): SizeOf {
  const titleOf = (id: Parameters<PlainMap["records"]["get"]>[0]) => {
    const source = map.records.get(id);
    return source?.type === "source" ? source.title : undefined;
  };
  const sizes = new Map(recordsOf(map, "card").map((card) => [card.id, cardBox(card, titleOf)]));
  return (id) => sizes.get(id) ?? { width: 0, height: 0 };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
