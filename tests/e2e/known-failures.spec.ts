import { expect, test } from "./fixtures.ts";

/** Failures that pages of this kind have had elsewhere; numbers as in docs/spec/known-failures.md. */

const cards = ["Openness is pragmatic", "Openness is strategic"] as const;

test.use({
  startingMap: {
    title: "Why open?",
    cards: cards.map((text, index) => ({ text, at: [index * 400, 0] })),
  },
});

test("[F24] a map that the server goes away from as it is first opened is no empty one, and cannot be edited", async ({
  server,
  visitor,
  map,
}) => {
  const { page } = visitor;
  let tries = 0;
  let letThrough = (): void => undefined;
  const serverIsGone = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  // The page has been let in when it asks for the map itself; between the two the server ends.
  await page.routeWebSocket(/\/sync\//u, async (wire) => {
    tries++;
    await serverIsGone;
    wire.connectToServer();
  });
  await page.goto(map.links.owner);
  await expect.poll(() => tries).toBe(1);
  await server.kill();
  letThrough();
  await expect.poll(() => tries).toBeGreaterThan(1);

  await expect(page.getByRole("status")).toHaveText("Opening the map");
  await expect(visitor.canvas.surface).toBeHidden();
  await expect(visitor.map.outline.tree).toBeHidden();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  // What makes and writes cards where there is a canvas.
  await page.mouse.dblclick(640, 400);
  await visitor.press("c", "Enter");
  await visitor.typeBlindly("Written over the real map");
  await page.mouse.click(640, 500);
  await expect(page.getByRole("status")).toHaveText("Opening the map");

  await server.start();
  await visitor.map.expectOpen();
  await visitor.canvas.expectCards(...cards);
  await expect(visitor.map.title).toHaveValue("Why open?");
  await visitor.map.expectSaveState("Saved");
});

test("[F24] what was sent by a page that never heard of the map adds nothing and takes nothing away", async ({
  visitor,
  guest,
  map,
}) => {
  const wires: (() => void)[] = [];
  let isHeld = true;
  await visitor.page.routeWebSocket(/\/sync\//u, (wire) => {
    if (isHeld) wires.push(() => void wire.close({ code: 1001 }));
    else wire.connectToServer();
  });
  await visitor.page.goto(map.links.edit);
  await expect.poll(() => wires.length).toBeGreaterThan(0);
  await visitor.page.mouse.dblclick(640, 400);
  await visitor.typeBlindly("Written over the real map");
  isHeld = false;
  for (const close of wires) close();
  await visitor.map.expectOpen();
  for (const actor of [visitor, guest]) await actor.canvas.expectCards(...cards);
  await guest.canvas.addClaim("Added since", { x: 400, y: 600 });
  await visitor.canvas.expectCards(...cards, "Added since");
});
