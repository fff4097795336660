import { isPoint, type Point } from "#shared/model/index.ts";
import type { Cells } from "../fields/index.ts";
import type { XmlElement } from "../xml/index.ts";

/** What a drawing program shows of a node or a line. */
export type Look = Readonly<{ label?: string; at?: Point }>;

/** The names that keys stand for. */
export function keysOf(root: XmlElement): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, attributes } of root.children) {
    const { id, "attr.name": said } = attributes;
    if (name === "key" && id !== undefined) keys.set(id, said ?? id);
  }
  return keys;
}

/** The plain data of an element by name. */
export function dataOf(element: XmlElement, keys: ReadonlyMap<string, string>): Cells {
  const cells: Record<string, string> = {};
  for (const { name, attributes, text, children } of element.children) {
    const key = attributes["key"];
    if (name !== "data" || key === undefined || children.length > 0) continue;
    cells[keys.get(key) ?? key] = text;
  }
  return cells;
}

/** The label and the place that stand in the data of yFiles: the first of each. */
export function lookOf(element: XmlElement): Look {
  let label: string | undefined;
  let at: Point | undefined;
  const waiting = element.children.filter(({ name }) => name === "data");
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === "NodeLabel" || next.name === "EdgeLabel") label ??= next.text.trim();
    if (next.name === "Geometry") at ??= placeOf(next);
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child) waiting.push(child);
    }
  }
  return { ...(label !== undefined && { label }), ...(at && { at }) };
}

function placeOf({ attributes }: XmlElement): Point | undefined {
  const at = [Number(attributes["x"] ?? Number.NaN), Number(attributes["y"] ?? Number.NaN)];
  return isPoint(at) ? at : undefined;
}

/**
 * The words that count where a node both says and shows them: those shown, if somebody changed them in a drawing
 * program. Lines are broken anew for showing, so white space tells nothing.
 */
export function wordsShown(said: string, { label }: Look): string {
  return label === undefined || bare(label) === bare(said) ? said : label;
}

function bare(words: string): string {
  return words.replace(/\s+/gu, "");
}
