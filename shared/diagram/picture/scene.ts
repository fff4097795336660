import type { ArgumentId, CardId } from "#shared/model/ids.ts";
import type { PlainMap } from "#shared/model/plain-map.ts";
import type { Argument, Card, Conflict, Group } from "#shared/model/records.ts";
import type { ArgumentGeometry } from "../argument-geometry.ts";
import type { CardBox } from "../card-box.ts";
import type { LinkGeometry } from "../link-geometry.ts";
import type { Rect } from "../rect.ts";
import type { RelationTone } from "../tokens.ts";

/** A card where it lies. */
export type SceneCard = Readonly<{ card: Card; box: CardBox; rect: Rect }>;

/** A line where it runs; answers and parts of questions are named by the two cards they join. */
export type SceneLink = Readonly<{
  key: string;
  tone: RelationTone;
  record: Argument | Conflict | null;
  from: readonly CardId[];
  to: CardId | ArgumentId;
  geometry: ArgumentGeometry | LinkGeometry;
}>;

/** A named region around its cards. */
export type SceneGroup = Readonly<{ group: Group; region: Rect }>;

/** The part of a map that is drawn, with everything in its place. */
export type MapScene = Readonly<{
  map: PlainMap;
  /** As they are read: from the top, then from the left. */
  cards: readonly SceneCard[];
  cardOf: (id: CardId) => SceneCard | undefined;
  links: readonly SceneLink[];
  /** Those that enclose others first. */
  groups: readonly SceneGroup[];
}>;

/** From the top, then from the left; the order of what lies at one place is kept. */
export function inReadingOrder(a: Pick<Rect, "x" | "y">, b: Pick<Rect, "x" | "y">): number {
  return a.y - b.y || a.x - b.x;
}
