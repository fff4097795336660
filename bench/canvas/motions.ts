/** What a hand does, sent through the browser as input: the same for every program. */
import { everyFrame, type Figures, measure, pause, settled } from "./measure.ts";
import { type MotionName, slowdown } from "./options.ts";
import type { OurStage } from "./our-stage.ts";
import { cardWidth, makeScene } from "./scene.ts";
import { type Stage, screen, type Zoom } from "./stage.ts";

const frames = 120;
/** Out, back past the start, and home again, so that there is always something to be seen. */
const turns = { first: 30, second: 90 } as const;
const panStep = { x: 22, y: 14 } as const;
const slowPanStep = { x: 5, y: 3 } as const;
const dragFrames = 60;
const dragRadiusPx = 120;
const dragLeave = { x: 40, y: 24 } as const;
/** Where a card is taken hold of: its head, under which no program has text to select. */
const grab = { x: 60, y: 14 } as const;
const editsPerSecond = 20;
const crowdSize = 10;
const control = 2;
/** Near enough to 0.1 and to 1. */
const zoomedOut = 0.15;
const zoomedIn = 0.8;
const zoomTries = 4;
/** Longer than a frame of the slowest program. */
const backlogMs = 1500;
const middle = { x: screen.width / 2, y: screen.height / 2 } as const;

type Step = Readonly<{ x: number; y: number }>;

const zoomOf: Readonly<Record<MotionName, Zoom>> = {
  "pan-1": 1,
  "pan-0.5": 0.5,
  "pan-0.25": 0.25,
  "pan-fit": "fit",
  zoom: 1,
  drag: 1,
  "edits-still-1": 1,
  "edits-still-fit": "fit",
  "edits-pan-1": 1,
  "edits-pan-fit": "fit",
  "slow-pan-1": 1,
  "slow-pan-0.5": 0.5,
  "slow-pan-0.25": 0.25,
  "slow-pan-fit": "fit",
};

/** Brings the page to where the motion begins; not measured. */
export async function prepare(stage: Stage, motion: MotionName): Promise<void> {
  await stage.setView(zoomOf[motion]);
  await settled(stage);
}

/** Does the motion and measures it. */
export async function perform(stage: Stage, motion: MotionName, round: number): Promise<Figures> {
  switch (motion) {
    case "pan-1":
    case "pan-0.5":
    case "pan-0.25":
    case "pan-fit":
      return measure(stage, () => pan(stage, panStep));
    case "zoom":
      return zoomOutAndIn(stage);
    case "drag":
      return dragOne(stage, round);
    case "edits-still-1":
    case "edits-still-fit":
      return underEdits(stage, () => everyFrame(frames, async () => undefined));
    case "edits-pan-1":
    case "edits-pan-fit":
      return underEdits(stage, () => pan(stage, slowPanStep));
    case "slow-pan-1":
    case "slow-pan-0.5":
    case "slow-pan-0.25":
    case "slow-pan-fit":
      return slowed(stage, () => measure(stage, () => pan(stage, panStep)));
  }
}

/** With the page's main thread held back, as the browser does it to show how a page is on a phone. */
async function slowed<Value>({ cdp }: Stage, action: () => Promise<Value>): Promise<Value> {
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  try {
    return await action();
  } finally {
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  }
}

/** Ten people drag cards that are on the screen, while this page stands still and then pans slowly. */
export async function underCrowd(stage: OurStage): Promise<Figures> {
  const near = await cardsNearMiddle(stage, crowdSize);
  await stage.startCrowd(near, crowdSize);
  await settled(stage, 3000);
  const figures = await measure(stage, async () => {
    await everyFrame(2 * frames, async () => undefined);
    await pan(stage, slowPanStep);
  });
  await stage.stopEdits();
  return figures;
}

async function pan({ cdp }: Stage, step: Step): Promise<void> {
  await everyFrame(frames, (index) => {
    const sign = index < turns.first || index >= turns.second ? 1 : -1;
    return cdp.send("Input.dispatchMouseEvent", {
      type: "mouseWheel",
      ...middle,
      deltaX: sign * step.x,
      deltaY: sign * step.y,
    });
  });
}

function zoomOutAndIn(stage: Stage): Promise<Figures> {
  return measure(stage, async () => {
    await zoomUntil(stage, 1, (zoom) => zoom < zoomedOut);
    await zoomUntil(stage, -1, (zoom) => zoom > zoomedIn);
  });
}

/** The events of one way; more of them where a slow program has passed some over. */
async function zoomUntil(stage: Stage, sign: 1 | -1, isThere: (zoom: number) => boolean): Promise<void> {
  for (let tries = 0; tries < zoomTries; tries++) {
    await everyFrame(frames / 2, () =>
      stage.cdp.send("Input.dispatchMouseEvent", {
        type: "mouseWheel",
        ...middle,
        deltaX: 0,
        deltaY: sign * stage.zoomDelta,
        modifiers: control,
      }),
    );
    if (isThere(await restingZoom(stage, isThere))) return;
  }
  const { zoom } = await stage.view();
  throw new Error(`${stage.app} zooms to ${zoom.toFixed(2)} only`);
}

/** Of a slow program the browser says that events were taken while they still wait for it. */
async function restingZoom(stage: Stage, isThere: (zoom: number) => boolean): Promise<number> {
  let { zoom } = await stage.view();
  while (!isThere(zoom)) {
    await pause(backlogMs);
    const now = (await stage.view()).zoom;
    if (now === zoom) break;
    zoom = now;
  }
  return zoom;
}

async function dragOne(stage: Stage, round: number): Promise<Figures> {
  const { cdp } = stage;
  const [id = ""] = await cardsNearMiddle(stage, 1);
  const from = await grabPoint(stage, id);
  const before = await stage.placeOf(id);
  const sign = round % 2 === 0 ? 1 : -1;
  const mouse = (
    type: "mouseMoved" | "mousePressed" | "mouseReleased",
    x: number,
    y: number,
    held: boolean,
  ) =>
    cdp.send("Input.dispatchMouseEvent", {
      type,
      x,
      y,
      ...(type === "mouseMoved" ? {} : { button: "left", clickCount: 1 }),
      buttons: held ? 1 : 0,
    });
  await mouse("mouseMoved", from.x, from.y, false);
  await mouse("mousePressed", from.x, from.y, true);
  const figures = await measure(stage, () =>
    everyFrame(dragFrames, (index) => {
      const turn = ((index + 1) / dragFrames) * 2 * Math.PI;
      const share = (index + 1) / dragFrames;
      return mouse(
        "mouseMoved",
        from.x + Math.sin(turn) * dragRadiusPx + sign * share * dragLeave.x,
        from.y + (1 - Math.cos(turn)) * dragRadiusPx * 0.5 + sign * share * dragLeave.y,
        true,
      );
    }),
  );
  await mouse("mouseReleased", from.x + sign * dragLeave.x, from.y + sign * dragLeave.y, false);
  const after = await stage.placeOf(id);
  if (before && after && Math.hypot(after.x - before.x, after.y - before.y) < 10)
    throw new Error(`The drag in ${stage.app} moved nothing.`);
  return figures;
}

async function underEdits(stage: Stage, meanwhile: () => Promise<void>): Promise<Figures> {
  await stage.startEdits(await cardsNearMiddle(stage, 12), editsPerSecond);
  const figures = await measure(stage, meanwhile);
  await stage.stopEdits();
  return figures;
}

async function grabPoint(stage: Stage, id: string): Promise<Step> {
  const place = await stage.placeOf(id);
  if (!place) return middle;
  const view = await stage.view();
  return {
    x: (place.x + grab.x) * view.zoom + view.x,
    y: (place.y + grab.y) * view.zoom + view.y,
  };
}

/** By the scene as it was made; who has been dragged since is hardly anywhere else. */
async function cardsNearMiddle(stage: Stage, count: number): Promise<readonly string[]> {
  const view = await stage.view();
  const at = { x: (middle.x - view.x) / view.zoom, y: (middle.y - view.y) / view.zoom };
  return makeScene(stage.size)
    .cards.map(({ id, x, y, height }) => ({
      id,
      far: Math.hypot(x + cardWidth / 2 - at.x, y + height / 2 - at.y),
    }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ id }) => id);
}
