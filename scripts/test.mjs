/**
 * `npm test`: installs what is missing and runs every test. `npm test -- unit sync` runs those parts alone.
 * The last line is always `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./steps/browser.mjs";
import { ensureBuilt } from "./steps/build.mjs";
import { add, countPlaywright, countRun, countVitest } from "./steps/count.mjs";
import { ensureDatabases } from "./steps/databases.mjs";
import { ensureInstalled } from "./steps/install.mjs";
import { PlainFault, runScript, runTool, say } from "./steps/run.mjs";
import { ensureViewers } from "./steps/viewers.mjs";

const vitestParts = ["unit", "sync", "client"];
const parts = [...vitestParts, "files", "cluster", "browser"];

let total = { passed: 0, failed: 0 };

/** A step that cannot be done is one failed test; the other parts still run. */
async function attempt(step) {
  try {
    total = add(total, await step());
  } catch (fault) {
    say(fault instanceof PlainFault ? fault.message : String(fault?.stack ?? fault));
    total = add(total, { passed: 0, failed: 1 });
  }
}

async function runVitest(chosen, folder) {
  const file = join(folder, "vitest.json");
  const projects = chosen.flatMap((part) => ["--project", part]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await runTool("vitest/vitest.mjs", ["run", ...projects, ...reporters]);
  return countRun(chosen.join(", "), code, readReport(file), countVitest, say);
}

async function runPlaywright(folder) {
  const browser = await ensureBrowser();
  await ensureBuilt();
  const file = join(folder, "playwright.json");
  const code = await runTool("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return countRun("browser", code, readReport(file), countPlaywright, say);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // absent or torn: the runner did not get to its end
  }
}

function chooseParts(args) {
  const unknown = args.find((arg) => !parts.includes(arg));
  if (unknown !== undefined) {
    throw new PlainFault(
      `There are no tests called "${unknown}". Choose among ${parts.join(", ")}, or none of them for all.`,
    );
  }
  return args.length === 0 ? parts : parts.filter((part) => args.includes(part));
}

await runScript(async () => {
  const chosen = chooseParts(process.argv.slice(2));
  const inVitest = vitestParts.filter((part) => chosen.includes(part));
  const folder = mkdtempSync(join(tmpdir(), "counterpoint-tests-"));
  try {
    await ensureInstalled();
    // The sync tests start the built server as a process of its own.
    if (inVitest.includes("sync")) await attempt(() => ensureBuilt().then(() => ({ passed: 0, failed: 0 })));
    if (inVitest.length > 0) await attempt(() => runVitest(inVitest, folder));
    // After the others: LibreOffice takes a processor to itself.
    if (chosen.includes("files"))
      await attempt(() => ensureViewers().then(() => runVitest(["files"], folder)));
    // By themselves: where PostgreSQL or Redis cannot be had, these alone fail.
    if (chosen.includes("cluster"))
      await attempt(() => ensureDatabases().then(() => runVitest(["cluster"], folder)));
    if (chosen.includes("browser")) await attempt(() => runPlaywright(folder));
  } catch (fault) {
    await attempt(() => Promise.reject(fault));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
});
console.log(`${total.passed} passed, ${total.failed} failed`);
