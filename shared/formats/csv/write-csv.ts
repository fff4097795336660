import { type MapRecord, type PlainMap, recordsOf, resolveMap } from "#shared/model/index.ts";
import { type Cells, cellsOf, dateCell, listCell } from "../fields/index.ts";
import { columns } from "./columns.ts";
import { guarded } from "./guard.ts";
import { writeTable } from "./table.ts";

/**
 * What shows of the map as one table by RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for
 * something else. A row for the map and for each record; no cell is one that a spreadsheet computes with.
 */
export function writeCsv(whole: PlainMap): string {
  const map = resolveMap(whole);
  const { title, createdAt } = map.meta;
  const rows: readonly Cells[] = [
    { type: "map", title, createdAt: dateCell(createdAt) },
    ...recordsOf(map, "group").map(cellsIn),
    ...recordsOf(map, "card").map((card) => {
      const at = map.positions.get(card.id);
      return at ? { ...cellsIn(card), x: String(at[0]), y: String(at[1]) } : cellsIn(card);
    }),
    ...recordsOf(map, "argument").map(cellsIn),
    ...recordsOf(map, "conflict").map(cellsIn),
    ...recordsOf(map, "source").map(cellsIn),
    ...recordsOf(map, "presentation").map(cellsIn),
    ...recordsOf(map, "step").map(cellsIn),
  ];
  const table = rows.map((cells) => columns.map((column) => guarded(cells[column] ?? "")));
  return `\uFEFF${writeTable([columns, ...table])}`;
}

function cellsIn(record: MapRecord): Cells {
  return { type: record.type, id: record.id, ...cellsOf(record), ...structureOf(record) };
}

function structureOf(record: MapRecord): Cells {
  switch (record.type) {
    case "card": {
      const { group, parent, raisedBy, answers } = record;
      return {
        group: group ?? "",
        parent: parent ?? "",
        raisedBy: raisedBy?.id ?? "",
        answers: listCell(answers),
      };
    }
    case "argument":
      return { premises: listCell(record.premises), target: record.target.id };
    case "conflict":
      return { members: listCell(record.members) };
    case "source":
    case "group":
    case "presentation":
    case "step":
      return {};
  }
}
