/** Drawings of boxes and lines: what the formats that hold them share, in and out. */

export { type Drawing, drawingOf, type Line } from "./drawing.ts";
export type { Graph, GraphEdge, GraphGroup, GraphJoint, GraphNode } from "./graph.ts";
export { mapOfGraph } from "./map-of-graph.ts";
export { type Relation, relationIn, relationWords } from "./relation-words.ts";
export { relationOf, toneOf } from "./tones.ts";
