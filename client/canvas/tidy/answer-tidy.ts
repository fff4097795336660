import {
  type DotEngine,
  type LayoutOptions,
  type LayoutScope,
  layoutLayered,
  layoutMap,
  type SizeOf,
} from "#shared/layout/index.ts";
import type { CardId, Point } from "#shared/model/index.ts";
import { unpackMap } from "./pack-map.ts";
import type { TidyAnswer, TidyQuestion, TidyRequest, TidyScope } from "./tidy-request.ts";

/** What a worker does: finds places and tells which of them are new. `engine` is needed for layers only. */
export function answerTidy({ map: packed, request }: TidyQuestion, engine?: DotEngine): TidyAnswer {
  const { map, sizes } = unpackMap(packed);
  const sizeOf: SizeOf = (id) => sizes.get(id) ?? { width: 0, height: 0 };
  const scope = scopeOf(request.scope);
  const places =
    request.arrangement === "layered"
      ? engine && layoutLayered(map, sizeOf, { direction: request.direction }, scope, engine)
      : layoutMap(map, sizeOf, optionsOf(request, request.arrangement), scope);
  if (!places) return undefined;
  const moved: (readonly [CardId, Point])[] = [];
  for (const [id, at] of places) {
    const before = map.positions.get(id);
    if (before?.[0] !== at[0] || before[1] !== at[1]) moved.push([id, at]);
  }
  return moved;
}

function scopeOf(scope: TidyScope): LayoutScope {
  return scope.type === "cards" ? { type: "cards", ids: new Set(scope.ids) } : scope;
}

function optionsOf(
  { direction, aspect }: TidyRequest,
  arrangement: LayoutOptions["arrangement"],
): Partial<LayoutOptions> {
  return aspect === undefined ? { arrangement, direction } : { arrangement, direction, aspect };
}
