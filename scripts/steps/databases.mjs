/** Finds PostgreSQL and Redis for the tests of several servers, and gets them where they are missing. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { canInstallPackages, installPackages } from "./packages.mjs";
import { PlainFault, say } from "./run.mjs";

/** Debian keeps PostgreSQL's programs out of PATH, one folder a version. */
const debianFolder = "/usr/lib/postgresql";
const otherFolders = ["/opt/homebrew/bin", "/usr/local/bin", "/usr/local/pgsql/bin", "/usr/pgsql/bin"];

/** Where the programs lie: the folder of PostgreSQL's, and Redis itself. Each is undefined where there is none. */
export function findDatabases() {
  const folders = [...pathFolders(), ...debianFolders(), ...otherFolders];
  const postgresFolder = folders.find((folder) =>
    ["postgres", "initdb"].every((program) => starts(join(folder, program))),
  );
  const redis = folders
    .flatMap((folder) => [join(folder, "redis-server"), join(folder, "valkey-server")])
    .find(starts);
  return { postgresFolder, redis };
}

/** Sees to it that both are there; a sentence says what to install where that cannot be done from here. */
export async function ensureDatabases() {
  const missing = missingPackages();
  if (missing.length > 0 && canInstallPackages()) {
    say("PostgreSQL or Redis is missing; getting them for the tests of several servers ...");
    await installPackages(missing);
  }
  const stillMissing = missingPackages();
  if (stillMissing.length > 0) throw new PlainFault(explainMissing(stillMissing));
}

/** What to do about missing programs, in a sentence. */
export function explainMissing(missing = missingPackages()) {
  return (
    "The tests of several servers need PostgreSQL (14 or newer) and Redis (6 or newer), started privately by the tests; " +
    `missing here: ${missing.join(", ")}. Install them (on Debian or Ubuntu: apt-get install ${missing.join(" ")}; ` +
    "on macOS: brew install postgresql redis) and run the tests again."
  );
}

function missingPackages() {
  const { postgresFolder, redis } = findDatabases();
  return [
    ...(postgresFolder === undefined ? ["postgresql"] : []),
    ...(redis === undefined ? ["redis-server"] : []),
  ];
}

function pathFolders() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}

function debianFolders() {
  if (!existsSync(debianFolder)) return [];
  const versions = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(debianFolder, version, "bin"));
}

function starts(path) {
  if (!existsSync(path)) return false;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}
