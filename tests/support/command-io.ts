import type { CommandIo } from "../../server/cli/command.ts";

export type CommandWorld = Readonly<{
  /** By path; folders are there by what lies in them. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  input?: string;
  environment?: Readonly<Record<string, string>>;
  fetch?: CommandIo["fetch"];
  stopRequested?: Promise<string>;
}>;

/** A world for one command that is all in memory, and what the command said and wrote in it. */
export type FakeIo = CommandIo &
  Readonly<{
    said: { stdout: string; stderr: string };
    files: CommandIo["files"];
    textOf: (path: string) => string | undefined;
  }>;

/** Makes such a world. Output that is bytes is told as the text they are. */
export function commandIo(world: CommandWorld = {}): FakeIo {
  const said = { stdout: "", stderr: "" };
  const files = new Map<string, Uint8Array>(
    Object.entries(world.files ?? {}).map(([path, content]) => [path, bytesOf(content)]),
  );
  return {
    said,
    stdout: (data) => {
      said.stdout += Buffer.from(bytesOf(data)).toString();
    },
    stderr: (text) => {
      said.stderr += text;
    },
    readInput: () => Promise.resolve(bytesOf(world.input ?? "")),
    files: {
      read: async (path) =>
        files.get(path) ?? Promise.reject(new Error(`ENOENT: no such file, open '${path}'`)),
      write: async (path, bytes) => {
        files.set(path, bytes);
      },
      isFolder: async (path) => entriesOf(files, path).length > 0,
      list: async (path) => entriesOf(files, path),
    },
    textOf: (path) => {
      const bytes = files.get(path);
      return bytes && Buffer.from(bytes).toString();
    },
    fetch: world.fetch ?? (() => Promise.reject(new Error("There is no network here."))),
    now: () => 1_000,
    environment: world.environment ?? {},
    stopRequested: world.stopRequested ?? new Promise(() => undefined),
  };
}

function entriesOf(files: ReadonlyMap<string, unknown>, path: string) {
  const folder = path === "." ? "" : path.replace(/\/*$/, "/");
  const names = new Map<string, boolean>();
  for (const file of files.keys()) {
    if (!file.startsWith(folder)) continue;
    const [name = "", ...below] = file.slice(folder.length).split("/");
    names.set(name, below.length > 0);
  }
  return [...names].map(([name, isFolder]) => ({ name, isFolder }));
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}
