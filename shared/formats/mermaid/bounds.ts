import type { Loss } from "../features.ts";

/** Mermaid's own `maxTextSize` and `maxEdges`, which most sites keep: beyond them a message stands instead of the chart. */
const most = { characters: 50_000, lines: 500 } as const;

/** A line of the writer's between two nodes. */
const edge = /^ {2}[cag]\d+ (?:---|<?-->|-\.->)/gm;

/** What a chart is too large in for sites that keep Mermaid's own bounds. */
export function beyondBounds(text: string): readonly Loss[] {
  const lines = text.match(edge)?.length ?? 0;
  return [
    ...(text.length > most.characters ? [{ feature: "mermaidCharacters", count: text.length } as const] : []),
    ...(lines > most.lines ? [{ feature: "mermaidLines", count: lines } as const] : []),
  ];
}
