/** The fuzzers at full length, of frames against the built program; slices of all are in the suite. See run.mjs. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleServer, startProcess } from "../support/server-process.ts";
import { fuzzFrames } from "./fuzz-frames.ts";
import { type FuzzReadersOptions, fuzzReaders } from "./fuzz-readers.ts";
import { fuzzViewer } from "./fuzz-viewer.ts";

const usage = `npm run fuzz:frames -- [--frames 1000000] [--minutes 600] [--seed 1]
npm run fuzz:viewer -- [--minutes 10] [--seed 1]
npm run fuzz:readers -- [--format json] [--inputs 100000] [--minutes 600] [--seed 1]`;

export async function fuzz([what, ...flags]: readonly string[]): Promise<void> {
  const flag = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...flags],
    options: { format: flag, frames: flag, inputs: flag, minutes: flag, seed: flag },
  });
  const frames = Number(values.frames ?? 1_000_000);
  const inputs = Number(values.inputs ?? 100_000);
  const minutes = Number(values.minutes ?? (what === "viewer" ? 10 : 600));
  const seed = Number(values.seed ?? 1);
  if (![frames, inputs, minutes, seed].every((number) => number >= 0))
    throw new Error(`Only numbers will do.\n${usage}`);
  if (what === "readers") {
    await sayReaders({ only: values.format, inputs, seed }, minutes);
    return;
  }
  // Every stock client listens for the end of this process.
  process.setMaxListeners(100);
  const directory = await mkdtemp(join(tmpdir(), "counterpoint-fuzz-"));
  const server = await startProcess(await bundleServer("fuzz"), {
    DATA_DIR: directory,
    LOG_LEVEL: "silent",
    TRUST_PROXY: "true",
    CREATES_PER_MINUTE: "100000",
    SESSIONS_PER_MINUTE: "100000",
  });
  try {
    process.stdout.write(
      what === "viewer"
        ? await viewerWords(server, minutes, seed)
        : await framesWords(server, frames, minutes, seed),
    );
  } finally {
    await server.terminate();
    await rm(directory, { recursive: true, force: true });
  }
}

async function sayReaders(options: Omit<FuzzReadersOptions, "goesOn">, minutes: number): Promise<void> {
  const endsAt = Date.now() + minutes * 60_000;
  for await (const report of fuzzReaders({ ...options, goesOn: () => Date.now() < endsAt })) {
    const { format, inputs: done, refused, slowestMs } = report;
    process.stdout.write(
      `${format}: ${done} damaged files (seed ${options.seed}), ${refused} of them refused; the slowest took ${slowestMs.toFixed(0)} ms.\n`,
    );
  }
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(`All within ${(maxRSS / 1024).toFixed(0)} MB of memory.\n`);
}

type Server = Awaited<ReturnType<typeof startProcess>>;

async function framesWords(server: Server, frames: number, minutes: number, seed: number): Promise<string> {
  const endsAt = Date.now() + minutes * 60_000;
  let saidAt = 0;
  const report = await fuzzFrames(server, {
    frames,
    seed,
    attackers: 32,
    goesOn: () => Date.now() < endsAt,
    onProgress: (sent) => {
      if (sent - saidAt < 10_000) return;
      saidAt = sent;
      process.stderr.write(`${sent} frames ...\n`);
    },
  });
  const { sent, connections, closes, longestProbeMs } = report;
  return (
    `${sent} damaged frames over ${connections} connections (seed ${seed}): nobody else noticed. ` +
    `Closed with ${JSON.stringify(closes)}; the slowest edit of the others took ${longestProbeMs.toFixed(0)} ms.\n`
  );
}

async function viewerWords(server: Server, minutes: number, seed: number): Promise<string> {
  const endsAt = Date.now() + minutes * 60_000;
  const sequences = await fuzzViewer(server, { seed, goesOn: () => Date.now() < endsAt });
  return `${sequences} sequences of frames from a viewer (seed ${seed}): the map is what it was.\n`;
}
