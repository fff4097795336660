import { cardMetrics, type Rect } from "#shared/diagram/index.ts";
import {
  type Argument,
  argumentsFrom,
  type CardId,
  type Command,
  getStatement,
  type MapView,
  type Point,
} from "#shared/model/index.ts";

/** A card held beside a premise: what its drop there would link, and where it would come to stand. */
export type Beside = Readonly<{
  premise: CardId;
  place: Point;
  link: Extract<Command, { type: "linkArguments" | "linkPremise" }>;
}>;

/** From the premise to what works together with it, canvas pixels: what the layout has between linked premises. */
const gapPx = 12;
/** A card is beside a premise when it is at most so far from there, along and across; canvas pixels. */
const reachPx = 24;
const strayPx = 72;

/** How far around a card premises may lie that it is beside of. */
export const besideReachPx: number = gapPx + reachPx;

/**
 * The premise right below or to the right of which a card is held, where it can be linked with it. Costs what lies
 * near and the arguments of that.
 */
export function besidePremise(
  doc: MapView,
  card: CardId,
  held: Rect,
  near: readonly (readonly [CardId, Rect])[],
): Beside | null {
  if (!getStatement(doc, card)) return null;
  let best: Readonly<{ beside: Beside; off: number }> | null = null;
  for (const [premise, box] of near) {
    for (const place of placesBeside(box)) {
      const [along, across] = [Math.abs(held.x - place[0]), Math.abs(held.y - place[1])];
      const isBelow = place[0] === box.x;
      const isNear = isBelow ? across <= reachPx && along <= strayPx : along <= reachPx && across <= strayPx;
      const off = along + across;
      if (!isNear || (best && best.off <= off)) continue;
      const link = linkWith(doc, card, premise);
      if (link) best = { beside: { premise, place, link }, off };
    }
  }
  return best?.beside ?? null;
}

function placesBeside({ x, y, width, height }: Rect): readonly Point[] {
  return [
    [x, y + height + gapPx],
    [x + Math.max(width, cardMetrics.widthOf.claim) + gapPx, y],
  ];
}

/** Two arguments for one thing become one; a card that says nothing to it yet becomes one more premise. */
function linkWith(doc: MapView, card: CardId, premise: CardId): Beside["link"] | null {
  const own = [...argumentsFrom(doc, card)];
  for (const argument of argumentsFrom(doc, premise)) {
    if (argument.target.id === card || argument.premises.includes(card)) continue;
    const rival = own.find(({ target }) => target.id === argument.target.id);
    if (!rival) return { type: "linkPremise", argument: argument.id, card };
    if (speaksAlike(rival, argument)) return { type: "linkArguments", into: argument.id, from: rival.id };
  }
  return null;
}

function speaksAlike(a: Argument, b: Argument): boolean {
  return a.polarity === b.polarity && a.target.id === b.target.id;
}
