import type { CardKind, Point, Polarity } from "#shared/model/index.ts";
import type { CreateMapResponse } from "#shared/protocol/api.ts";

/** A map as a test begins with it: cards by their texts, and what is argued from which to which. */
export type StartingMap = Readonly<{
  title: string;
  cards: readonly Readonly<{ text: string; at: Point; kind?: CardKind }>[];
  arguments?: readonly Readonly<{ polarity: Polarity; from: string; to: string }>[];
}>;

/** Makes a map on the server, over the same HTTP API that anybody may use. */
export function createMap(serverUrl: string, map: StartingMap): Promise<CreateMapResponse> {
  return createMapFrom(serverUrl, map.title, fileOf(map));
}

/** The same with a map that there is as a file. */
export async function createMapFrom(
  serverUrl: string,
  title: string,
  content: string,
): Promise<CreateMapResponse> {
  const response = await fetch(new URL("/api/maps", serverUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title, format: "json", content }),
  });
  if (response.status !== 201) throw new Error(`The map was not made: ${await response.text()}`);
  return (await response.json()) as CreateMapResponse;
}

/** The map as the file that Counterpoint reads. */
function fileOf({ title, cards, arguments: steps = [] }: StartingMap): string {
  const idOf = (text: string): string => `card-${cards.findIndex((card) => card.text === text)}`;
  return JSON.stringify({
    format: "counterpoint",
    version: 1,
    title,
    cards: cards.map(({ text, at, kind = "claim" }, index) => ({
      id: idOf(text),
      kind,
      text,
      at,
      createdAt: index,
    })),
    arguments: steps.map(({ polarity, from, to }, index) => ({
      id: `step-${index}`,
      polarity,
      premises: [idOf(from)],
      target: { type: "card", id: idOf(to) },
      createdAt: index,
    })),
  });
}
