import type { Meanwhile, World, Writer } from "./world.ts";

export type ChaosReport = Readonly<{
  rounds: number;
  /** How often each fault struck. */
  struck: Readonly<Record<string, number>>;
  acknowledged: number;
  /** Writes that people were told are saved, and that were not there afterwards. */
  lost: readonly string[];
  /** Whether in the end everybody had all that was ever written. */
  isConverged: boolean;
}>;

export type ChaosOptions = Readonly<{
  rounds: number;
  /** Told what happens, round by round. */
  onRound?: (round: number, fault: string, acknowledged: number, lost: number) => void;
}>;

const writerCount = 12;
/** What is to be saved, after one fault, before the next strikes. */
const acknowledgedARound = 60;
/** A server that starts, recovers its database and lets everybody in again may take so long on a busy machine. */
const patienceMs = 180_000;

/** Lets people write one key after the other while things go wrong, and counts what was said to be saved and is lost. */
export async function runChaos(world: World, { rounds, onRound }: ChaosOptions): Promise<ChaosReport> {
  const { faults } = world;
  // Every stock client listens for the end of this process.
  process.setMaxListeners(writerCount + 20);
  const writers: Writer[] = [];
  for (let index = 0; index < writerCount; index++)
    writers.push(await world.createWriter(`w${index}`, index));
  const sum = (figure: "acknowledgedCount" | "writtenCount"): number =>
    writers.reduce((total, writer) => total + writer[figure], 0);
  const acknowledged = (): number => sum("acknowledgedCount");
  const written = (): number => sum("writtenCount");
  const lost = new Set<string>();
  const struck: Record<string, number> = {};

  async function check(): Promise<void> {
    // In this order: what is acknowledged while we read does not count.
    const promised = writers.flatMap((writer) => writer.acknowledged);
    const stored = await world.readStored();
    for (const key of promised) if (!stored.has(key)) lost.add(key);
  }

  const meanwhile: Meanwhile = {
    check,
    written: (times) => {
      const goal = written() + times * writerCount;
      return until("writing went on", () => written() >= goal);
    },
    unsaved: (count) => until("saving stopped", () => written() - acknowledged() >= count),
    acknowledged: (count) => {
      const goal = acknowledged() + count;
      return until("writes were saved", () => acknowledged() >= goal);
    },
  };

  for (let round = 0; round < rounds; round++) {
    const fault = faults[round % faults.length];
    if (fault === undefined) throw new Error("This world has no faults.");
    await meanwhile.acknowledged(acknowledgedARound);
    await fault.strike(meanwhile);
    struck[fault.name] = (struck[fault.name] ?? 0) + 1;
    onRound?.(round + 1, fault.name, acknowledged(), lost.size);
  }
  await meanwhile.acknowledged(acknowledgedARound);
  for (const writer of writers) writer.stopWriting();
  const all = written();
  const isShared = await until("everybody had everything", () =>
    writers.every(({ known }) => known === all),
  ).then(
    () => true,
    () => false, // told in the report
  );
  for (const writer of writers) writer.end();
  // What was said to be saved is asked for once more, of a store whose servers are all gone.
  await world.killAll();
  await check();
  return { rounds, struck, acknowledged: acknowledged(), lost: [...lost], isConverged: isShared };
}

async function until(what: string, isDone: () => boolean): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!isDone()) {
    if (Date.now() > deadline) throw new Error(`It was waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
