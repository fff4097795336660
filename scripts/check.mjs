/** `npm run check`: types, style, layers, dead code and a few rules of the house. Names what failed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./steps/install.mjs";
import { root, runScript, runTool, say } from "./steps/run.mjs";

const folders = ["client", "server", "shared", "tests", "scripts"];

const environmentDoors = [join("server", "main.ts"), join("server", "config.ts")];

const checks = [
  { name: "types", run: () => runTool("typescript/bin/tsc", ["-b"]) },
  {
    name: "style and lint",
    run: () => runTool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
  },
  {
    name: "layers",
    run: () =>
      runTool("dependency-cruiser/bin/dependency-cruise.mjs", [...folders, "--output-type", "err-long"]),
  },
  { name: "dead code", run: () => runTool("knip/bin/knip.js", ["--no-progress"]) },
  { name: "lockfile", run: checkLockfile },
  { name: "environment read in one place", run: checkEnvironment },
];

/**
 * An address in the lockfile would bind every later install to the registry that one developer used; and `npm ci`
 * refuses a lockfile that leaves out the prebuilt parts of other systems, as some registries make npm write it.
 */
function checkLockfile() {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const bound = text
    .split("\n")
    .flatMap((line, index) => (line.includes('"resolved": "http') ? [index + 1] : []))
    .map((line) => `package-lock.json:${line} names a registry's address; delete the "resolved" line.`);
  const packages = JSON.parse(text).packages;
  const absent = Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(
        ([name]) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      )
      .map(
        ([name, version]) =>
          `package-lock.json lacks ${name} ${version}, an optional part of ${path.slice("node_modules/".length)}; ` +
          "add its entry, or npm ci fails.",
      ),
  );
  return report([...bound, ...absent]);
}

/** main.ts hands the environment to config.ts, which reads it once and reports all faults together; nobody else may. */
function checkEnvironment() {
  const readers = ["client", "server", "shared"]
    .flatMap(sourcesUnder)
    .filter(
      (file) =>
        !environmentDoors.includes(file) && /\bprocess\.env\b/.test(readFileSync(join(root, file), "utf8")),
    );
  return report(
    readers.map(
      (file) => `${file} reads process.env; add the setting to server/config.ts and take it as an argument.`,
    ),
  );
}

function sourcesUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
}

function report(faults) {
  for (const fault of faults) say(fault);
  return faults.length === 0 ? 0 : 1;
}

await runScript(async () => {
  await ensureInstalled();
  const failed = [];
  for (const check of checks) {
    say(`Checking ${check.name} ...`);
    if ((await check.run()) !== 0) failed.push(check.name);
  }
  say(failed.length === 0 ? "All checks passed." : `Checks that failed: ${failed.join(", ")}.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});
