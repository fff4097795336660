import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { type FormatName, formatInfos, loadFormat } from "#shared/formats/registry.ts";
import { startThread } from "../../server/start-thread.ts";
import { largeMap } from "./example.ts";

const cards = 5_000;
/** For the program itself, which the thread loads from source. */
const baseMegabytes = 32;
/** Of heap for each megabyte of a file, its map included. */
const timesItsSize = 20;

async function largeFile(format: FormatName): Promise<string> {
  const { write } = await loadFormat(format);
  if (write !== undefined) return write(largeMap(cards));
  const lines = Array.from(
    { length: cards },
    (_, n) => `1.${n + 1}. Pro: Number ${n} of what speaks for it\n`,
  );
  return `Discussion Title: Large\n\n1. It is large\n${lines.join("")}`;
}

/** How many records a thread of so little memory makes of a file; rejects where that is not enough. */
async function recordsReadIn(megabytes: number, format: FormatName, content: string): Promise<number> {
  const thread = startThread(
    import.meta.url,
    "read-in-thread",
    { format, content },
    {
      maxOldGenerationSizeMb: megabytes,
    },
  );
  try {
    const [records] = (await once(thread, "message")) as [number];
    return records;
  } finally {
    await thread.terminate();
  }
}

describe("a reader's memory", () => {
  const readable = formatInfos.filter(({ canRead }) => canRead).map(({ name }) => name);

  it.each(readable)(
    "[F1] of %s grows with the file only",
    async (format) => {
      const content = await largeFile(format);
      const megabytes = baseMegabytes + (timesItsSize * content.length) / 1_000_000;
      expect(await recordsReadIn(megabytes, format, content)).toBeGreaterThan(cards / 12);
    },
    60_000,
  );
});
