import { blankRecord, idPattern, type MapRecord, type Source, type Step } from "#shared/model/index.ts";
import { type Cells, fieldsOfCells } from "../fields/index.ts";

/** Records that no drawing shows, from their JSON; ids that `known` has are taken. */
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
    const cells = wordsIn(item);
    const { id = "" } = cells;
    const fields = fieldsOfCells(type, cells, (name) =>
      onFault(`What "${name}" of a ${type} says cannot be kept.`),
    );
    const isWhole = idPattern.test(id) && !taken.has(id) && (type === "source" || "order" in fields);
    if (isWhole) {
      taken.add(id);
      const given = { createdAt: 0, ...fields };
      records.push(
        type === "source"
          ? blankRecord("source", id as Source["id"], given)
          : blankRecord("step", id as Step["id"], given),
      );
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
