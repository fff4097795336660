import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import { ManualScheduler } from "../../tests/support/manual-scheduler.ts";
import { roomBench } from "../../tests/support/rooms.ts";
import { silentLog } from "../logging.ts";
import { MemoryDocumentStore } from "../storage/memory/memory-document-store.ts";
import { MemoryHistoryStore } from "../storage/memory/memory-history-store.ts";
import { unpackContent } from "./content.ts";
import { HistoryWatch } from "./history-watch.ts";
import { MapHistory } from "./map-history.ts";
import { versionsToForget } from "./retention.ts";

const anHour = 3_600_000;

describe("versions, at the limits of them", () => {
  it("[V1] one of just as many bytes as may be is unpacked, and not one of more", async () => {
    const packed = (bytes: number): Promise<Uint8Array> => promisify(gzip)(Buffer.alloc(bytes, "x"));
    expect(await unpackContent(await packed(limits.maxVersionBytes))).toHaveLength(limits.maxVersionBytes);
    await expect(unpackContent(await packed(limits.maxVersionBytes + 1))).rejects.toThrow(/unpacked/);
  });

  it("[V3] two of one hour are both kept for no longer than that, and the last of each hour for just so long", () => {
    const now = 20_000 * 24 * anHour + 1;
    const at = (ageMs: number) => ({
      id: `${ageMs}`,
      at: now - ageMs,
      kind: "automatic" as const,
      name: "",
      author: "",
      sequence: 1,
      cards: 0,
    });
    const most = limits.keepHourlyVersionsMs;
    // Of times that lie in one day.
    const kept = (ages: readonly number[]): readonly string[] => {
      const gone = versionsToForget(ages.map(at), now, 30 * 24 * anHour);
      return ages.map(String).filter((id) => !gone.includes(id));
    };
    expect(kept([most - anHour, most])).toHaveLength(2);
    expect(kept([most + 2, most + 2 + anHour])).toHaveLength(1);
  });
});

describe("what a snapshot replaced", () => {
  it("[S15] is let go of when it is older than it may be", async () => {
    const scheduler = new ManualScheduler();
    const documents = new MemoryDocumentStore();
    const { rooms } = await roomBench({ scheduler, store: documents });
    const asked: number[] = [];
    documents.forgetPrevious = (before) => {
      asked.push(scheduler.now() - before);
      return Promise.resolve();
    };
    const store = new MemoryHistoryStore();
    const history = new MapHistory({ store, now: scheduler.now, log: silentLog, keepMs: anHour });
    const watch = new HistoryWatch({ history, rooms, documents, scheduler, log: silentLog });
    await scheduler.advance(anHour);
    watch.end();
    expect(new Set(asked)).toEqual(new Set([limits.keepReplacedMs]));
  });
});
