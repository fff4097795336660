import { once } from "node:events";
import { StoreError } from "../rooms/index.ts";
import { startThread } from "../start-thread.ts";
import { type MadeVersion, makeVersion, type VersionSource } from "./make-version.ts";

/** Of as many bytes a version is made in some 5 ms, a tenth of what it takes to start a thread. */
const smallBytes = 32 * 1024;

/** Makes a version as `makeVersion` does, and that of a large map in a thread of its own. */
export async function makeVersionAside(source: VersionSource): Promise<MadeVersion | undefined> {
  if (sizeOf(source) <= smallBytes) return makeVersion(source);
  const thread = startThread(import.meta.url, "version-worker", source);
  try {
    const ended = once(thread, "exit").then(() => {
      throw new Error("It ended without a word.");
    });
    const [made] = (await Promise.race([once(thread, "message"), ended])) as [MadeVersion | undefined];
    return made;
  } catch (cause) {
    throw new StoreError("failed", "The thread that makes a version of a map failed.", cause);
  }
}

function sizeOf({ stored: { snapshot, tail } }: VersionSource): number {
  return tail.reduce((sum, { data }) => sum + data.byteLength, snapshot?.byteLength ?? 0);
}
