/** Finds a browser for the browser tests, and gets one where there is none. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { canInstallPackages, installPackages } from "./packages.mjs";
import { PlainFault, root, runTool, say } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
// A download or a package installation that takes longer has hung.
const getTimeoutMs = 10 * 60_000;

/** The path of a browser that starts. Order: CHROMIUM_PATH, an installed one, Playwright's own, a fresh one. */
export async function ensureBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new PlainFault(
      `CHROMIUM_PATH is ${given}, but no browser starts there. Correct it or unset it, and run the tests again.`,
    );
  }
  return find() ?? (await get());
}

function find() {
  return [...installed(), playwrightsOwn()].find(starts);
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usualPlaces];
}

function playwrightsOwn() {
  const require = createRequire(join(root, "package.json"));
  return require("@playwright/test").chromium.executablePath();
}

/** A file alone is not enough: a snap's stand-in or a browser without its libraries does not start. */
function starts(path) {
  if (!isExecutable(path)) return false;
  // On Windows chrome.exe --version opens a window instead of answering.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false; // absent or not ours to run: either way not a browser for us
  }
}

async function get() {
  say("No Chromium or Chrome is installed; getting one for the browser tests ...");
  if (canInstallPackages()) {
    // The system's package brings the libraries that Playwright's download expects to be there.
    await installPackages(["chromium", "fonts-liberation"]);
    const path = find();
    if (path !== undefined) return path;
  }
  await runTool("@playwright/test/cli.js", ["install", "--no-shell", "chromium"], {
    output: "stderr",
    timeoutMs: getTimeoutMs,
  });
  const path = find();
  if (path !== undefined) return path;
  throw new PlainFault(
    "There is no browser for the browser tests, and none could be fetched. Install Chromium or Chrome, " +
      "or set CHROMIUM_PATH to one, and run the tests again.",
  );
}
