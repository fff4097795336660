/** 0 done, 1 something was found wrong, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the world. */
export type CommandIo = Readonly<{
  /** Data. */
  stdout: (text: string) => void;
  /** Words. */
  stderr: (text: string) => void;
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
