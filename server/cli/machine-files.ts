import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { CommandFiles } from "./command.ts";

/** The files of this machine. A file is there whole or not at all, and folders on the way are made. */
export const machineFiles: CommandFiles = {
  read: (path) => readFile(path),
  write: writeWhole,
  isFolder: async (path) => (await stat(path).catch((): undefined => undefined))?.isDirectory() ?? false,
  list: async (path) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    })),
};

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Devices and pipes are no files that another could take the place of.
  const known = await stat(path).catch((): undefined => undefined);
  if (known !== undefined && !known.isFile()) return writeFile(path, bytes);
  const draft = `${path}.part`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}
