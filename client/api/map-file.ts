import { err, ok, type Result } from "#shared/lib/result.ts";
import { limits } from "#shared/protocol/limits.ts";

/** Why a file is not even sent to the server. */
export type FileFault = "empty" | "too-large" | "unreadable";

/** The text of a file that somebody chose or dropped. */
export async function readMapFile(file: File): Promise<Result<string, FileFault>> {
  if (file.size === 0) return err("empty");
  if (file.size > limits.maxBodyBytes) return err("too-large");
  try {
    return ok(await file.text());
  } catch {
    return err("unreadable"); // a folder, or a file that went away meanwhile
  }
}
