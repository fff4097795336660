import { emptyMap, type MapMeta, type MapRecord, metaSchemas, modelLimits } from "#shared/model/index.ts";
import { Findings, inputFault, MapBuilder } from "../building/index.ts";
import {
  type BesideType,
  besideOf,
  type Cells,
  dateIn,
  type FieldsOf,
  fieldsOfCells,
  idsIn,
  placeIn,
} from "../fields/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import {
  type Graph,
  type GraphEdge,
  type GraphGroup,
  type GraphJoint,
  type GraphNode,
  mapOfGraph,
} from "../graph/index.ts";
import { LeftOutNames } from "../left-out-names.ts";
import { columnsNamed, columnsOf } from "./columns.ts";
import { unguarded } from "./guard.ts";
import { type Row, readTable } from "./table.ts";

/**
 * Reads a table: one of ours comes back whole; of others each row becomes a card, if one of their columns has words.
 * Columns of ours that others use mean the same there.
 */
export function readCsv(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "CSV");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("CSV");
  // One for the head and one for the map.
  const rows = readTable(text.replace(/^\uFEFF/u, ""), modelLimits.maxRecords + 2, findings);
  const head = rows[0]?.cells ?? [];
  const isList = rows.length > 0 && rows.every(({ cells }) => cells.length === 1);
  const named = columnsNamed(head) ?? (isList ? ["text"] : undefined);
  if (!named && !findings.hasFailed) {
    const message =
      rows.length === 0
        ? "The file is empty."
        : 'No column is called "text", so there is nothing to make cards of.';
    findings.fail("NO_TEXT", message, { line: 1 });
  }
  if (!named || findings.hasFailed) return new MapBuilder(options, findings).finish("");
  const body = columnsNamed(head) ? rows.slice(1) : rows;
  return mapOfGraph(
    new RowReader(findings, columnsNamed(head) ? head : [], named).read(body),
    options,
    findings,
  );
}

class RowReader {
  readonly #findings: Findings;
  /** What the columns are called in the file, and which of ours they are. */
  readonly #head: readonly string[];
  readonly #named: readonly string[];
  readonly #leftOut = new LeftOutNames();
  readonly #nodes: GraphNode[] = [];
  readonly #joints: GraphJoint[] = [];
  readonly #groups: GraphGroup[] = [];
  readonly #edges: GraphEdge[] = [];
  readonly #others = new Map<string, MapRecord>();
  #meta: MapMeta | undefined;

  constructor(findings: Findings, head: readonly string[], named: readonly string[]) {
    this.#findings = findings;
    this.#head = head;
    this.#named = named;
  }

  read(rows: readonly Row[]): Graph {
    for (const row of rows) this.#take(this.#cellsOf(row), row.line);
    for (const { message, where } of this.#leftOut.told())
      this.#findings.warn("COLUMN_LEFT_OUT", message, where);
    this.#addNamedGroups();
    return {
      title: this.#meta?.title ?? "",
      nodes: this.#nodes,
      joints: this.#joints,
      groups: this.#groups,
      edges: this.#edges,
      others: [...this.#others.values()],
      ...(this.#meta && { meta: this.#meta }),
    };
  }

  /** Tables of others have groups by name alone. */
  #addNamedGroups(): void {
    const known = new Set(this.#groups.map(({ key }) => key));
    for (const { group } of this.#nodes) {
      if (group === undefined || known.has(group)) continue;
      known.add(group);
      this.#groups.push({ key: group, title: group });
    }
  }

  /** What a row says, without cells that say nothing. */
  #cellsOf({ cells, line }: Row): Cells {
    const all = cells.map(unguarded);
    const known = columnsOf(all[this.#named.indexOf("type")] ?? "");
    const said: Record<string, string> = {};
    all.forEach((cell, index) => {
      const name = this.#named[index] ?? "";
      if (cell === "") return;
      if (known.has(name) && !Object.hasOwn(said, name)) said[name] = cell;
      else if (cell.trim() !== "") this.#leftOut.note(this.#head[index] || `column ${index + 1}`, { line });
    });
    return said;
  }

  #take(cells: Cells, line: number): void {
    const { type = "" } = cells;
    switch (type) {
      case "map":
        this.#meta ??= metaIn(cells);
        return;
      case "argument":
        this.#takeArgument(cells, line);
        return;
      case "conflict":
        this.#takeConflict(cells, line);
        return;
      case "source":
      case "presentation":
      case "step":
        this.#takeBeside(type, cells, line);
        return;
      case "group": {
        const key = keyOf(cells, line);
        const fields = this.#fieldsOf("group", cells, line);
        this.#groups.push({
          key,
          title: cells["title"] ?? "",
          where: { line },
          ...(cells["id"] && { id: key, fields }),
        });
        return;
      }
      default:
        this.#takeCard(cells, line);
    }
  }

  #takeCard(cells: Cells, line: number): void {
    const key = keyOf(cells, line);
    const where = { line };
    const { kind, text = "", ...fields } = this.#fieldsOf("card", cells, line);
    const { group, parent, raisedBy, answers = "" } = cells;
    const at = placeIn(cells["x"], cells["y"]);
    if (!at && (cells["x"] || cells["y"])) this.#fault("x", line);
    const url = cells["url"]?.trim() ?? "";
    const isOurs = cells["type"] === "card" && cells["id"] !== undefined;
    this.#nodes.push({
      key,
      where,
      text: cells["text"] ?? "",
      fields: isOurs ? { author: "", ...fields, text } : fields,
      ...(isOurs && { id: key }),
      ...(kind && { kind }),
      ...(group && { group }),
      ...(at && { at }),
      ...(!isOurs && /^https?:\/\//iu.test(url) && { links: [{ title: "", url }] }),
    });
    if (raisedBy) this.#edges.push({ from: key, to: raisedBy, relation: "raise", where });
    if (parent) this.#edges.push({ from: key, to: parent, relation: "part", where });
    for (const to of idsIn(answers)) this.#edges.push({ from: key, to, relation: "answer", where });
  }

  #takeArgument(cells: Cells, line: number): void {
    const key = keyOf(cells, line);
    const where = { line };
    const { polarity, scheme, ...fields } = this.#fieldsOf("argument", cells, line);
    this.#joints.push({
      key,
      id: key,
      where,
      fields: { author: "", ...fields },
      ...(polarity && { polarity }),
      ...(scheme && { scheme }),
    });
    for (const from of idsIn(cells["premises"] ?? "")) this.#edges.push({ from, to: key, where });
    if (cells["target"]) this.#edges.push({ from: key, to: cells["target"], where });
  }

  #takeConflict(cells: Cells, line: number): void {
    const where = { line };
    const { kind, ...fields } = this.#fieldsOf("conflict", cells, line);
    const [from = "", to = ""] = idsIn(cells["members"] ?? "");
    const relation = kind === "contradictory" ? kind : "contrary";
    this.#edges.push({
      id: keyOf(cells, line),
      from,
      to,
      relation,
      where,
      fields: { author: "", ...fields },
    });
  }

  #takeBeside(type: BesideType, cells: Cells, line: number): void {
    const record = besideOf(type, cells, (name) => this.#fault(name, line));
    if (record && !this.#others.has(record.id)) this.#others.set(record.id, record);
    else {
      const message = `This ${type} has no id, no order, or the id of another; it was left out.`;
      this.#findings.warn("UNFIT_RECORD", message, { line });
    }
  }

  #fieldsOf<Type extends "card" | "argument" | "conflict" | "group">(
    type: Type,
    cells: Cells,
    line: number,
  ): FieldsOf<Type> {
    return fieldsOfCells(type, cells, (name) => this.#fault(name, line));
  }

  #fault(name: string, line: number): void {
    this.#findings.warn("BAD_VALUE", `What "${name}" says here cannot be kept; it was left out or cut.`, {
      line,
    });
  }
}

function keyOf({ id }: Cells, line: number): string {
  return id ?? `row ${line}`;
}

function metaIn({ title = "", createdAt = "" }: Cells): MapMeta | undefined {
  const words = metaSchemas.title.safeParse(title);
  const age = metaSchemas.createdAt.safeParse(dateIn(createdAt));
  return words.success && age.success ? { title: words.data, createdAt: age.data } : undefined;
}
