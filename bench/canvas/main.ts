/** The run itself: starts all that is needed, measures, writes. See run.mjs for how it is called. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, type } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { writePart } from "../page.ts";
import { measureAll } from "./measure-all.ts";
import { type Options, type PeerName, readOptions } from "./options.ts";
import { ensurePeer, servePeers } from "./peers.ts";
import { startProduct } from "./product.ts";
import { reportMotions, reportOpenings } from "./report.ts";
import type { Machine, Results } from "./results.ts";
import { say } from "./say.ts";

const root = join(import.meta.dirname, "../..");
const resultsFolder = join(root, "bench/results");

/** Measures what the flags ask for with the browser of that path. */
export async function bench(flags: readonly string[], executablePath: string): Promise<void> {
  const options = readOptions(flags);
  const peerNames = new Set(options.apps.filter((app): app is PeerName => app !== "ours"));
  // Ours is always held against the empty canvas.
  if (options.apps.includes("ours")) peerNames.add("empty-react-flow");
  for (const name of peerNames) {
    say(`Making ${name} ready ...`);
    await ensurePeer(name);
  }
  const peers = await servePeers();
  const product = await startProduct();
  const browser = await launch(executablePath);
  try {
    const { urlOf } = peers;
    const results = await measureAll(options, { browser, product, urlOf, machine: machine(browser) });
    // Each motion after its end would read as a failure of the program, and the page as a whole run.
    if (!browser.isConnected()) throw new Error("The browser ended during the run; nothing is written.");
    write(options, results);
  } finally {
    await browser.close();
    await product.stop();
    peers.stop();
  }
}

function write({ whole }: Options, results: Results): void {
  mkdirSync(resultsFolder, { recursive: true });
  const name = results.machine.date.replace(/[:.]/g, "-");
  writeFileSync(join(resultsFolder, `${name}.json`), `${JSON.stringify(plain(results), null, 2)}\n`);
  const parts = [
    { name: "bench:canvas opening", text: reportOpenings(results), isWhole: whole.openings },
    { name: "bench:canvas motion", text: reportMotions(results), isWhole: whole.motions },
  ];
  for (const { name, text, isWhole } of parts) {
    if (isWhole) writePart(name, text);
    else process.stdout.write(text);
    if (isWhole) say(`Written: ${name} in docs/benchmarks.md`);
  }
  say(`Written: bench/results/${name}.json`);
}

function plain(results: Results): unknown {
  return {
    ...results,
    openings: Object.fromEntries(results.openings),
    motions: Object.fromEntries(results.motions),
    failures: Object.fromEntries(results.failures),
  };
}

function machine(opened: Browser): Machine {
  const [first] = cpus();
  return {
    processor: first?.model ?? "unknown",
    cores: cpus().length,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    chromium: opened.version(),
    load: loadavg()[0] ?? 0,
    date: new Date().toISOString(),
  };
}

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      // Programs that fetch fonts from afar shall not wait for them.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
