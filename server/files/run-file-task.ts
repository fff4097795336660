import { nanoid } from "nanoid";
import type { ReadResult } from "#shared/formats/format.ts";
import { lossesOfFile } from "#shared/formats/losses-of-file.ts";
import { partOf } from "#shared/formats/part-of.ts";
import { type FormatName, infoOf, loadFormat } from "#shared/formats/registry.ts";
import { unreadSigns } from "#shared/formats/unread-signs.ts";
import { mapBounds, withPlaces } from "#shared/layout/index.ts";
import { assert, unreachable } from "#shared/lib/assert.ts";
import { createIdSource, type PlainMap, type RecordType, withFreshIds } from "#shared/model/index.ts";
import type { MapCounts } from "#shared/protocol/api.ts";
import { createDocument, editCopy, readStored } from "../rooms/index.ts";
import type {
  ExportAnswer,
  ExportTask,
  FileAnswer,
  FileTask,
  LossesAnswer,
  LossesTask,
  MakeAnswer,
  MakeTask,
  MergeAnswer,
  MergeTask,
} from "./file-task.ts";
import { writeMapFile } from "./write-map-file.ts";

const createId = createIdSource(nanoid);
/** Nobody signs what comes from a file: who sent it is known as a link, not as a name. */
const noAuthor = "";

/** Does one task, here and now. Files that pictures need meanwhile lie in the folder `scratch`, or among the system's own. */
export async function runFileTask<Task extends FileTask>(
  task: Task,
  scratch?: string,
): Promise<FileAnswer<Task>> {
  return (await answerTo(task, scratch)) as FileAnswer<Task>;
}

function answerTo(
  task: FileTask,
  scratch: string | undefined,
): Promise<ExportAnswer | LossesAnswer | MakeAnswer | MergeAnswer> {
  switch (task.kind) {
    case "export":
      return exportMap(task, scratch);
    case "losses":
      return countLosses(task);
    case "make":
      return makeFromFile(task);
    case "merge":
      return mergeFile(task);
    default:
      return unreachable(task);
  }
}

async function exportMap(
  { state, now, format, options }: ExportTask,
  scratch: string | undefined,
): Promise<ExportAnswer> {
  const map = mapOf(state, now);
  return { bytes: await writeMapFile(map, infoOf(format), options, now, scratch), title: map.meta.title };
}

function countLosses({ state, now, format, options }: LossesTask): Promise<LossesAnswer> {
  return lossesOfFile(partOf(mapOf(state, now), options), format, options);
}

async function makeFromFile({ format, content, now, title }: MakeTask): Promise<MakeAnswer> {
  const { map, diagnostics } = await readFile(format, content, now);
  if (hasError(diagnostics)) return { isRead: false, diagnostics };
  const meta = { title: title ?? map.meta.title, createdAt: now };
  const made = createDocument({ ...withPlaces(map), meta });
  if (!made.ok) {
    const { code, message } = made.error;
    return { isRead: false, diagnostics: [...diagnostics, { code, severity: "error", message }] };
  }
  return { isRead: true, title: meta.title, ...made.value, diagnostics };
}

async function mergeFile({ state, format, content, now }: MergeTask): Promise<MergeAnswer> {
  const { map: added, diagnostics } = await readFile(format, content, now);
  if (hasError(diagnostics)) return { isRead: false, diagnostics };
  const { result, update } = editCopy(state, now, (document) => {
    // A file may come in twice, or back to where it was exported: then its records get ids of their own.
    const named = withFreshIds(added, createId, (id) => document.has(id));
    const map = withPlaces(named, mapBounds(document.toPlainMap()));
    const inserted = document.apply({ type: "insert", map }, "import");
    const keptIds = [...named.records.values()].flatMap(({ type, id }) =>
      added.records.has(id) ? [[type, id] as const] : [],
    );
    return { fault: inserted.ok ? undefined : inserted.error, keptIds };
  });
  const { fault, keptIds } = result;
  const renamed = added.records.size - keptIds.length;
  return { isRead: true, fault, update, keptIds, counts: countsOf(added), renamed, diagnostics };
}

async function readFile(format: FormatName, content: string, now: number): Promise<ReadResult> {
  const { read } = await loadFormat(format);
  assert(read !== undefined, "only formats that can be read are asked for");
  const { map, diagnostics } = read(content, { createId, now, author: noAuthor });
  return { map, diagnostics: [...unreadSigns(content), ...diagnostics] };
}

function mapOf(state: Uint8Array, now: number): PlainMap {
  return readStored({ snapshot: state, tail: [] }, now, (document) => document.toPlainMap());
}

function hasError(diagnostics: ReadResult["diagnostics"]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function countsOf(map: PlainMap): MapCounts {
  const counts: Record<RecordType, number> = {
    card: 0,
    argument: 0,
    conflict: 0,
    source: 0,
    group: 0,
    step: 0,
    presentation: 0,
  };
  for (const { type } of map.records.values()) counts[type]++;
  return {
    cards: counts.card,
    arguments: counts.argument,
    conflicts: counts.conflict,
    sources: counts.source,
    groups: counts.group,
    presentations: counts.presentation,
    steps: counts.step,
  };
}
