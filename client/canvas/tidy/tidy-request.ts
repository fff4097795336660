import type { Arrangement, Direction } from "#shared/layout/index.ts";
import type { CardId, CommandFault, Point } from "#shared/model/index.ts";

/** What to lay out: the whole map, some cards by themselves, or a card with all that hangs on it. */
export type TidyScope =
  | Readonly<{ type: "map" }>
  | Readonly<{ type: "cards"; ids: readonly CardId[] }>
  | Readonly<{ type: "subtree"; root: CardId }>;

/** How a person wants cards laid out; `layered` is for maps in which cards serve many conclusions. */
export type TidyRequest = Readonly<{
  scope: TidyScope;
  arrangement: Arrangement | "layered";
  /** `compact` always runs to the right. */
  direction: Direction;
  /** Width by height of the place that `compact` fills. */
  aspect?: number;
}>;

/** What came of it. `fellBack`: layers took too long, so the cards stand as a tree. */
export type TidyOutcome = Readonly<{ moved: number; fellBack: boolean }>;

/**
 * Why nothing was moved: a newer request took its place, it took too long, the reckoning failed, or the map may not be
 * changed.
 */
export type TidyFault =
  | Readonly<{ code: "superseded" | "too-slow" | "failed" }>
  | Readonly<{ code: "refused"; fault: CommandFault }>;

/** What a worker is asked; `map` is packed by `packMap`. */
export type TidyQuestion = Readonly<{ map: string; request: TidyRequest }>;

/** The cards that lie elsewhere now, or undefined where no places were found. */
export type TidyAnswer = readonly (readonly [CardId, Point])[] | undefined;
