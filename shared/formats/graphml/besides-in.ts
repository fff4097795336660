import type { MapRecord } from "#shared/model/index.ts";
import { besideOf, type Cells } from "../fields/index.ts";

/** Sources or steps from their JSON; ids that `known` has are taken. */
export function besidesIn(
  type: "source" | "step",
  json: string | undefined,
  known: readonly MapRecord[],
  onFault: (message: string) => void,
): readonly MapRecord[] {
  if (json === undefined) return [];
  const taken = new Set<string>(known.map(({ id }) => id));
  const records: MapRecord[] = [];
  for (const item of listIn(json, onFault)) {
    const record = besideOf(type, wordsIn(item), (name) =>
      onFault(`What "${name}" of a ${type} says cannot be kept.`),
    );
    if (record && !taken.has(record.id)) {
      taken.add(record.id);
      records.push(record);
    } else onFault(`A ${type} has no id, no order, or the id of another; it was left out.`);
  }
  return records;
}

function listIn(json: string, onFault: (message: string) => void): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(json);
    if (Array.isArray(list)) return list;
  } catch {
    // no JSON is no list either
  }
  onFault("What should be a list of sources or steps is none; it was left out.");
  return [];
}

function wordsIn(item: unknown): Cells {
  const entries = typeof item === "object" && item !== null ? Object.entries(item) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
