/** Records as cells of text, for formats that keep a value under a name. */
export { besideOf } from "./besides.ts";
export {
  type Cells,
  cellsOf,
  dateCell,
  dateIn,
  fieldsOfCells,
  listCell,
  listIn,
  placeIn,
  structureOf,
} from "./cells.ts";
