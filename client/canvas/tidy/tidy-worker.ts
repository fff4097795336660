import { layoutMap, type Size } from "#shared/layout/index.ts";
import type { CardId, PlainMap, Point } from "#shared/model/index.ts";

/** What the page asks: places for all cards of the map, whose sizes it has measured. */
export type TidyRequest = Readonly<{ map: PlainMap; sizes: ReadonlyMap<CardId, Size>; aspect: number }>;
export type TidyAnswer = ReadonlyMap<CardId, Point>;

const unknownSize: Size = { width: 248, height: 68 };

self.onmessage = (event: MessageEvent<TidyRequest>) => {
  const { map, sizes, aspect } = event.data;
  const answer: TidyAnswer = layoutMap(map, (id) => sizes.get(id) ?? unknownSize, { aspect });
  self.postMessage(answer);
};
