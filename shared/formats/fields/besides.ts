import { blankRecord, idPattern, type MapRecord, type Step } from "#shared/model/index.ts";
import { type Cells, cellsOf, fieldsOfCells } from "./cells.ts";

/** The types of records that no drawing shows. */
export type BesideType = "source" | "presentation" | "step";

/** Is told what is wrong with such a record: the code without the format, and a sentence. */
export type BesideFault = (what: string, message: string) => void;

/**
 * A record that no drawing shows, from its cells and the one called `id`; undefined where it cannot be told from
 * others or, for a step, where nothing says which comes first.
 */
export function besideOf(
  type: BesideType,
  cells: Cells,
  onFault: (name: string) => void,
): MapRecord | undefined {
  const { id = "" } = cells;
  if (!idPattern.test(id)) return undefined;
  if (type !== "step")
    return blankRecord(type, id as never, { createdAt: 0, ...fieldsOfCells(type, cells, onFault) });
  const { order, ...fields } = fieldsOfCells("step", cells, onFault);
  if (order === undefined) return undefined;
  return blankRecord("step", id as Step["id"], { createdAt: 0, order, ...fields });
}

/** The id and the cells of each record, for what stands in a list of its own beside a drawing. */
export function listOfCells(records: readonly MapRecord[]): readonly Cells[] {
  return records.map((record) => ({ id: record.id, ...cellsOf(record) }));
}

/** Records of one type from such a list; ids that `known` has are taken. */
export function besidesIn(
  type: BesideType,
  list: unknown,
  known: readonly MapRecord[],
  onFault: BesideFault,
): readonly MapRecord[] {
  if (list === undefined) return [];
  if (!Array.isArray(list))
    onFault("NOT_A_LIST", `What should be a list of each ${type} is none; it was left out.`);
  const taken = new Set<string>(known.map(({ id }) => id));
  const records: MapRecord[] = [];
  for (const item of Array.isArray(list) ? list : []) {
    const record = besideOf(type, cellsIn(item), (name) =>
      onFault("BAD_VALUE", `What "${name}" of a ${type} says cannot be kept.`),
    );
    if (record && !taken.has(record.id)) {
      taken.add(record.id);
      records.push(record);
    } else onFault("UNFIT_RECORD", `A ${type} has no id, no order, or the id of another; it was left out.`);
  }
  return records;
}

/** The cells in an object that may hold anything. */
export function cellsIn(item: unknown): Cells {
  const entries = typeof item === "object" && item !== null ? Object.entries(item) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
