import type { TextFormat } from "../format.ts";
import { readCsv } from "./read-csv.ts";
import { writeCsv } from "./write-csv.ts";

/** Tables: a row for each card and each argument, whole, for spreadsheets and statistics. */
export const csv: TextFormat = { read: readCsv, write: writeCsv, cannotCarry: [] };
