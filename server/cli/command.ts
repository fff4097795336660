/** 0 done, 1 something was found wrong, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** The files of the machine, by paths as people type them. Each rejects with the system's own error. */
export interface CommandFiles {
  read(path: string): Promise<Uint8Array>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  isFolder(path: string): Promise<boolean>;
  /** What lies in a folder. */
  list(path: string): Promise<readonly FolderEntry[]>;
}

/** A file or a folder within a folder, or a link to one, which may lead anywhere. */
export type FolderEntry = Readonly<{ name: string; isFolder: boolean; isLink?: boolean }>;

/** What a command may touch of the world. */
export type CommandIo = Readonly<{
  /** Data. */
  stdout: (data: string | Uint8Array) => void;
  /** Words. */
  stderr: (text: string) => void;
  /** All of the standard input. */
  readInput: () => Promise<Uint8Array>;
  files: CommandFiles;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  environment: Readonly<Record<string, string | undefined>>;
  /** Resolves with the signal that asks the process to end. */
  stopRequested: Promise<string>;
}>;

/** One thing that the program can be asked to do. */
export type Command = Readonly<{
  name: string;
  summary: string;
  /** How it is used, with an example. */
  usage: string;
  run: (args: readonly string[], io: CommandIo) => Promise<ExitCode>;
}>;

/** Wrong use that only shows while a command runs: its sentence is told, with how the command is used. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Something outside that is wrong, such as a file that is not there: its sentence is told, and nothing else. */
export class CommandError extends Error {
  override name = "CommandError";
}
