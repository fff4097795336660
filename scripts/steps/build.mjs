/** Builds client and server into dist/, and does nothing when the sources have not changed since. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainFault, root, runTool, say } from "./run.mjs";

const stampFile = join(root, "dist/built");
const outputs = ["dist/client/index.html", "dist/server/main.js"];
const sources = [
  "client",
  "server",
  "shared",
  "examples",
  "package.json",
  "package-lock.json",
  "tsconfig.base.json",
  "vite.config.ts",
  "vite.server.config.ts",
];

export async function ensureBuilt() {
  const wanted = fingerprint();
  if (isFresh(wanted)) return;
  await build(wanted);
}

export async function build(wanted = fingerprint()) {
  // The stamp goes first: a build that is broken off must count as stale.
  rmSync(stampFile, { force: true });
  say("Building the client and the server ...");
  await bundle("client", ["build", "--logLevel", "warn"]);
  await bundle("server", ["build", "--config", "vite.server.config.ts", "--logLevel", "warn"]);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampFile, wanted);
}

async function bundle(name, args) {
  const code = await runTool("vite/bin/vite.js", args, { env: { NODE_ENV: "production" }, output: "stderr" });
  if (code !== 0) {
    throw new PlainFault(`Building the ${name} failed (vite ended with ${code}); the lines above say where.`);
  }
}

function isFresh(wanted) {
  return (
    outputs.every((file) => existsSync(join(root, file))) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === wanted
  );
}

/** By content, not by date: a checkout or a copy changes dates and nothing else. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return `${hash.digest("hex")}\n`;
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (!isFolder(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

function isFolder(path) {
  return readdirSync(root, { withFileTypes: true }).some(
    (entry) => entry.name === path && entry.isDirectory(),
  );
}
