import type { Actor } from "./actor.ts";
import { expect, test } from "./fixtures.ts";
import { relation, relationToStep } from "./pages/canvas.ts";

/** The example debate in few words; see examples/open-or-closed.json. */
const question = "Why do they publish?";
const [pragmatic, strategic, cultural] = [
  "Openness is pragmatic",
  "Openness is strategic",
  "Openness is cultural",
];
const [trust, wary, twoAims] = ["It won trust abroad", "They were wary there", "It serves two aims"];
const [planned, hindsight, nobody] = ["It was planned", "Success looks planned", "Nobody chose it"];
const [makers, keep] = ["They love to make", "Makers may keep"];
const source = "Podcasts on open models";
const quote = "build trust and credibility";

test.describe("from an empty map", () => {
  test("the example debate is mapped by the keyboard alone, and the other sees all of it", async ({
    owner,
    guest,
  }) => {
    test.slow();
    const { canvas, map, page } = owner;

    await test.step("a title, the question and its answers", async () => {
      await expect(canvas.surface).toBeFocused();
      await tabBackTo(owner, "Title of the map");
      await owner.type("Open or closed?");
      await owner.press("Enter");
      await expect(canvas.surface).toBeFocused();
      await write(owner, "q", question);
      await write(owner, "a", pragmatic);
      await owner.press("t");
      await write(owner, "a", strategic);
      await owner.press("t");
      await write(owner, "a", cultural);
    });

    await test.step("two answers exclude each other", async () => {
      await goTo(owner, ",", strategic);
      await owner.press("c");
      await expect(page.getByText("Choose the claim that cannot be true along with it")).toBeVisible();
      await goTo(owner, ",", pragmatic);
      await owner.press("Enter");
      await expect(canvas.link(`${strategic} – contradicts: ${pragmatic}`)).toBeVisible();
      await expect(canvas.card(pragmatic)).toBeFocused();
    });

    await test.step("reasons, what works together with one, and objections", async () => {
      await write(owner, "s", trust);
      await owner.press("t");
      await expect(canvas.link(relation("because", pragmatic, trust))).toBeFocused();
      await write(owner, "w", wary);
      await owner.press("t", "t");
      await expect(canvas.card(pragmatic)).toBeFocused();
      await write(owner, "o", twoAims);
      await owner.press("t", "t");
      await goTo(owner, ".", strategic);
      await write(owner, "s", planned);
      await owner.press("t");
      await expect(canvas.link(relation("because", strategic, planned))).toBeFocused();
      await write(owner, "o", hindsight);
      await owner.press("t", "t", "t");
      await expect(canvas.card(strategic)).toBeFocused();
      await write(owner, "o", nobody);
      await owner.press("t", "t");
      await goTo(owner, ".", cultural);
      await write(owner, "s", makers);
      await owner.press("t", "t");
      await write(owner, "o", keep);
    });

    await test.step("a source with its quote makes a reason evidence", async () => {
      await owner.press("/");
      await expect(page.getByRole("searchbox", { name: "Search the map" })).toBeFocused();
      await owner.type(trust);
      await expect(page.getByRole("search").getByRole("status")).toHaveText("1 card");
      await owner.press("Enter", "Escape");
      await expect(canvas.card(trust)).toBeFocused();
      await owner.press("b");
      const dialog = page.getByRole("dialog", { name: "Sources" });
      await expect(dialog).toBeVisible();
      await tabTo(owner, "Add a citation");
      await owner.press("Enter");
      const form = page.getByRole("dialog", { name: "Add a citation" });
      await expect(form.getByRole("textbox", { name: "Title" })).toBeFocused();
      await owner.type(source);
      await tabTo(owner, "Quote, word for word");
      await owner.type(quote);
      await tabTo(owner, "Add a citation");
      await owner.press("Enter");
      await expect(dialog.getByText(quote)).toBeVisible();
      await owner.press("Escape");
      await expect(canvas.card(trust, "Evidence")).toBeFocused();
    });

    await test.step("tags, a colour and a pin", async () => {
      await owner.press("#");
      await expect(page.getByRole("combobox", { name: "Add a tag" })).toBeFocused();
      await owner.type("abroad");
      await owner.press("Enter");
      await expect(page.getByRole("button", { name: "Remove abroad" })).toBeVisible();
      await owner.escapeFrom(page.getByRole("dialog", { name: "Tags" }));
      await expect(canvas.card(trust)).toBeFocused();
      await owner.press("k");
      await expect(page.getByRole("menu", { name: "Colour" })).toBeFocused();
      await owner.typeBlindly("bl");
      await expect(page.getByRole("menuitemradio", { name: "Blue" })).toBeFocused();
      await owner.press("Enter");
      await expect(canvas.card(trust)).toBeFocused();
      await expect(canvas.card(trust)).toHaveAttribute("data-color", "blue");
      await owner.press("p");
      await expect(canvas.card(trust).getByRole("img", { name: "Pinned" })).toBeVisible();
    });

    await test.step("two cards in a group with a name", async () => {
      await jump(owner, makers);
      await owner.press("Shift+ArrowDown", "Control+g");
      await expect(page.getByRole("textbox", { name: "Name of the group" })).toBeFocused();
      await owner.type("Makers");
      await owner.press("Enter");
      await expect(canvas.card(keep)).toBeFocused();
    });

    await test.step("a step is turned into its contrary and back, round and back", async () => {
      await owner.press("t", "u");
      await guest.press("0");
      await guest.canvas.expectRelation("because", cultural, keep);
      await owner.press("u", "x");
      await guest.canvas.expectRelation("but", keep, cultural);
      await owner.press("Control+z");
      await guest.canvas.expectRelation("but", cultural, keep);
    });

    await test.step("an argument is copied, and the copy taken back", async () => {
      await jump(owner, planned);
      await owner.press("Control+c", "Control+v");
      await expect(guest.canvas.card(planned)).toHaveCount(2);
      await owner.press("Control+z");
      await expect(guest.canvas.card(planned)).toHaveCount(1);
      await owner.press("Control+Shift+z");
      await expect(guest.canvas.card(planned)).toHaveCount(2);
      await owner.press("Control+z");
      await expect(guest.canvas.card(planned)).toHaveCount(1);
    });

    await test.step("the whole is laid out from the palette, but for what is pinned", async () => {
      await owner.press("Escape", "Control+k");
      await expect(page.getByRole("searchbox", { name: "Commands" })).toBeFocused();
      await owner.type("Tidy from left to right");
      await expect(page.getByRole("menuitem")).toHaveText([/Tidy from left to right/u]);
      const [pinned, free] = [await guest.canvas.place(trust), await guest.canvas.place(nobody)];
      await owner.press("Enter");
      await expect(page.getByRole("dialog", { name: "Commands" })).toBeHidden();
      await expect(canvas.surface.locator(":focus")).toHaveCount(1);
      await expect.poll(() => guest.canvas.place(nobody)).not.toEqual(free);
      await guest.canvas.expectPlace(trust, pinned);
      await map.expectSaveState("Saved");
    });

    await test.step("the other sees all of it", async () => {
      await guest.press("0");
      const { canvas: seen } = guest;
      await expect(guest.map.title).toHaveValue("Open or closed?");
      await seen.expectCards(
        question,
        pragmatic,
        strategic,
        cultural,
        trust,
        wary,
        twoAims,
        planned,
        hindsight,
        nobody,
        makers,
        keep,
      );
      await expect(seen.card(question, "Question")).toBeVisible();
      for (const answer of [pragmatic, strategic, cultural]) {
        await expect(seen.link(`${answer} – answers: ${question}`)).toBeVisible();
      }
      await expect(seen.link(`${strategic} – contradicts: ${pragmatic}`)).toBeVisible();
      await seen.expectRelation("because", pragmatic, trust, wary);
      await seen.expectRelation("but", pragmatic, twoAims);
      await seen.expectRelation("because", strategic, planned);
      await expect(seen.link(relationToStep("but", hindsight, strategic, planned))).toBeVisible();
      await seen.expectRelation("but", strategic, nobody);
      await seen.expectRelation("because", cultural, makers);
      await seen.expectRelation("but", cultural, keep);
      const cited = seen.card(trust, "Evidence");
      await expect(cited).toContainText(quote);
      await expect(cited).toContainText(source);
      await expect(cited).toContainText("#abroad");
      await expect(cited).toHaveAttribute("data-color", "blue");
      await expect(cited.getByRole("img", { name: "Pinned" })).toBeVisible();
      await expect(seen.group("Makers")).toBeVisible();
    });
  });
});

/** Adds a card with that key, and writes in it; the keyboard is on it then. */
async function write(actor: Actor, key: string, text: string): Promise<void> {
  await actor.press(key);
  await actor.canvas.write(text);
  await expect(actor.canvas.card(text)).toBeFocused();
}

/** A step along the argument. */
async function goTo(actor: Actor, key: string, text: string): Promise<void> {
  await actor.press(key);
  await expect(actor.canvas.card(text)).toBeFocused();
}

/** To a card by its words, from the palette. */
async function jump(actor: Actor, text: string): Promise<void> {
  await actor.press("Control+k");
  await expect(actor.page.getByRole("searchbox", { name: "Commands" })).toBeFocused();
  await actor.type(text);
  await expect(actor.page.getByRole("menuitem", { name: text })).toBeVisible();
  await actor.press("Enter");
  await expect(actor.canvas.card(text)).toBeFocused();
}

async function tabTo(actor: Actor, name: string): Promise<void> {
  await walkTo(actor, name, "Tab");
}

async function tabBackTo(actor: Actor, name: string): Promise<void> {
  await walkTo(actor, name, "Shift+Tab");
}

/** More stops than anything here is away. */
const maxStops = 30;

async function walkTo(actor: Actor, name: string, key: string): Promise<void> {
  for (let stops = 0; stops < maxStops; stops++) {
    await actor.walk(key);
    const thing = actor.page.locator(":focus");
    if ((await thing.count()) === 1 && (await nameOf(actor)) === name) return;
  }
  throw new Error(`“${name}” is no stop of the Tab key here.`);
}

/** What a screen reader calls what has the keyboard: by a label of its own, by its label's text, or by its text. */
async function nameOf({ page }: Actor): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labelled = element?.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const labels = labelled.map((id) => document.getElementById(id)?.textContent ?? "");
    return element?.getAttribute("aria-label") ?? (labels.join(" ") || element?.textContent || "");
  });
}
