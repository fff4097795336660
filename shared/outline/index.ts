/** The map as an outline: its cards as the rows of a tree, and what moving a row means. */
export { OutlineRoots } from "./outline-roots.ts";
export { argumentOf, isBelow, type OutlineRow, type RowRelation, rootRow } from "./outline-row.ts";
export { kindFor, planAdd } from "./plan-add.ts";
export {
  type MoveRefusal,
  type OutlineView,
  placeBeside,
  planIndent,
  planLift,
  planMoves,
  planShift,
  type RowPlace,
} from "./plan-move.ts";
export { homeRow, placesBeside } from "./row-path.ts";
export { linksTo, rowsBelow, targetsOf } from "./rows-below.ts";
