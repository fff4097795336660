/** Installs system packages for the tests, where that is ours to do. */
import { readFileSync } from "node:fs";
import { run, say } from "./run.mjs";

// A download or a package installation that takes longer has hung.
const installTimeoutMs = 10 * 60_000;

/** Root on Debian or one of its kind: a machine made for the tests, such as a container. */
export function canInstallPackages() {
  return isDebianLike() && process.getuid?.() === 0;
}

/** Tries to install; whether it worked is for the caller to see. */
export async function installPackages(packages) {
  await tryTo("apt-get", ["update", "-qq"]);
  await tryTo("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
}

async function tryTo(command, args) {
  // At run level 1 a package starts no service of its own; the tests start private ones.
  const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await run(command, args, { env, output: "stderr", timeoutMs: installTimeoutMs }).catch((fault) => {
    say(`${command} could not be started: ${fault.message}`);
  });
}

function isDebianLike() {
  try {
    return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false; // not Linux
  }
}
