import type { Rect } from "#shared/diagram/index.ts";
import type { CardId, MapView, Step } from "#shared/model/index.ts";
import {
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
  /** The stretch of canvas that the camera holds. */
  stretch: Rect | undefined;
  /** What is in view there, once all of the step has been revealed. */
  cards: readonly CardId[];
  legibility: Legibility | null;
}>;

/** How each step turns out, last sub-step and all. Costs what they show. */
export function factsOf(view: MapView, steps: readonly Step[], places: Places): readonly StepFacts[] {
  return steps.map((step) => {
    const isEmpty = isEmptyStep(view, step);
    const showing = showingAt(view, steps, { step: step.id, beat: Number.MAX_SAFE_INTEGER });
    const stretch = showing ? cameraRect(showing.camera, places.rectOf, places.bounds) : undefined;
    const cards = showing && stretch ? cardsIn(stretch, showing, view, places) : [];
    const legibility = stretch && cards.length > 0 ? legibilityOf(stretch, cards.length) : null;
    return { isEmpty, showing, stretch, cards, legibility };
  });
}

function cardsIn(stretch: Rect, { visible }: Showing, view: MapView, places: Places): readonly CardId[] {
  if (visible === "all") return places.cardsIn(stretch);
  return [...visible].filter((id): id is CardId => {
    if (view.get(id)?.type !== "card") return false;
    const rect = places.rectOf(id as CardId);
    return rect !== undefined && touches(rect, stretch);
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
