/** Brings node_modules in line with package-lock.json, and does nothing when it already is. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainFault, root, run, say } from "./run.mjs";

const stampFile = join(root, "node_modules/.cache/counterpoint/installed");

export async function ensureInstalled() {
  const wanted = fingerprint();
  if (readText(stampFile) === wanted) return;
  if (!isInLine()) {
    say("Installing what is missing (npm ci) ...");
    await install();
  }
  mkdirSync(join(stampFile, ".."), { recursive: true });
  writeFileSync(stampFile, wanted);
}

// Prebuilt parts differ by system and processor: a folder carried from another machine is not in line.
function fingerprint() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform} ${process.arch}\n`;
}

/** Someone may have run npm themselves: npm's own record of node_modules then names the same versions. */
function isInLine() {
  const record = readText(join(root, "node_modules/.package-lock.json"));
  if (record === undefined) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(record).packages;
  return (
    Object.entries(wanted).every(
      ([path, entry]) => path === "" || entry.optional === true || present[path]?.version === entry.version,
    ) && hasPrebuiltParts(present)
  );
}

// Rolldown (the bundler) cannot start without the optional package made for this system and processor.
function hasPrebuiltParts(present) {
  return Object.keys(present).some((path) =>
    path.startsWith(`node_modules/@rolldown/binding-${process.platform}-${process.arch}`),
  );
}

async function install() {
  // The build needs the development packages, which NODE_ENV=production would leave out.
  const args = ["ci", "--include=dev", "--no-fund", "--no-audit"];
  const npm = process.env.npm_execpath;
  const runsNpm = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const command = runsNpm ? process.execPath : process.platform === "win32" ? "npm.cmd" : "npm";
  const code = await run(command, runsNpm ? [npm, ...args] : args, { output: "stderr" }).catch((fault) => {
    throw new PlainFault(
      `npm could not be started (${fault.message}). Install npm, which comes with Node, and try again.`,
    );
  });
  if (code !== 0) {
    throw new PlainFault(
      `Installing the packages failed (npm ci ended with ${code}); npm's own lines above say why.`,
    );
  }
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // absent: nothing has been installed or stamped yet
  }
}
