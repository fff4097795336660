import type { Page } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";

/** So many that the whole map cannot be read on one screen, and that the server has a glimpse of it. */
const [columns, rows] = [50, 30];
const pitch = { x: 300, y: 170 } as const;

test.use({
  startingMap: {
    title: "A large map",
    cards: Array.from({ length: columns * rows }, (_, index) => ({
      text: `Claim number ${index}`,
      at: [(index % columns) * pitch.x, Math.floor(index / columns) * pitch.y],
    })),
    arguments: [{ polarity: "support", from: `Claim number ${columns}`, to: "Claim number 0" }],
  },
});

/** Around the first cards, where no bar comes to stand. */
const stretch = { x: 24, y: 72, width: 620, height: 300 } as const;

/** Keeps the page's wire from being answered until the result is called. */
async function holdWire(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.routeWebSocket(/\/sync\//u, async (wire) => {
    await held;
    wire.connectToServer();
  });
  return letGo;
}

type Likeness = Readonly<{ dark: readonly [number, number]; unlike: number }>;

/** How much of two pictures is as dark as letters, and how much of one is unlike the other, as parts of the whole. */
async function compare({ context }: Actor, one: Buffer, other: Buffer): Promise<Likeness> {
  const page = await context.newPage();
  const likeness = await page.evaluate(
    async (pictures) => {
      // The page smooths letters otherwise than the picture does; of that less is left at half the size.
      const shrink = 2;
      const read = async (bytes: readonly number[], part: number) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
        const [width, height] = [bitmap.width / part, bitmap.height / part];
        const pen = new OffscreenCanvas(width, height).getContext("2d");
        pen?.drawImage(bitmap, 0, 0, width, height);
        const { data } = pen?.getImageData(0, 0, width, height) ?? { data: [] };
        return Array.from({ length: data.length / 4 }, (_, at) => data[4 * at] ?? 0);
      };
      const share = (values: readonly number[], holds: (value: number, at: number) => boolean) =>
        values.filter(holds).length / values.length;
      const [here = [], there = []] = await Promise.all(pictures.map((bytes) => read(bytes, 1)));
      const [left = [], right = []] = await Promise.all(pictures.map((bytes) => read(bytes, shrink)));
      const isDark = (value: number) => value < 140;
      return {
        dark: [share(here, isDark), share(there, isDark)] as const,
        unlike: share(left, (value, at) => Math.abs(value - (right[at] ?? 0)) > 96),
      };
    },
    [[...one], [...other]],
  );
  await page.close();
  return likeness;
}

async function expectGlimpse({ map, page }: Actor): Promise<void> {
  await expect(page.getByRole("status")).toHaveText("Opening the map");
  await expect(page.locator("canvas")).toHaveCount(1);
  // It is a picture: there is nothing in it to press, to select or to write in, and nothing is called saved.
  await expect(map.canvas.surface).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByText("Saved")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(page.locator("main :focus, canvas:focus")).toHaveCount(0);
}

test("a large map can be seen before it has come, and then stands where it was seen", async ({
  visitor,
  map,
}) => {
  const { page } = visitor;
  const letGo = await holdWire(page);
  await page.goto(map.links.edit);
  await expectGlimpse(visitor);
  await page.evaluate(() => document.fonts.ready);
  const glimpse = await page.screenshot({ clip: stretch });
  letGo();
  await visitor.map.expectOpen();
  await expect(page.getByText("Opening the map")).toHaveCount(0);
  await visitor.canvas.expectPlace("Claim number 0", { x: 28, y: 76 });
  await expect(visitor.canvas.card("Claim number 2")).toBeVisible();
  // Its words can be read, and nothing leaps; the last cards may still be coming.
  await expect(async () => {
    const live = await page.screenshot({ clip: stretch });
    const { dark, unlike } = await compare(visitor, glimpse, live);
    expect(dark[1]).toBeGreaterThan(0);
    expect(dark[0] / dark[1]).toBeGreaterThan(0.6);
    expect(unlike).toBeLessThan(0.01);
  }).toPass();
});

test("what somebody has just deleted is in no glimpse", async ({ owner, visitor, map }) => {
  const first = owner.canvas.card("Claim number 0");
  await owner.canvas.select(first);
  await owner.press("Delete");
  await expect(first).toHaveCount(0);
  await owner.map.expectSaveState("Saved");
  const letGo = await holdWire(visitor.page);
  await visitor.page.goto(map.links.view);
  await expectGlimpse(visitor);
  await visitor.page.evaluate(() => document.fonts.ready);
  const of = (x: number) => visitor.page.screenshot({ clip: { x, y: 76, width: 140, height: 30 } });
  // Where the first card stood and where the second one stands.
  const { dark } = await compare(visitor, await of(28), await of(28 + pitch.x * 0.6));
  expect(dark[0]).toBe(0);
  expect(dark[1]).toBeGreaterThan(0);
  letGo();
  await visitor.map.expectSaveState("View only");
  await expect(visitor.canvas.card("Claim number 2")).toBeVisible();
});

test("a glimpse that does not come keeps nobody waiting", async ({ visitor, map }) => {
  await visitor.page.route("**/glimpse", () => undefined);
  await visitor.map.open(map.links.edit);
  await expect(visitor.canvas.card("Claim number 0")).toBeVisible();
});
