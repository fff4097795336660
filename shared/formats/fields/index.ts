/** Records as cells of text, for formats that keep a value under a name. */
export { type Cells, cellsOf, fieldsOfCells, listCell, listIn, placeIn, structureOf } from "./cells.ts";
