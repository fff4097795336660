import type { ExportOptions } from "#shared/formats/export-options.ts";
import type { Loss } from "#shared/formats/features.ts";
import type { FormatName } from "#shared/formats/registry.ts";
import type { CommandFault, RecordId, RecordType } from "#shared/model/index.ts";
import type { ApiDiagnostic, MapCounts } from "#shared/protocol/api.ts";

/** A map as an encoded document, and the time: what a task works on, so that nobody else has to take the map apart. */
type OnMap = Readonly<{ state: Uint8Array; now: number }>;

/** A file, and in what format it is. */
type OnFile = Readonly<{ format: FormatName; content: string; now: number }>;

/** Writes a map as a file. */
export type ExportTask = OnMap & Readonly<{ kind: "export"; format: FormatName; options: ExportOptions }>;
export type ExportAnswer = Readonly<{ bytes: Uint8Array; title: string }>;

/** Counts what a file of this map would be missing. */
export type LossesTask = OnMap & Readonly<{ kind: "losses"; format: FormatName; options: ExportOptions }>;
export type LossesAnswer = readonly Loss[];

/** What is said of a file in which nothing could be read. */
type Unread = Readonly<{ isRead: false; diagnostics: readonly ApiDiagnostic[] }>;

/** Makes a new map from a file; `title` goes before that of the file. */
export type MakeTask = OnFile & Readonly<{ kind: "make"; title: string | undefined }>;
export type MakeAnswer =
  | Unread
  | Readonly<{
      isRead: true;
      title: string;
      record: Uint8Array;
      glimpse: Uint8Array | undefined;
      diagnostics: readonly ApiDiagnostic[];
    }>;

/** Adds what a file holds to a map: makes the update that does so. */
export type MergeTask = OnMap & OnFile & Readonly<{ kind: "merge" }>;
export type MergeAnswer =
  | Unread
  | Readonly<{
      isRead: true;
      /** Why the map cannot take it. */
      fault: CommandFault | undefined;
      update: Uint8Array | undefined;
      /** Records that keep the ids they have in the file. */
      keptIds: readonly (readonly [RecordType, RecordId])[];
      counts: MapCounts;
      /** Records whose ids are taken in the map, and which therefore got new ones. */
      renamed: number;
      diagnostics: readonly ApiDiagnostic[];
    }>;

/** Work on files that may take long. */
export type FileTask = ExportTask | LossesTask | MakeTask | MergeTask;

/** What the thread is told: the task, and a folder, to be made, that is removed when the thread has ended. */
export type TaskOfThread = Readonly<{ task: FileTask; scratch: string }>;

/** What the thread says: what came of the task, or why it cannot be done, in words for whoever asked. */
export type WorkerAnswer = Readonly<{ answer: unknown }> | Readonly<{ refusal: string }>;

export type FileAnswer<Task extends FileTask> = Task extends ExportTask
  ? ExportAnswer
  : Task extends LossesTask
    ? LossesAnswer
    : Task extends MakeTask
      ? MakeAnswer
      : MergeAnswer;
