import { type Cells, fieldsOfCells, placeIn } from "../fields/index.ts";
import type { GraphNode } from "../graph/index.ts";
import { type Look, wordsShown } from "./data-of.ts";
import { keyNames } from "./keys.ts";

/** Under these names others keep what a node says, the surest first. */
const textNames = ["label", "text", "title", "name", "description"] as const;

/** What a node says of its card. Where a drawing program changed what it shows, that counts, not our data of it. */
export function cardOf(
  key: string,
  cells: Cells,
  look: Look,
  onFault: (name: string) => void,
): Omit<GraphNode, "key"> {
  const isOurs = cells["record"] === "card";
  return isOurs ? ourCard(key, cells, look, onFault) : foreignCard(key, cells, look);
}

/** The names of the data that a card is made of; what says the same as its text is not lost either. */
export function namesRead(cells: Cells, text: string): readonly string[] {
  if (cells["record"] === "card") return keyNames.node;
  return ["url", ...Object.keys(cells).filter((name) => cells[name]?.trim() === text.trim())];
}

function ourCard(
  id: string,
  cells: Cells,
  look: Look,
  onFault: (name: string) => void,
): Omit<GraphNode, "key"> {
  const said = cells["label"] ?? "";
  const text = wordsShown(said, look);
  const { kind, ...fields } = fieldsOfCells("card", { ...cells, text }, onFault);
  const placed = placeIn(cells["x"], cells["y"]);
  const at = placed && (look.at ?? placed);
  return {
    id,
    fields: { author: "", ...fields },
    text,
    kind: kind ?? "claim",
    ...(at && { at }),
  };
}

function foreignCard(key: string, cells: Cells, look: Look): Omit<GraphNode, "key"> {
  const said = textNames.map((name) => cells[name]?.trim()).find((words) => words);
  const text = look.label || said || key;
  const url = cells["url"]?.trim() ?? "";
  return {
    text,
    ...(look.at && { at: look.at }),
    ...(/^https?:\/\//i.test(url) && { links: [{ title: "", url }] }),
  };
}
