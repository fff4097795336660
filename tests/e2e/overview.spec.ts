import { expect, test } from "./fixtures.ts";
import { boxOf, type Canvas, type Place } from "./pages/canvas.ts";

/** More cards than are elements when seen from far off: from there they are drawn. */
const [columns, rows] = [10, 8];
const pitch = { x: 300, y: 170 } as const;
const cardWidth = 248;
const texts = Array.from({ length: columns * rows }, (_, index) => `Claim number ${index}`);

test.use({
  startingMap: {
    title: "From far off",
    cards: texts.map((text, index) => ({
      text,
      at: [(index % columns) * pitch.x, Math.floor(index / columns) * pitch.y],
    })),
    arguments: [{ polarity: "support", from: "Claim number 12", to: "Claim number 11" }],
  },
});

/** Looks at the whole map, and says where on the screen the cards then are, going by the one the keyboard is at. */
async function seenWhole(canvas: Canvas): Promise<(index: number) => Place> {
  await canvas.surface.focus();
  await canvas.page.keyboard.press("0");
  await canvas.page.keyboard.press("ArrowRight");
  await expect(canvas.cards).toHaveCount(1);
  const known = await canvas.cards.getAttribute("aria-label");
  const index = texts.findIndex((text) => known === `Claim: ${text}`);
  const box = await boxOf(canvas.cards);
  const zoom = box.width / cardWidth;
  const [column, row] = [index % columns, Math.floor(index / columns)];
  return (other) => ({
    x: box.x + ((other % columns) - column) * pitch.x * zoom + box.width / 2,
    y: box.y + (Math.floor(other / columns) - row) * pitch.y * zoom + box.height / 2,
  });
}

test("a card that is only drawn can be pointed at, selected and moved, and the other sees it move", async ({
  owner,
  guest,
}) => {
  const { canvas, map, page } = owner;
  const before = await guest.canvas.place("Claim number 11");
  const placeOf = await seenWhole(canvas);
  const at = placeOf(11);
  await page.mouse.move(at.x, at.y);
  await expect(canvas.card("Claim number 11")).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(at.x + 30, at.y + 24, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(async () => (await guest.canvas.place("Claim number 11")).y)
    .toBeGreaterThan(before.y + 20);
  await page.mouse.click(at.x + 30, at.y + 24);
  await expect(map.selectionBar).toBeVisible();
});

test("a double press on a drawn card comes near and opens it for writing", async ({ owner, guest }) => {
  const placeOf = await seenWhole(owner.canvas);
  const at = placeOf(11);
  await owner.page.mouse.dblclick(at.x, at.y);
  await owner.canvas.write(", seen from near");
  await expect(guest.canvas.card("Claim number 11, seen from near")).toBeVisible();
});

test("from far off a rectangle selects what is drawn in it, and the small map leads elsewhere", async ({
  owner,
}) => {
  const { canvas, map, page } = owner;
  const placeOf = await seenWhole(canvas);
  await map.use("Drag selects");
  const [first, last] = [placeOf(0), placeOf(21)];
  await canvas.marquee({ x: first.x - 60, y: first.y - 30 }, { x: last.x + 57, y: last.y + 25 });
  await expect(map.selectionBar.getByText("6 selected")).toBeVisible();
  await page.keyboard.press("Escape");

  const small = page.getByRole("application", { name: /^Small map/u });
  await small.focus();
  for (let i = 0; i < 8; i += 1) await page.keyboard.press("ArrowUp");
  await expect(canvas.card("Claim number 0")).toBeHidden();
  await page.getByRole("button", { name: "Hide the small map" }).click();
  await expect(small).toBeHidden();
  await page.getByRole("button", { name: "Show the small map" }).click();
  await expect(small).toBeVisible();
});
