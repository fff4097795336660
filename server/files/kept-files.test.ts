import { describe, expect, it } from "vitest";
import type { ExportAnswer } from "./file-task.ts";
import { KeptFiles } from "./kept-files.ts";

const { signal } = new AbortController();
const file = (bytes: number): ExportAnswer => ({ bytes: new Uint8Array(bytes), title: "" });
const never = (): never => {
  throw new Error("It was at hand.");
};

describe("kept files", () => {
  it("[H14] are made once for all who ask at one time, and once more when the map has changed", async () => {
    const kept = new KeptFiles(100);
    const { promise, resolve } = withResolvers();
    const first = kept.take("a", 1, signal, () => promise);
    const second = kept.take("a", 1, signal, never);
    resolve(file(3));
    expect(await second).toBe(await first);
    expect(await kept.take("a", 1, signal, never)).toBe(await first);
    const changed = await kept.take("a", 2, signal, async () => file(4));
    expect(changed.bytes.byteLength).toBe(4);
    expect(kept.bytes).toBe(4);
  });

  it("[H14] keeps no more bytes than it may, and lets go of what was asked for longest ago", async () => {
    const kept = new KeptFiles(10);
    for (const name of ["a", "b"]) await kept.take(name, 1, signal, async () => file(5));
    await kept.take("a", 1, signal, never);
    await kept.take("c", 1, signal, async () => file(1));
    expect(kept.bytes).toBe(6);
    for (const name of ["a", "c"]) await kept.take(name, 1, signal, never);
    await expect(kept.take("b", 1, signal, never)).rejects.toThrow("at hand");
    expect((await kept.take("d", 1, signal, async () => file(11))).bytes.byteLength).toBe(11);
    expect(kept.bytes).toBe(0);
  });

  it("[H14] forgets what could not be made", async () => {
    const kept = new KeptFiles(10);
    await expect(kept.take("a", 1, signal, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await kept.take("a", 1, signal, async () => file(1))).bytes.byteLength).toBe(1);
  });

  it("[A11] [H14] are let go of all at once, and whoever waits for one gets it", async () => {
    const kept = new KeptFiles(10);
    await kept.take("a", 1, signal, async () => file(3));
    const { promise, resolve } = withResolvers();
    const waiting = kept.take("b", 1, signal, () => promise);
    kept.forgetAll();
    resolve(file(4));
    expect((await waiting).bytes.byteLength).toBe(4);
    expect(kept.bytes).toBe(0);
    for (const name of ["a", "b"]) await expect(kept.take(name, 1, signal, never)).rejects.toThrow("at hand");
  });

  it("[H14] are made on while one still waits, and given up when the last has gone", async () => {
    const kept = new KeptFiles(10);
    const leaving = [new AbortController(), new AbortController()];
    let until: AbortSignal | undefined;
    const { promise, reject } = withResolvers();
    const asked = leaving.map((leaver) =>
      kept.take("a", 1, leaver.signal, (wanted) => {
        until = wanted;
        return promise;
      }),
    );
    leaving[0]?.abort();
    expect(until?.aborted).toBe(false);
    leaving[1]?.abort();
    expect(until?.aborted).toBe(true);
    // Whoever comes now does not get what was given up.
    const next = kept.take("a", 1, signal, async () => file(2));
    reject(new Error("called off"));
    for (const one of asked) await expect(one).rejects.toThrow("called off");
    expect((await next).bytes.byteLength).toBe(2);
    expect(kept.bytes).toBe(2);
    const gone = new AbortController();
    gone.abort();
    let isGivenUp = false;
    const late = kept.take("b", 1, gone.signal, async (wanted) => {
      await Promise.resolve();
      isGivenUp = wanted.aborted;
      throw new Error("called off");
    });
    await expect(late).rejects.toThrow("called off");
    expect(isGivenUp).toBe(true);
  });
});

function withResolvers() {
  let resolve: (answer: ExportAnswer) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<ExportAnswer>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
