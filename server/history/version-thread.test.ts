import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { aCard, mapOf } from "../../tests/fixtures/model/build.ts";
import { createDocument } from "../rooms/index.ts";
import { makeVersion, type VersionSource } from "./make-version.ts";
import { makeVersionAside } from "./version-thread.ts";

function mapWith(cards: number): VersionSource {
  const text = "A claim about as long as claims are when people write them.";
  const made = createDocument(
    mapOf(Array.from({ length: cards }, (_, index) => aCard(`c${index}`, "claim", { text }))),
  );
  if (!made.ok) throw new Error(made.error.message);
  return { stored: { snapshot: made.value.record, tail: [] }, at: 1 };
}

/** What `task` gives, and how long this thread was busy meanwhile. */
async function measured<T>(task: () => Promise<T>): Promise<{ value: T; busyMs: number }> {
  const before = performance.eventLoopUtilization();
  const value = await task();
  return { value, busyMs: performance.eventLoopUtilization(before).active };
}

describe("a version of a large map", () => {
  it("[V2] is made beside the server's own thread, which goes on with other maps", async () => {
    const source = mapWith(1_500);
    const here = await measured(() => makeVersion(source));
    const aside = await measured(() => makeVersionAside(source));
    expect(aside.value?.cards).toBe(1_500);
    expect(Buffer.from(aside.value?.content ?? [])).toEqual(Buffer.from(here.value?.content ?? []));
    expect(aside.busyMs).toBeLessThan(here.busyMs / 2);
  });

  it("[V2] is none where the map cannot be read, and that is said", async () => {
    const source = { stored: { snapshot: new Uint8Array(100_000).fill(255), tail: [] }, at: 1 };
    await expect(makeVersionAside(source)).rejects.toMatchObject({ code: "failed" });
  });
});
