/**
 * npm hands a SIGTERM to the shell it runs a script in, and many shells die of it without telling the script; what is
 * left behind would hold the port and the data folder.
 */
import { say } from "./run.mjs";

const parentCheckMs = 500;

/** Sends this process the SIGTERM that npm could not, when the npm that started it has ended. */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    say("npm has ended, so this ends as well.");
    process.kill(process.pid, "SIGTERM");
  }, parentCheckMs);
  timer.unref();
}
