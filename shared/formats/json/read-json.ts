import {
  type CardId,
  checkMap,
  emptyMap,
  type Field,
  fieldsOf,
  idPattern,
  initialOf,
  type MapMeta,
  type MapRecord,
  mentionsOf,
  metaSchemas,
  modelLimits,
  type PlainMap,
  type Point,
  pointSchema,
  type RecordId,
  type RecordType,
  resolveMap,
} from "#shared/model/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { ReadResult } from "../format.ts";
import { LeftOutNames } from "../left-out-names.ts";
import { collections, formatName, formatVersions } from "./schema.ts";
import { syntaxError } from "./syntax-error.ts";

/**
 * Reads our own JSON. Never throws: a fault is a diagnostic with its place. Faults in a record (a missing id, a wrong
 * value, a rule broken) are errors and nothing is read, so that an import is whole or not at all; a mention of
 * something that is not in the file is a warning, and only the mention is left out.
 */
export function readJson(text: string): ReadResult {
  const reader = new Reader();
  const map = reader.read(text);
  return { map: map ?? emptyMap({ title: "", createdAt: 0 }), diagnostics: reader.diagnostics };
}

/** More would help nobody, and a hostile file could bring millions. */
const maxDiagnostics = 100;

const knownOfFile: ReadonlySet<string> = new Set([
  ...["format", "version", "title", "createdAt"],
  ...collections.map(([name]) => name),
]);

const knownOfRecord: ReadonlyMap<RecordType, ReadonlySet<string>> = new Map(
  collections.map(([, type]) => {
    const fields = fieldsOf(type).map(([name]) => name);
    return [type, new Set(["id", ...(type === "card" ? ["at"] : []), ...fields])];
  }),
);

class Reader {
  readonly #errors: Diagnostic[] = [];
  readonly #warnings: Diagnostic[] = [];
  #more = 0;
  readonly #records = new Map<RecordId, MapRecord>();
  readonly #positions = new Map<CardId, Point>();
  readonly #paths = new Map<RecordId, string>();
  readonly #unknown = new LeftOutNames();

  get #hasFailed(): boolean {
    return this.#errors.length > 0;
  }

  /** Errors come first: no number of warnings may hide why nothing was read. */
  get diagnostics(): readonly Diagnostic[] {
    const found = [...this.#errors, ...this.#warnings];
    const more = this.#more + Math.max(0, found.length - maxDiagnostics);
    if (more === 0) return found;
    const message = `${more} more remarks like these are left out.`;
    return [...found.slice(0, maxDiagnostics), { code: "JSON_MORE", severity: "info", message }];
  }

  /** The map, or undefined where there was an error. */
  read(text: string): PlainMap | undefined {
    let file: unknown;
    try {
      // Some editors put a byte order mark in front, which is no JSON.
      file = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      this.#add(syntaxError(text));
      return undefined;
    }
    if (!isObject(file) || file["format"] !== formatName) {
      this.#error("JSON_NOT_A_MAP", "", `This is not a Counterpoint map: "format" must be "${formatName}".`);
      return undefined;
    }
    if (!formatVersions.some((version) => version === file["version"])) {
      this.#error(
        "JSON_UNKNOWN_VERSION",
        "version",
        `This file has version ${short(file["version"])}; this program reads ${formatVersions.join(" and ")}.`,
      );
      return undefined;
    }
    const meta = this.#readMeta(file);
    for (const [name, type] of collections) this.#readCollection(name, type, file[name]);
    this.#noteUnknown(file, knownOfFile, "");
    for (const { message, where } of this.#unknown.told())
      this.#add({ code: "JSON_UNKNOWN_KEY", severity: "warning", message, ...where });
    if (this.#records.size > modelLimits.maxRecords) {
      this.#error(
        "JSON_TOO_LARGE",
        "",
        `A map holds ${modelLimits.maxRecords} records; this has ${this.#records.size}.`,
      );
    }
    // The rules are about whole records only.
    if (this.#hasFailed) return undefined;
    const map = this.#checked({
      meta,
      records: this.#records,
      positions: this.#positions,
    });
    return this.#hasFailed ? undefined : map;
  }

  #readMeta(file: Readonly<Record<string, unknown>>): MapMeta {
    const { title = "", createdAt = 0 } = file;
    const [name, birth] = [metaSchemas.title.safeParse(title), metaSchemas.createdAt.safeParse(createdAt)];
    if (!name.success) this.#error("JSON_BAD_VALUE", "title", `The title cannot be ${short(title)}.`);
    if (!birth.success)
      this.#error("JSON_BAD_VALUE", "createdAt", `"createdAt" cannot be ${short(createdAt)}.`);
    return { title: name.data ?? "", createdAt: birth.data ?? 0 };
  }

  #readCollection(name: string, type: RecordType, list: unknown): void {
    if (list === undefined) return;
    if (!Array.isArray(list)) {
      this.#error("JSON_NOT_A_LIST", name, `"${name}" must be a list.`);
      return;
    }
    list.forEach((item: unknown, index) => {
      this.#readRecord(type, item, `${name}[${index}]`);
    });
  }

  #readRecord(type: RecordType, item: unknown, path: string): void {
    if (!isObject(item)) {
      this.#error("JSON_NOT_A_RECORD", path, `A ${type} must be an object.`);
      return;
    }
    const id = item["id"];
    if (typeof id !== "string" || !idPattern.test(id)) {
      this.#error("JSON_BAD_ID", `${path}.id`, `A ${type} needs an id: 1 to 64 letters, digits, "_" or "-".`);
      return;
    }
    if (this.#records.has(id as RecordId)) {
      this.#error("JSON_DUPLICATE_ID", `${path}.id`, `The id "${id}" is used twice.`);
      return;
    }
    const record: Record<string, unknown> = { type, id };
    for (const [name, field] of fieldsOf(type)) record[name] = this.#readField(type, name, field, item, path);
    this.#noteUnknown(item, knownOfRecord.get(type), `${path}.`);
    this.#records.set(id as RecordId, record as unknown as MapRecord);
    this.#paths.set(id as RecordId, path);
    if (type === "card" && item["at"] !== undefined)
      this.#readPosition(id as CardId, item["at"], `${path}.at`);
  }

  #noteUnknown(
    item: Readonly<Record<string, unknown>>,
    known: ReadonlySet<string> | undefined,
    path: string,
  ): void {
    for (const key of Object.keys(item))
      if (!known?.has(key)) this.#unknown.note(key, { path: `${path}${key.slice(0, 60)}` });
  }

  #readField(
    type: RecordType,
    name: string,
    field: Field,
    item: Readonly<Record<string, unknown>>,
    path: string,
  ): unknown {
    const value = item[name];
    const initial = initialOf(field);
    if (value === undefined && initial !== undefined) return initial;
    const at = `${path}.${name}`;
    if (value === undefined) {
      this.#error("JSON_MISSING", at, `This ${type} has no "${name}".`);
      return undefined;
    }
    switch (field.kind) {
      case "value": {
        const parsed = field.schema.safeParse(value);
        if (parsed.success) return parsed.data;
        this.#error("JSON_BAD_VALUE", at, `"${name}" of a ${type} cannot be ${short(value)}.`);
        return initial;
      }
      case "text":
        if (field.schema.safeParse(value).success) return value;
        this.#error("JSON_BAD_TEXT", at, `"${name}" must be a text of at most ${field.maxChars} characters.`);
        return "";
      case "members":
      case "entries":
        return this.#readList(name, field, value, at);
    }
  }

  #readList(
    name: string,
    field: Extract<Field, { kind: "members" | "entries" }>,
    value: unknown,
    path: string,
  ): unknown {
    if (!Array.isArray(value) || value.length > modelLimits.maxMembers) {
      this.#error("JSON_BAD_LIST", path, `"${name}" must be a list of at most ${modelLimits.maxMembers}.`);
      return [];
    }
    const seen = new Set<string>();
    return value.flatMap((item: unknown, index): unknown[] => {
      const at = `${path}[${index}]`;
      const parsed = field.schema.safeParse(item);
      if (!parsed.success) {
        this.#error("JSON_BAD_VALUE", at, `"${name}" cannot hold ${short(item)}.`);
        return [];
      }
      const key = typeof parsed.data === "string" ? parsed.data : parsed.data.id;
      if (seen.has(key)) {
        this.#error("JSON_DUPLICATE_ID", at, `"${key}" stands twice in "${name}".`);
        return [];
      }
      seen.add(key);
      return [parsed.data];
    });
  }

  #readPosition(id: CardId, value: unknown, path: string): void {
    const parsed = pointSchema.safeParse(value);
    if (parsed.success) this.#positions.set(id, parsed.data);
    else this.#error("JSON_BAD_VALUE", path, `A place is [x, y] in canvas pixels, not ${short(value)}.`);
  }

  #checked(map: PlainMap): PlainMap {
    for (const violation of checkMap(map)) {
      const { rule, message } = violation;
      // [I9] Deleting a premise can leave two steps that say the same; that must not keep a map from being read.
      const severity = rule === "I9" ? "warning" : "error";
      this.#add({ code: `JSON_RULE_${rule}`, severity, message, path: this.#paths.get(violation.id) ?? "" });
    }
    for (const record of map.records.values()) {
      for (const id of mentionsOf(record)) {
        if (map.records.has(id)) continue;
        const message = `"${id}" is mentioned but not in the file; the mention is left out.`;
        this.#add({
          code: "JSON_DANGLING",
          severity: "warning",
          message,
          path: this.#paths.get(record.id) ?? "",
        });
      }
    }
    return resolveMap(map);
  }

  #error(code: string, path: string, message: string): void {
    this.#add({ code, severity: "error", message, path });
  }

  #add(diagnostic: Diagnostic): void {
    const found = diagnostic.severity === "error" ? this.#errors : this.#warnings;
    if (found.length < maxDiagnostics) found.push(diagnostic);
    else this.#more += 1;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Lists and objects are only named: a hostile one can be nested deeper than it can be written out. */
function short(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
