import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./fixtures.ts";
import { Canvas } from "./pages/canvas.ts";
import { expectAccessible } from "./support/accessible.ts";

const claim = "Openness is pragmatic";

test.use({ startingMap: { title: "Why open?", cards: [{ text: claim, at: [0, 0] }] } });

/** A page of somebody else's that shows `link` in a frame. */
async function pageAround(link: string): Promise<Readonly<{ url: string; close: () => void }>> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<h1>My blog</h1><iframe title="The map" width="700" height="420" src="${link}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  // Another host than the map's, hence another site.
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

function embeddedLink(link: string): string {
  const url = new URL(link);
  url.hostname = "127.0.0.1";
  url.searchParams.set("embed", "1");
  return url.href;
}

test("[H12] a map is shown in somebody else's page, with no means of changing it, and opens beside it", async ({
  map,
  owner,
  visitor,
}) => {
  // Even the link for editing gives nothing but a view here.
  const around = await pageAround(embeddedLink(map.links.edit));
  await visitor.page.goto(around.url);
  const frame = visitor.page.frameLocator("iframe");
  const embedded = new Canvas(visitor.page, frame.locator("body"));
  await expect(frame.getByRole("heading", { name: "Why open?" })).toBeVisible();
  await expect(embedded.card(claim)).toBeVisible();
  await embedded.card(claim).dblclick();
  await expect(embedded.writing).toHaveCount(0);
  await visitor.press("Delete");
  await expect(embedded.card(claim)).toBeVisible();
  await expect(frame.getByRole("button", { name: "Share" })).toHaveCount(0);
  // Whoever looks at it there is not among the people of the map.
  await owner.map.expectOthersHere();
  const opened = visitor.context.waitForEvent("page");
  await frame.getByRole("link", { name: "Open in Counterpoint" }).click();
  const page = await opened;
  await expect(new Canvas(page).card(claim)).toBeVisible();
  await owner.canvas.expectCards(claim);
  around.close();
});

test("[H12] a frame whose link lacks its secret says so, whatever the device knows of the map", async ({
  map,
  guest,
}) => {
  const bare = embeddedLink(map.links.view).replace(/#.*/u, "");
  const around = await pageAround(bare);
  await guest.page.goto(around.url);
  const frame = guest.page.frameLocator("iframe");
  await expect(frame.getByText("lacks what stands behind the #")).toBeVisible();
  around.close();
});

test("an embedded map keeps the rules of accessibility, and is whole in a narrow frame", async ({
  map,
  visitor,
}) => {
  await visitor.page.setViewportSize({ width: 360, height: 480 });
  for (const colorScheme of ["light", "dark"] as const) {
    await visitor.page.emulateMedia({ colorScheme });
    await visitor.page.goto(embeddedLink(map.links.view));
    await expect(new Canvas(visitor.page).card(claim)).toBeVisible();
    await expectAccessible(visitor.page);
  }
  const link = visitor.page.getByRole("link", { name: "Open in Counterpoint" });
  await expect(link).toBeInViewport({ ratio: 1 });
});

test("[H7] the map's own page is not shown in a frame", async ({ map, visitor }) => {
  const around = await pageAround(map.links.edit.replace("localhost", "127.0.0.1"));
  await visitor.page.goto(around.url);
  await expect(visitor.page.getByRole("heading", { name: "My blog" })).toBeVisible();
  await expect(visitor.page.frameLocator("iframe").getByRole("application")).toHaveCount(0);
  around.close();
});
