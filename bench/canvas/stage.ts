/** A page with a program and a scene on it, and the little that differs between programs. */

import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { heapMib, type Measured, pause, settled } from "./measure.ts";
import type { AppName } from "./options.ts";

export type Zoom = number | "fit";
/** Screen pixels = canvas pixels x zoom + (x, y). */
export type View = Readonly<{ x: number; y: number; zoom: number }>;

export type Stage = Measured &
  Readonly<{
    app: AppName;
    size: number;
    opening: Opening;
    /** `deltaY` of the wheel events, 60 of which zoom from 1 to 0.1. */
    zoomDelta: number;
    setView: (zoom: Zoom) => Promise<void>;
    view: () => Promise<View>;
    /** Where a card is now, in canvas pixels; undefined where there are no cards. */
    placeOf: (id: string) => Promise<Readonly<{ x: number; y: number }> | undefined>;
    startEdits: (near: readonly string[], perSecond: number) => Promise<void>;
    stopEdits: () => Promise<void>;
    close: () => Promise<void>;
  }>;

export type Opening = Readonly<{
  firstPaintMs: number;
  /** When the map itself was there to work on; the first useful paint where a program shows nothing before. */
  wholeMs: number;
  heapMib: number;
  /** Gzipped kB of the scripts that had come when the first card could be read. */
  scriptKb: number;
}>;

export const screen = { width: 1280, height: 800 } as const;
export const openDeadlineMs = 90_000;

/** Opens an address in a profile of its own and measures how it opens. */
export async function openPage(
  browser: Browser,
  url: string,
  hasCards: boolean,
): Promise<Readonly<{ page: Page; cdp: CDPSession; opening: Opening; close: () => Promise<void> }>> {
  const context = await browser.newContext({ viewport: screen });
  await context.addInitScript({ path: join(import.meta.dirname, "in-page.js") });
  const page = await context.newPage();
  page.on("pageerror", (fault) => process.stderr.write(`  ${new URL(url).pathname}: ${fault.message}\n`));
  const cdp = await context.newCDPSession(page);
  try {
    // Processor time, not time on the clock: what else the machine does must not be laid at the page's door.
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const scripts = await collectScripts(cdp);
    await page.goto(url, { waitUntil: "commit" });
    const firstPaintMs = hasCards ? await timeOf(page, "firstPaint") : 0;
    const wholeMs = hasCards ? await timeOf(page, "whole") : 0;
    await settled({ page, cdp }, openDeadlineMs);
    const early = await scriptsBefore(page, hasCards ? firstPaintMs : Number.POSITIVE_INFINITY);
    const opening = {
      firstPaintMs,
      wholeMs,
      heapMib: await heapMib({ page, cdp }),
      scriptKb: await scripts.gzippedKb(early),
    };
    return { page, cdp, opening, close: () => context.close() };
  } catch (fault) {
    await context.close();
    throw fault;
  }
}

async function timeOf(page: Page, name: "firstPaint" | "whole"): Promise<number> {
  const end = performance.now() + openDeadlineMs;
  while (performance.now() < end) {
    // A page that hangs must not hang the bench with it.
    const at = await Promise.race([
      page.evaluate((wanted) => meter[wanted], name).catch(() => undefined),
      pause(end - performance.now()),
    ]);
    if (typeof at === "number") return at;
    await pause(50);
  }
  throw new Error(`showed no card within ${openDeadlineMs / 1000} s`);
}

/** Addresses of what had come by then, by the browser's own clock. */
function scriptsBefore(page: Page, timeMs: number): Promise<readonly string[]> {
  return page.evaluate(
    (end) =>
      performance
        .getEntriesByType("resource")
        .flatMap((entry) => (entry.startTime + entry.duration <= end ? [entry.name] : [])),
    timeMs,
  );
}

async function collectScripts(cdp: CDPSession) {
  const requests = new Map<string, string>();
  cdp.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") requests.set(response.url, requestId);
  });
  await cdp.send("Network.enable", { maxTotalBufferSize: 100_000_000, maxResourceBufferSize: 50_000_000 });
  return {
    async gzippedKb(urls: readonly string[]): Promise<number> {
      let bytes = 0;
      for (const requestId of urls.flatMap((url) => requests.get(url) ?? [])) {
        const { body, base64Encoded } = await cdp.send("Network.getResponseBody", { requestId });
        bytes += gzipSync(Buffer.from(body, base64Encoded ? "base64" : "utf8")).length;
      }
      await cdp.send("Network.disable");
      return bytes / 1000;
    },
  };
}
