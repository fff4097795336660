import { writeJson } from "#shared/formats/json/index.ts";
import type { CreateMapRequest } from "#shared/protocol/api.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { FileRead } from "./read-file.ts";

/**
 * What the server is asked for to make a map of a file: what was read here and shown, signed as it was read. Our own
 * files go as they are, and keep their ids. O(map).
 */
export function newMapRequest({ map, format }: FileRead, text: string): CreateMapRequest {
  // Without the indentation, which would be a fifth of what is sent.
  const content = format === "json" ? text : JSON.stringify(JSON.parse(writeJson(map)));
  return { content, format: "json" };
}

/** Whether the server would refuse a request for its size; within JSON a text takes more than as a file. */
export function isTooLarge(request: CreateMapRequest): boolean {
  return new Blob([JSON.stringify(request)]).size > limits.maxBodyBytes;
}
