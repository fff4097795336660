/** What every script needs: where the project lies, how to speak, how to start another program. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A fault the user can mend: printed as its sentence alone, without a stack. */
export class PlainFault extends Error {}

/** Words go to standard error, so that standard output stays free for results. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Runs `main`, prints a fault the user can mend as one sentence, and any other with its stack. */
export async function runScript(main) {
  try {
    requireNode();
    process.chdir(root);
    await main();
  } catch (fault) {
    say(fault instanceof PlainFault ? fault.message : String(fault?.stack ?? fault));
    process.exitCode = 1;
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new PlainFault(
      `Counterpoint needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.`,
    );
  }
}

/**
 * Runs a program to its end and resolves with its exit code (128 when a signal ended it).
 * `output: "stderr"` sends all it prints to standard error.
 */
export function run(command, args, { env = {}, output = "inherit", timeoutMs } = {}) {
  const out = output === "stderr" ? 2 : "inherit";
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", out, out],
    });
    // Not spawn's own timeout: where the program cannot be started, that one keeps us waiting for nothing.
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill(), timeoutMs);
    child.once("error", (fault) => {
      clearTimeout(timer);
      reject(fault);
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code ?? 128);
    });
  });
}

/** Runs a tool of node_modules by its own JavaScript file: no shell, the same on every system. */
export function runTool(file, args, options) {
  return run(process.execPath, [join(root, "node_modules", file), ...args], options);
}
