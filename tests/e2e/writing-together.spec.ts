import { expect, test } from "./fixtures.ts";
import { boxOf } from "./pages/canvas.ts";

const here = { x: 520, y: 320 };

test("a claim added by one person appears for the other", async ({ owner, guest }) => {
  await owner.canvas.addClaim("Openness is pragmatic", here);
  await expect(guest.canvas.card("Openness is pragmatic", "Claim")).toBeVisible();
  await guest.canvas.addClaim("Openness is strategic", { x: 520, y: 480 });
  await owner.canvas.expectCards("Openness is pragmatic", "Openness is strategic");
  await owner.map.expectSaveState("Saved");
  await guest.map.expectSaveState("Saved");
});

test("what is typed at once after a double click goes into the new card", async ({ owner }) => {
  await owner.page.mouse.dblclick(here.x, here.y);
  await owner.typeBlindly("Every one of these letters is a key of the canvas: noqesawlc");
  await owner.press("Enter");
  await owner.canvas.expectCards("Every one of these letters is a key of the canvas: noqesawlc");
});

test("people see each other’s names, pointers and where they write", async ({ owner, guest }) => {
  await owner.map.introduce("Ada Byron");
  await guest.map.introduce("Bo Li");
  await owner.map.expectOthersHere("Bo Li");
  await guest.map.expectOthersHere("Ada Byron");

  await owner.page.mouse.move(300, 300);
  const pointer = guest.canvas.surface.getByText("Ada Byron", { exact: true });
  await expect(pointer).toBeVisible();
  // It may have been seen elsewhere before.
  await expect.poll(async () => Math.abs((await boxOf(pointer)).x - 300)).toBeLessThan(50);
  const before = await boxOf(pointer);
  await owner.page.mouse.move(400, 300);
  await expect.poll(async () => Math.round((await boxOf(pointer)).x - before.x)).toBe(100);

  await owner.page.mouse.dblclick(here.x, here.y);
  await expect(owner.canvas.writing).toBeFocused();
  await owner.type("Half a thou");
  const card = guest.canvas.card("Half a thou");
  await expect(card.getByText("Ada Byron writes")).toBeVisible();
  await owner.press("Enter");
  await expect(card.getByText("Ada Byron writes")).toBeHidden();

  await guest.context.close();
  await owner.map.expectOthersHere();
});

test("two people write in one card at once and lose no letter", async ({ owner, guest }) => {
  await owner.canvas.addClaim("Start.", here);
  await guest.canvas.openForWriting("Start.");
  await owner.canvas.openForWriting("Start.");
  await guest.press("Home");
  // Key by key in turn, so that each text grows while the other does.
  const [left, right] = ["From the left. ", " From the right."];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    await Promise.all([guest.type(left[index] ?? ""), owner.type(right[index] ?? "")]);
  }
  await expect(owner.canvas.writing).toHaveValue("From the left. Start. From the right.");
  await expect(guest.canvas.writing).toHaveValue("From the left. Start. From the right.");
  await owner.press("Enter");
  await guest.press("Enter");
  await expect(guest.canvas.card("From the left. Start. From the right.")).toBeVisible();
  await expect(owner.canvas.card("From the left. Start. From the right.")).toBeVisible();
});

test("Chinese written with an input method keeps what the other typed meanwhile", async ({
  owner,
  guest,
}) => {
  await owner.canvas.addClaim("Start.", here);
  await guest.canvas.openForWriting("Start.");
  await guest.press("Home");
  await owner.canvas.openForWriting("Start.");
  const keyboard = await owner.context.newCDPSession(owner.page);
  await keyboard.send("Input.imeSetComposition", { text: "kai", selectionStart: 3, selectionEnd: 3 });
  await guest.type("Before. ");
  // The field is left alone while a word is being composed in it.
  await expect(guest.canvas.writing).toHaveValue("Before. Start.");
  await expect(owner.canvas.writing).toHaveValue("Start.kai");
  await keyboard.send("Input.imeSetComposition", { text: "kai fang", selectionStart: 8, selectionEnd: 8 });
  await keyboard.send("Input.insertText", { text: "开放" });
  await expect(owner.canvas.writing).toHaveValue("Before. Start.开放");
  await expect(guest.canvas.writing).toHaveValue("Before. Start.开放");
  await guest.type("你好 ");
  await expect(owner.canvas.writing).toHaveValue("Before. 你好 Start.开放");
  await owner.press("Enter");
  await expect(guest.canvas.card("Before. 你好 Start.开放")).toBeVisible();
});

test("an empty card that somebody began and left goes again", async ({ owner, guest }) => {
  await owner.page.mouse.dblclick(here.x, here.y);
  await expect(guest.canvas.card("empty card", "Claim")).toBeVisible();
  await owner.press("Escape");
  await guest.canvas.expectCards();
  await owner.canvas.expectCards();
});
