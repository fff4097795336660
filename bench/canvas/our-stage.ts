/** Our own program: no hooks, only what a person has. Its view is read from the page, never set there. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { pause, settled } from "./measure.ts";
import type { OthersOrder } from "./others.ts";
import type { Product } from "./product.ts";
import { openPage, type Stage, screen, type View } from "./stage.ts";

/** React Flow zooms by 2 ^ (-0.002 x deltaY). */
const octavePx = 500;
/** One notch of a wheel. */
const notchPx = 100;
const zoomEvents = 60;
const zoomTolerance = 0.02;

export type OurStage = Stage &
  Readonly<{ startCrowd: (near: readonly string[], people: number) => Promise<void> }>;

export async function openOurs(browser: Browser, product: Product, size: number): Promise<OurStage> {
  const map = await product.map(size);
  const opened = await openPage(browser, map.url, true);
  const { page } = opened;
  let others: ChildProcess | undefined;
  const tell = async (order: OthersOrder): Promise<void> => {
    others ??= await startOthers(product.port, JSON.stringify(map));
    others.send(order);
    await once(others, "message");
  };
  return {
    ...opened,
    app: "ours",
    size,
    zoomDelta: (octavePx * Math.log2(10)) / zoomEvents,
    view: () => readView(page),
    async setView(zoom) {
      await page.getByRole("application").first().focus();
      await page.keyboard.press("0");
      await stillView(page);
      if (zoom !== "fit") await zoomTo(page, zoom);
      await settled(opened);
    },
    placeOf: (id) => readPlace(page, id),
    startEdits: (near, perSecond) => tell({ do: "edit", near, perSecond }),
    startCrowd: (near, people) => tell({ do: "drag", near, people }),
    stopEdits: () => tell({ do: "stop" }),
    close: async () => {
      others?.disconnect();
      await opened.close();
    },
  };
}

async function startOthers(port: number, map: string): Promise<ChildProcess> {
  const others = fork(join(import.meta.dirname, "others.ts"), [String(port), map], {
    execArgv: ["--import", "tsx"],
  });
  await once(others, "message");
  return others;
}

async function zoomTo(page: Page, wanted: number): Promise<void> {
  await page.mouse.move(screen.width / 2, screen.height / 2);
  await page.keyboard.down("Control");
  for (let tries = 0; tries < 40; tries++) {
    const { zoom } = await readView(page);
    if (Math.abs(zoom / wanted - 1) < zoomTolerance) break;
    const delta = octavePx * Math.log2(zoom / wanted);
    await page.mouse.wheel(0, Math.max(-notchPx * 3, Math.min(notchPx * 3, delta)));
    await pause(60);
  }
  await page.keyboard.up("Control");
  const { zoom } = await stillView(page);
  if (Math.abs(zoom / wanted - 1) > 2 * zoomTolerance)
    throw new Error(`The wheel did not lead to zoom ${wanted} but to ${zoom}.`);
}

/** The view once nothing flies any more. */
async function stillView(page: Page): Promise<View> {
  let before = await readView(page);
  for (let tries = 0; tries < 40; tries++) {
    await pause(150);
    const now = await readView(page);
    if (now.x === before.x && now.y === before.y && now.zoom === before.zoom) return now;
    before = now;
  }
  return before;
}

function readView(page: Page): Promise<View> {
  return page.locator(".react-flow__viewport").evaluate((element) => {
    const { e, f, a } = new DOMMatrix(getComputedStyle(element).transform);
    const { left, top } = (element.closest(".react-flow") ?? element).getBoundingClientRect();
    return { x: e + left, y: f + top, zoom: a };
  });
}

async function readPlace(page: Page, id: string): Promise<Readonly<{ x: number; y: number }> | undefined> {
  const box = await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();
  const view = await readView(page);
  return box ? { x: (box.x - view.x) / view.zoom, y: (box.y - view.y) / view.zoom } : undefined;
}
