import { infoOf } from "#shared/formats/registry.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { FileTask } from "./file-task.ts";

/** Formats in which a few words make many things: lines from each to each, steps about all steps, words made of words. */
const multiplying: ReadonlySet<string> = new Set(["mermaid", "argdown", "bibtex"]);

/**
 * Whether a task is done in less time than a thread takes to start, however densely its file was built: few characters may
 * be many cards, and to lay those out takes a hundred times what reading them does.
 */
export function isSmall(task: FileTask): boolean {
  return !isDrawing(task) && isSmallMap(task) && isSmallText(task);
}

/** Pictures cost more than their maps let one think. */
export function isDrawing(task: FileTask): boolean {
  return task.kind === "export" && infoOf(task.format).isDrawn;
}

function isSmallMap(task: FileTask): boolean {
  return !("state" in task) || task.state.byteLength <= limits.smallMapBytes;
}

function isSmallText(task: FileTask): boolean {
  if (!("content" in task)) return true;
  const { content, format } = task;
  if (content.length > (multiplying.has(format) ? limits.smallDenseFileChars : limits.smallFileChars))
    return false;
  // A thing takes many lines there, so the characters tell.
  if (format === "json") return true;
  return content.split(/\r\n|[\r\n]/u, limits.smallFileLines + 1).length <= limits.smallFileLines;
}
