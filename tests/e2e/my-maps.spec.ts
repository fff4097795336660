import { test as base, expect } from "@playwright/test";
import type { Actor } from "./actor.ts";
import { expectAccessible } from "./support/accessible.ts";
import { School } from "./support/school.ts";

const test = base.extend<{ school: School }>({
  school: async ({ browser }, use) => {
    const school = await School.open(browser);
    await use(school);
    await school.close();
  },
});

/** A map that somebody makes, names and writes in. */
async function makeMap(actor: Actor, title: string, claim: string): Promise<string> {
  await actor.home.startNewMap();
  await actor.map.expectOpen();
  await actor.canvas.addClaim(claim, { x: 400, y: 300 });
  await actor.map.rename(title);
  await actor.map.expectSaveState("Saved");
  return actor.page.url();
}

/** Goes to the first page until a map of that name is listed: names take a moment to get around. */
async function findListed(actor: Actor, title: string): Promise<void> {
  const home = new URL("/", actor.page.url()).href;
  await expect(async () => {
    await actor.home.open(home);
    await expect(actor.home.myMaps.getByRole("link", { name: title })).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("who has signed in finds their map again on another device, opens it there, and works on it at both", async ({
  school,
}) => {
  const ann = await school.arrive("Ann Author");
  await expect(ann.home.myMaps.getByText("No maps yet")).toBeVisible();
  await makeMap(ann, "Parks", "Parks calm people");

  const elsewhere = await school.arrive("Ann Author");
  await findListed(elsewhere, "Parks");
  await expect(elsewhere.home.myMaps.getByText("Owner")).toBeVisible();
  await elsewhere.home.myMaps.getByRole("link", { name: "Parks" }).click();
  await elsewhere.canvas.expectCards("Parks calm people");
  await elsewhere.canvas.addClaim("And cool cities", { x: 700, y: 500 });
  await ann.canvas.expectCards("Parks calm people", "And cool cities");
  await elsewhere.map.expectSaveState("Saved");

  await elsewhere.page.reload();
  await elsewhere.canvas.expectCards("Parks calm people", "And cool cities");
  const share = await elsewhere.map.openShareDialog();
  await expect(share.dialog.getByText(/You opened this map from your list/u)).toBeVisible();
  await expect(share.dialog.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(elsewhere.page);
});

test("a stranger with an account has neither the map nor a way in by its address", async ({ school }) => {
  const ann = await school.arrive("Ann Author");
  const address = await makeMap(ann, "Parks", "Parks calm people");
  const ben = await school.arrive("Ben Baker");
  await expect(ben.home.myMaps.getByText("No maps yet")).toBeVisible();
  await ben.page.goto(address);
  await expect(ben.page.getByRole("heading", { name: "This map needs its whole link" })).toBeVisible();
});

test("a map leaves the list of those whose link was changed, and opens for them no longer", async ({
  school,
}) => {
  const ann = await school.arrive("Ann Author");
  const address = await makeMap(ann, "Parks", "Parks calm people");
  const share = await ann.map.openShareDialog();
  const link = await share.link("Link for editing").inputValue();
  const ben = await school.arrive("Ben Baker");
  await ben.map.open(link);
  await ben.canvas.expectCards("Parks calm people");
  const elsewhere = await school.arrive("Ben Baker");
  await findListed(elsewhere, "Parks");
  await elsewhere.home.myMaps.getByRole("link", { name: "Parks" }).click();
  await elsewhere.canvas.expectCards("Parks calm people");
  await elsewhere.canvas.addClaim("And cool cities", { x: 700, y: 500 });
  await elsewhere.map.expectSaveState("Saved");

  await share.change("New link for editing…");
  await expect(ben.page.getByRole("heading", { name: "Your link no longer opens this map" })).toBeVisible();
  await expect(elsewhere.page.getByRole("heading", { name: "This map needs its whole link" })).toBeVisible();
  await elsewhere.page.goto(new URL("/", address).href);
  await expect(elsewhere.home.myMaps.getByText("No maps yet")).toBeVisible();
  await elsewhere.page.goto(address);
  await expect(elsewhere.page.getByRole("heading", { name: "This map needs its whole link" })).toBeVisible();
});

test("nothing of a map opened from the list is left at a shared computer after signing out", async ({
  school,
}) => {
  const ann = await school.arrive("Ann Author");
  const address = await makeMap(ann, "Parks", "Parks calm people");
  const shared = await school.arrive("Ann Author");
  await findListed(shared, "Parks");
  await shared.home.myMaps.getByRole("link", { name: "Parks" }).click();
  await shared.canvas.expectCards("Parks calm people");
  await shared.page.goto(new URL("/", address).href);
  await shared.page.getByRole("button", { name: "Sign out Ann Author" }).click();
  await expect(shared.page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await school.signIn(shared, "Ben Baker");
  await expect(shared.home.myMaps.getByText("No maps yet")).toBeVisible();
  await expect(shared.home.recentMaps).toBeHidden();
  await shared.page.goto(address);
  await expect(shared.page.getByRole("heading", { name: "This map needs its whole link" })).toBeVisible();
});

test("whoever hands a map over has it on their list as one who may edit it", async ({ school }) => {
  const ann = await school.arrive("Ann Author");
  await makeMap(ann, "Parks", "Parks calm people");
  await ann.map.openShareDialog();
  await ann.page.getByRole("button", { name: "Hand over…" }).click();
  await ann.page.getByRole("button", { name: "Make the link to give away" }).click();
  await ann.page.getByRole("button", { name: "I have passed it on" }).click();
  await expect(ann.page.getByText("You have handed the map over")).toBeVisible();
  const elsewhere = await school.arrive("Ann Author");
  await findListed(elsewhere, "Parks");
  await expect(elsewhere.home.myMaps.getByText("Can edit")).toBeVisible();
  await expect(elsewhere.home.myMaps.getByText("Owner")).toBeHidden();
});

test("an owner who deleted a map from their list has it back there, without its link", async ({ school }) => {
  const ann = await school.arrive("Ann Author");
  await makeMap(ann, "Parks", "Parks calm people");
  const elsewhere = await school.arrive("Ann Author");
  await findListed(elsewhere, "Parks");
  await elsewhere.home.myMaps.getByRole("link", { name: "Parks" }).click();
  await elsewhere.canvas.expectCards("Parks calm people");
  await elsewhere.map.chooseFromMenu("Delete map…");
  await elsewhere.page.getByRole("button", { name: "Delete for everyone" }).click();
  await expect(ann.page.getByRole("heading", { name: "This map was deleted" })).toBeVisible();
  await elsewhere.page.getByRole("button", { name: "Restore “Parks”" }).press("Enter");
  await elsewhere.home.myMaps.getByRole("link", { name: "Parks" }).click();
  await elsewhere.canvas.expectCards("Parks calm people");
});

test("the list can be read and used on a phone, by keyboard, and a map be taken off it", async ({
  school,
}) => {
  const ann = await school.arrive("Ann Author");
  await makeMap(ann, "Parks", "Parks calm people");
  const phone = await school.arrive("Ann Author", "phone");
  await findListed(phone, "Parks");
  await expectAccessible(phone.page);
  await phone.home.myMaps.getByRole("button", { name: "Remove “Parks” from your maps" }).press("Enter");
  const question = phone.page.getByRole("alertdialog", { name: "Remove “Parks” from your maps?" });
  await expect(question).toBeVisible();
  await expectAccessible(phone.page);
  await question.getByRole("button", { name: "Remove" }).press("Enter");
  await expect(phone.home.myMaps.getByText("No maps yet")).toBeVisible();
  await ann.page.reload();
  await ann.canvas.expectCards("Parks calm people");
});
