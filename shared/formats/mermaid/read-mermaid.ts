import { emptyMap } from "#shared/model/index.ts";
import { cleanText, Findings, inputFault, MapBuilder } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { mapOfGraph } from "../graph/index.ts";
import { FlowchartReader } from "./flowchart-reader.ts";
import { withoutSurroundings } from "./surroundings.ts";

/**
 * Reads a Mermaid flowchart, also one that stands in Markdown: nodes become cards, lines arguments by the words on
 * them, subgraphs groups. Looks are passed over.
 */
export function readMermaid(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "MERMAID");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("MERMAID");
  const { body, title } = withoutSurroundings(cleanText(text));
  const graph = new FlowchartReader(body, findings).read();
  if (!graph || findings.hasFailed) return new MapBuilder(options, findings).finish("");
  return mapOfGraph({ ...graph, title: title || graph.title }, options, findings);
}
