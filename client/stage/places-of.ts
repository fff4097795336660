import { boundsOf, cardBox, type Rect } from "#shared/diagram/index.ts";
import { rectsOverlap } from "#shared/diagram/rect.ts";
import { type CardId, getAs } from "#shared/model/index.ts";
import type { OpenDoc } from "../session/open-session.ts";
import type { Places } from "./step-facts.ts";

/** About as large as cards are: what is asked of all of them need not measure each. */
const usualCard = { width: 248, height: 110 } as const;

/**
 * Where cards lie on the map, for pages without a canvas of their own. Goes through the map once, when first asked for more
 * than one card; from then on all lie where they did.
 */
export function placesOf(doc: OpenDoc): Places {
  const rectOf = (id: CardId): Rect | undefined => {
    const card = getAs(doc, "card", id);
    const at = card && doc.position(id);
    if (!card || !at) return undefined;
    const { width, height } = cardBox(card, (source) => getAs(doc, "source", source)?.title);
    return { x: at[0], y: at[1], width, height };
  };
  let known: readonly (Rect & Readonly<{ id: CardId }>)[] | undefined;
  const all = () => {
    known ??= [...doc.records.values()].flatMap(({ id, type }) => {
      const at = type === "card" ? doc.position(id) : undefined;
      return at ? [{ id: id as CardId, x: at[0], y: at[1], ...usualCard }] : [];
    });
    return known;
  };
  let around: Rect | undefined;
  return {
    rectOf,
    cardsIn: (stretch) =>
      all()
        .filter((card) => rectsOverlap(card, stretch))
        .map(({ id }) => id),
    bounds: () => {
      around ??= boundsOf(all());
      return around;
    },
  };
}
