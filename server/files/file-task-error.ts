/**
 * `busy`: too many wait already, or it waited too long. `too-long`, `too-large`: it took more time or memory than a task may
 * have. `refused`: what was asked for cannot be drawn, and the message says why to whoever asked. `called-off`: whoever asked
 * is gone.
 */
type FileTaskFault = "busy" | "too-long" | "too-large" | "refused" | "called-off" | "failed";

/** Why a task came to nothing; nothing was changed by it. */
export class FileTaskError extends Error {
  readonly code: FileTaskFault;

  constructor(code: FileTaskFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "FileTaskError";
    this.code = code;
  }
}
