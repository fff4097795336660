import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { aCard, mapOf } from "../../tests/fixtures/model/build.ts";
import { createDocument } from "../rooms/index.ts";
import { FileDesk } from "./file-desk.ts";
import type { ExportTask, MakeTask } from "./file-task.ts";

function exportOf(cards: number): ExportTask {
  const made = createDocument(
    mapOf(Array.from({ length: cards }, (_, n) => aCard(`c${n}`, "claim", { text: "a claim" }))),
  );
  if (!made.ok) throw new Error(made.error.message);
  return {
    kind: "export",
    format: "json",
    options: initialExportOptions,
    state: made.value.record,
    now: 1,
  };
}

const make = (content: string): MakeTask => ({
  kind: "make",
  format: "outline",
  content,
  now: 1,
  title: undefined,
});
const outline = (lines: number): string => Array.from({ length: lines }, (_, n) => `* line ${n}\n`).join("");

/** Nothing is: all goes to threads. */
const isSmall = () => false;

const picture = (cards: number): ExportTask => ({ ...exportOf(cards), format: "png" });

afterEach(() => vi.unstubAllEnvs());

describe("the desk for files", () => {
  it("[H11] gives the same from a thread as on the spot", async () => {
    const task = exportOf(50);
    const here = await new FileDesk({ isSmall: () => true }).run(task);
    const aside = await new FileDesk({ isSmall }).run(task);
    expect(Buffer.from(aside.bytes)).toEqual(Buffer.from(here.bytes));
    expect(aside.title).toBe(here.title);
  });

  it("[H11] ends what takes too long", async () => {
    const desk = new FileDesk({ isSmall, deadlineMs: 1 });
    await expect(desk.run(exportOf(1))).rejects.toMatchObject({ code: "too-long" });
  });

  it("[H11] ends what takes too much memory", async () => {
    const desk = new FileDesk({ isSmall, maxHeapMegabytes: 24 });
    await expect(desk.run(make(outline(40_000)))).rejects.toMatchObject({ code: "too-large" });
  }, 30_000);

  it("[H11] lets tasks wait for their turn, and refuses when too many do", async () => {
    const desk = new FileDesk({ isSmall, threads: 1, maxWaiting: 1 });
    const first = desk.run(exportOf(1));
    const second = desk.run(exportOf(2));
    await expect(desk.run(exportOf(3))).rejects.toMatchObject({ code: "busy" });
    const sizes = (await Promise.all([first, second])).map(({ bytes }) => bytes.byteLength);
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    expect((await desk.run(exportOf(1))).bytes.byteLength).toBe(sizes[0]);
  }, 30_000);

  it("[H11] lets no task wait that holds more memory than may be held", async () => {
    const task = make("* a\n");
    const bytes = 2 * task.content.length;
    const desk = new FileDesk({ isSmall, threads: 0, maxWaitingBytes: 2 * bytes - 1 });
    await expect(desk.run(task)).rejects.toMatchObject({ code: "busy" });
  });

  it("[H11] goes on after a task whose map cannot be read", async () => {
    const desk = new FileDesk({ isSmall, threads: 1 });
    const broken = { ...exportOf(1), state: new Uint8Array(100).fill(255) };
    await expect(desk.run(broken)).rejects.toMatchObject({ code: "failed" });
    expect(await desk.run(make("* a\n"))).toMatchObject({ isRead: true });
  }, 30_000);

  it("[H11] lets nobody wait for longer than a task may take", async () => {
    const desk = new FileDesk({ isSmall, threads: 0, deadlineMs: 10 });
    await expect(desk.run(exportOf(1))).rejects.toMatchObject({ code: "busy" });
  });

  it("[H11] ends the picture that nobody waits for any more, and leaves nothing of it behind", async () => {
    const folder = await mkdtemp(join(tmpdir(), "counterpoint-desk-"));
    vi.stubEnv("TMPDIR", folder);
    const gone = new AbortController();
    const drawn = new FileDesk().run(picture(400), { address: "", signal: gone.signal });
    const fontsLie = async () =>
      expect((await readdir(folder, { recursive: true })).join()).toContain(".ttf");
    await Promise.all([
      expect(drawn).rejects.toMatchObject({ code: "called-off" }),
      vi.waitFor(fontsLie, { timeout: 30_000, interval: 5 }).then(() => gone.abort()),
    ]);
    expect((await readdir(folder)).filter((name) => name.startsWith("counterpoint"))).toEqual([]);
    await rm(folder, { recursive: true });
  }, 60_000);
});
