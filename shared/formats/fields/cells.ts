import {
  type Field,
  fieldOf,
  fieldsOf,
  initialOf,
  isPoint,
  type MapRecord,
  modelLimits,
  type Point,
  type RecordOf,
  type RecordType,
} from "#shared/model/index.ts";
import { cleanText, cutTo } from "../building/index.ts";

/** What a record says by itself, a cell for each field; what is at its beginning is left out. */
export type Cells = Readonly<Record<string, string>>;

/** Fields of a record, as many as are said. */
export type FieldsOf<Type extends RecordType> = Partial<Omit<RecordOf<Type>, "type" | "id">>;

const structure: Readonly<Record<RecordType, readonly string[]>> = {
  card: ["group", "parent", "raisedBy", "answers"],
  argument: ["premises", "target"],
  conflict: ["members"],
  source: [],
  step: [],
  presentation: [],
  group: [],
};

/** Fields that say how a record hangs together with others; formats have ways of their own to show that. */
export function structureOf(type: RecordType): readonly string[] {
  return structure[type];
}

/**
 * The fields of a record as text that people and tables can read: words as they are, ages as dates, lists with
 * semicolons between, all else as JSON. Structure is left out.
 */
export function cellsOf(record: MapRecord): Cells {
  const cells: Record<string, string> = {};
  for (const [name, field] of fieldsOf(record.type)) {
    if (structure[record.type].includes(name)) continue;
    const value = fieldOf(record, name);
    if (isInitial(field, value)) continue;
    cells[name] = name === "createdAt" ? dateCell(value as number) : cellOf(value);
  }
  return cells;
}

/**
 * What cells say of a record, as far as its fields can hold it; structure is left alone. Names that are no field are
 * passed over, and `onFault` is told of cells that cannot be read.
 */
export function fieldsOfCells<Type extends RecordType>(
  type: Type,
  cells: Cells,
  onFault: (name: string) => void,
): FieldsOf<Type> {
  const fields: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(type)) {
    const cell = Object.hasOwn(cells, name) ? cells[name] : undefined;
    if (cell === undefined || structure[type].includes(name)) continue;
    const value = name === "createdAt" ? dateIn(cell) : valueIn(field, cell, () => onFault(name));
    if (value === undefined) onFault(name);
    else fields[name] = value;
  }
  // The schema of each field has said that it holds what it may.
  return fields as FieldsOf<Type>;
}

/** The ids in a cell, whatever people put between them. */
export function idsIn(cell: string): readonly string[] {
  return cell.split(/[;,\s]+/u).filter((id) => id !== "");
}

/** The items of a list as one cell; a list with an item that could be taken for two is written as JSON. */
export function listCell(items: readonly string[]): string {
  const isPlain = items.every(
    (item) => item !== "" && item === item.trim() && !item.includes(";") && !item.startsWith("["),
  );
  return isPlain ? items.join("; ") : JSON.stringify(items);
}

/** The items in a cell: between semicolons, or as JSON. */
function listIn(cell: string): readonly string[] {
  const list = cell.startsWith("[") ? jsonIn(cell) : undefined;
  if (Array.isArray(list)) return list.filter((item): item is string => typeof item === "string");
  return cell
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Where a card lies as two cells, and back. */
export function placeIn(x: string | undefined, y: string | undefined): Point | undefined {
  if (!x?.trim() || !y?.trim()) return undefined;
  const at = [Number(x), Number(y)];
  return isPoint(at) ? at : undefined;
}

function isInitial(field: Field, value: unknown): boolean {
  if (field.kind === "value") return value === field.initial;
  return field.kind === "text" ? value === "" : Array.isArray(value) && value.length === 0;
}

function cellOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (isWords(value)) return listCell(value);
  return JSON.stringify(Array.isArray(value) ? value.map(trimmed) : value);
}

/** Without what says nothing, which reading fills in again. */
function trimmed(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  return Object.fromEntries(Object.entries(item).filter(([, part]) => part !== null && part !== ""));
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function valueIn(field: Field, cell: string, onFault: () => void): unknown {
  switch (field.kind) {
    case "text": {
      if (field.schema.safeParse(cell).success) return cell;
      onFault();
      return cutTo(cleanText(cell), field.maxChars);
    }
    case "value": {
      const words = field.schema.safeParse(cell);
      if (words.success) return words.data;
      if (cell.trim() === "") return initialOf(field);
      const read = field.schema.safeParse(jsonIn(cell));
      return read.success ? read.data : undefined;
    }
    case "members":
      return unique(field.schema, listIn(cell), (item) => item, onFault);
    case "entries": {
      const list = jsonIn(cell);
      return Array.isArray(list) ? unique(field.schema, list, ({ id }) => id, onFault) : undefined;
    }
  }
}

function unique<T>(
  schema: Readonly<{ safeParse: (value: unknown) => Readonly<{ success: boolean; data?: T | undefined }> }>,
  items: readonly unknown[],
  keyOf: (item: T) => string,
  onFault: () => void,
): readonly T[] {
  const kept = new Map<string, T>();
  for (const item of items) {
    const { data } = schema.safeParse(item);
    if (data !== undefined && !kept.has(keyOf(data)) && kept.size < modelLimits.maxMembers) {
      kept.set(keyOf(data), data);
    } else onFault();
  }
  return [...kept.values()];
}

/** The last moment that has a date, in milliseconds since 1970; see ECMAScript, "Time Values and Time Range". */
const maxDateMs = 8.64e15;

/** A moment as a cell: a date, or a number where there is no such date. */
export function dateCell(ms: number): string {
  return ms <= maxDateMs ? new Date(ms).toISOString() : String(ms);
}

/** The moment in a cell, in milliseconds since 1970. */
export function dateIn(cell: string): number | undefined {
  const ms = /^\d{1,16}$/.test(cell) ? Number(cell) : Date.parse(cell);
  return Number.isSafeInteger(ms) && ms >= 0 ? ms : undefined;
}

function jsonIn(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined; // no JSON is no value, and the caller says so
  }
}
