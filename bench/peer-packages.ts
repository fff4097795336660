/** The packages of the programs that ours is held against: each has its own, which the benches alone install. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const peersFolder = join(import.meta.dirname, "peers");

/** Installs a peer's packages; does nothing where that was done before for the same lockfile. */
export async function ensureInstalled(name: string): Promise<void> {
  const folder = join(peersFolder, name);
  const lock = readFileSync(join(folder, "package-lock.json"));
  await unlessDone(join(folder, "node_modules/.bench"), [lock], () => install(folder));
}

/** Does something and leaves a stamp; does nothing where the stamp says that it was done for the same contents. */
export async function unlessDone(
  stamp: string,
  contents: readonly Buffer[],
  make: () => Promise<void>,
): Promise<void> {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await make();
  writeFileSync(stamp, wanted);
}

async function install(folder: string): Promise<void> {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const child = spawn(npm, ["ci", "--ignore-scripts", "--no-fund", "--no-audit"], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`npm ci in ${folder} ended with ${code}; its own lines above say why.`);
}
