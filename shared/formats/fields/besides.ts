import { blankRecord, idPattern, type MapRecord, type Source, type Step } from "#shared/model/index.ts";
import { type Cells, fieldsOfCells } from "./cells.ts";

/**
 * A record that no drawing shows, from its cells and the one called `id`; undefined where it cannot be told from
 * others or, for a step, where nothing says which comes first.
 */
export function besideOf(
  type: "source" | "step",
  cells: Cells,
  onFault: (name: string) => void,
): MapRecord | undefined {
  const { id = "" } = cells;
  const fields = { createdAt: 0, ...fieldsOfCells(type, cells, onFault) };
  if (!idPattern.test(id)) return undefined;
  if (type === "source") return blankRecord("source", id as Source["id"], fields);
  const order = "order" in fields && typeof fields.order === "string" ? fields.order : undefined;
  return order === undefined ? undefined : blankRecord("step", id as Step["id"], { ...fields, order });
}
