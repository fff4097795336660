import type { Rect } from "#shared/diagram/index.ts";
import type { CardId, MapView, Point, Step } from "#shared/model/index.ts";
import {
  type Arrangement,
  cameraRect,
  isEmptyStep,
  type Legibility,
  legibilityOf,
  type Showing,
  showingAt,
} from "#shared/presenting/index.ts";

/** Where cards lie. */
export type Places = Readonly<{
  rectOf: (id: CardId) => Rect | undefined;
  cardsIn: (stretch: Rect) => readonly CardId[];
  bounds: () => Rect | undefined;
}>;

/** What a step comes to on the screen of a lecture room. */
export type StepFacts = Readonly<{
  isEmpty: boolean;
  showing: Showing | null;
  /** The stretch of the map that the camera would hold if all stood as on the map. */
  stretch: Rect | undefined;
  /** Where the talk puts cards closer together, and the stretch that its camera holds then. */
  places: Arrangement["places"];
  held: Rect | undefined;
  /** What is in view there, once all of the step has been revealed. */
  cards: readonly CardId[];
  legibility: Legibility | null;
}>;

/** How each step turns out, last sub-step and all. Costs what they show. */
export function factsOf(
  view: MapView,
  steps: readonly Step[],
  onMap: Places,
  arrangementAt: (step: Step) => Arrangement,
): readonly StepFacts[] {
  return steps.map((step) => {
    const isEmpty = isEmptyStep(view, step);
    const showing = showingAt(view, steps, { step: step.id, beat: Number.MAX_SAFE_INTEGER });
    const { places } = arrangementAt(step);
    const inTalk: Places = places
      ? { ...onMap, rectOf: (id) => movedRect(onMap.rectOf(id), places.get(id)) }
      : onMap;
    const stretch = showing ? cameraRect(showing.camera, onMap.rectOf, onMap.bounds) : undefined;
    const held = showing ? cameraRect(showing.camera, inTalk.rectOf, inTalk.bounds) : undefined;
    const cards = showing && held ? cardsIn(held, showing, view, inTalk) : [];
    const legibility = held && cards.length > 0 ? legibilityOf(held, cards.length) : null;
    return { isEmpty, showing, stretch, places, held, cards, legibility };
  });
}

function movedRect(rect: Rect | undefined, to: Point | undefined): Rect | undefined {
  return rect && to ? { ...rect, x: to[0], y: to[1] } : rect;
}

function cardsIn(held: Rect, { visible }: Showing, view: MapView, places: Places): readonly CardId[] {
  if (visible === "all") return places.cardsIn(held);
  return [...visible].filter((id): id is CardId => {
    if (view.get(id)?.type !== "card") return false;
    const rect = places.rectOf(id as CardId);
    return rect !== undefined && touches(rect, held);
  });
}

function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** What the steps that are shown are meant to take, in seconds; null where nobody has said of any. */
export function totalSeconds(steps: readonly Step[], facts: readonly StepFacts[]): number | null {
  const shown = steps.filter(({ isHidden }, index) => !isHidden && !facts[index]?.isEmpty);
  if (shown.every(({ seconds }) => seconds === null)) return null;
  return shown.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}
