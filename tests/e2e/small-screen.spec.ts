import type { Locator } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { boxOf } from "./pages/canvas.ts";
import { MapPage } from "./pages/map-page.ts";

const phone = { width: 390, height: 844 };

test("the first page fits a phone", async ({ server, visitor }) => {
  await visitor.page.setViewportSize(phone);
  await visitor.home.open(server.url);
  await expect(visitor.page.getByRole("button", { name: "New map" })).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(visitor);
});

test("a map fits a phone, and all its tools can be reached", async ({ owner }) => {
  await owner.page.setViewportSize(phone);
  await owner.map.rename("A title that is longer than a phone is wide, as titles of arguments often are");
  await expectNoSidewaysScroll(owner);
  for (const part of [owner.page.getByRole("banner"), owner.map.dock]) await expectInside(part);
  const buttons = owner.page.getByRole("banner").getByRole("button");
  for (const button of await buttons.all()) await expect(button).toBeInViewport({ ratio: 1 });
  for (const tool of ["Add a question", "Add a claim", "Undo", "Show the whole map"]) {
    const button = owner.map.dock.getByRole("button", { name: tool, exact: true });
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 1 });
  }
});

test("on a small window a claim is written, argued for and shared", async ({ owner, guest }) => {
  await owner.page.setViewportSize(phone);
  await owner.map.use("Add a claim");
  await owner.canvas.write("Openness is pragmatic");
  await owner.canvas.select(owner.canvas.card("Openness is pragmatic"));
  await expectInside(owner.map.selectionBar);
  await owner.map.choose("Because");
  await owner.canvas.write("Labs publish weights");
  await guest.canvas.expectRelation("because", "Openness is pragmatic", "Labs publish weights");
  const share = await owner.map.openShareDialog();
  await expectInside(share.dialog);
  await share.copy("Link for editing");
  await share.close();
});

test("by touch alone a claim is written, argued against and taken back", async ({ browser, map, owner }) => {
  const device = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const touch = new MapPage(await device.newPage());
  await touch.open(map.links.edit);
  await touch.switchTo("Map");
  await touch.dock.getByRole("button", { name: "Add a claim" }).tap();
  await touch.canvas.write("Openness is pragmatic");
  await touch.canvas.card("Openness is pragmatic").tap({ position: { x: 100, y: 45 } });
  await touch.selectionBar.getByRole("button", { name: "But", exact: true }).tap();
  await touch.canvas.write("Nobody planned it");
  await owner.canvas.expectRelation("but", "Openness is pragmatic", "Nobody planned it");
  await touch.dock.getByRole("button", { name: "Undo" }).tap();
  await owner.canvas.expectCards("Openness is pragmatic");
  await device.close();
});

test("a narrow window shows all of a dialog", async ({ owner }) => {
  await owner.page.setViewportSize(phone);
  await owner.map.chooseFromMenu("Keyboard shortcuts");
  await expectInside(owner.map.keyboardHelp);
  const last = owner.map.keyboardHelp.getByRole("rowheader", { name: "Search the map" });
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
});

/** Nothing stands beyond the edge, to be found only by pushing the page sideways. */
async function expectNoSidewaysScroll({ page }: Actor): Promise<void> {
  const overflow = () => page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
}

async function expectInside(part: Locator): Promise<void> {
  await expect.poll(async () => (await boxOf(part)).x).toBeGreaterThanOrEqual(0);
  const rightEdge = async () => {
    const { x, width } = await boxOf(part);
    return x + width;
  };
  await expect.poll(rightEdge).toBeLessThanOrEqual(phone.width);
}
