import { randomUUID } from "node:crypto";
import type { Dirent } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CommandFiles, FolderEntry } from "./command.ts";

/** The files of this machine. A file is there whole or not at all, and folders on the way are made. */
export const machineFiles: CommandFiles = {
  read: (path) => readFile(path),
  write: writeWhole,
  isFolder: async (path) => (await stat(path).catch((): undefined => undefined))?.isDirectory() ?? false,
  list: async (path) => {
    const entries = await readdir(path, { withFileTypes: true });
    return (await Promise.all(entries.map((entry) => known(path, entry)))).filter(
      (entry) => entry !== undefined,
    );
  },
};

/** A link is what it leads to; one that leads nowhere is nothing. */
async function known(folder: string, entry: Dirent): Promise<FolderEntry | undefined> {
  const { name } = entry;
  if (!entry.isSymbolicLink()) return { name, isFolder: entry.isDirectory(), isLink: false };
  const target = await stat(join(folder, name)).catch((): undefined => undefined);
  return target && { name, isFolder: target.isDirectory(), isLink: true };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Devices and pipes are no files that another could take the place of.
  const former = await stat(path).catch((): undefined => undefined);
  if (former !== undefined && !former.isFile()) return writeFile(path, bytes);
  // Named as nobody else names a file, so that none of theirs is lost.
  const draft = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      // Before it takes its place: after a power cut there is the former file or the new one, and no empty one.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}
