/** Records as cells of text, for formats that keep a value under a name. */
export { type BesideFault, type BesideType, besideOf, besidesIn, cellsIn, listOfCells } from "./besides.ts";
export {
  type Cells,
  cellsOf,
  dateCell,
  dateIn,
  type FieldsOf,
  fieldsOfCells,
  idsIn,
  listCell,
  placeIn,
  structureOf,
} from "./cells.ts";
