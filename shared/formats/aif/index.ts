/** AIF, the interchange format of argument research: as AIFdb has it, and as OVA and its services have it (xAIF). */
import type { TextFormat } from "../format.ts";
import { readAif } from "./read-aif.ts";
import { writeAif, writeXaif } from "./write-aif.ts";

/** What AIF itself has no place for stands beside the graph, where other programs pass it over. */
export const aif: TextFormat = { read: readAif, write: writeAif, cannotCarry: [] };

/** The same graph with the layout and the marked quotations that OVA shows. */
export const xaif: TextFormat = { read: readAif, write: writeXaif, cannotCarry: [] };
