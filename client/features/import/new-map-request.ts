import type { CreateMapRequest } from "#shared/protocol/api.ts";
import { limits } from "#shared/protocol/limits.ts";
import type { FileRead } from "./read-file.ts";

/** What the server is asked for to make a map of a file: what was read here and shown, signed as it was read. */
export function newMapRequest({ ownText }: Pick<FileRead, "ownText">): CreateMapRequest {
  return { content: ownText, format: "json" };
}

/** Whether the server would refuse a request for its size; within JSON a text takes more than as a file. */
export function isTooLarge(request: CreateMapRequest): boolean {
  return new Blob([JSON.stringify(request)]).size > limits.maxBodyBytes;
}
