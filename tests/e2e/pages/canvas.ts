import { expect, type Locator, type Page } from "@playwright/test";
import { exactly } from "./exactly.ts";

export type Place = Readonly<{ x: number; y: number }>;
export type Kind = "Claim" | "Question" | "Evidence";
/** What can be drawn from a card or a step, by the first words of its button. */
export type Sprout = "Because …" | "But …" | "Works together with …" | "Answer it" | "Part of this question";

/** The canvas as one person has it before them. Places are pixels of the page. */
export class Canvas {
  readonly page: Page;
  readonly surface: Locator;
  /** The field of the card that is being written. */
  readonly writing: Locator;

  /** That of the page, or one that lies over it in a window of its own. */
  constructor(page: Page, within: Page | Locator = page) {
    this.page = page;
    this.surface = within.getByRole("application", { name: /^Argument map/u });
    this.writing = this.surface.getByRole("textbox", { name: /^Text of the/u });
  }

  /** Every card in sight. */
  get cards(): Locator {
    return this.surface.getByRole("group", { name: /^(Claim|Question|Evidence): /u });
  }

  /** The picture that stands for the cards of a large map seen from far off, which says how many they are. */
  drawn(count: number): Locator {
    return this.surface.getByRole("img", { name: new RegExp(`^Overview of ${count} cards`, "u") });
  }

  card(text: string, kind?: Kind): Locator {
    return this.surface.getByRole("group", {
      name: exactly(text, kind ? `${kind}: ` : /(?:Claim|Question|Evidence): /u),
    });
  }

  /** The card, where it says that it fares so: "stands", "strength 0.60". */
  faring(text: string, how: string): Locator {
    return this.surface.getByRole("group", {
      name: exactly(`${text} (${how})`, /(?:Claim|Evidence): /u),
    });
  }

  /** The word on a line, found by what the line says. */
  link(sentence: string): Locator {
    return this.surface.getByRole("group", { name: sentence, exact: true });
  }

  group(title: string): Locator {
    return this.surface.getByRole("region", { name: `Group: ${title}`, exact: true });
  }

  /** The name of a group, by which it is moved. */
  groupHead(title: string): Locator {
    return this.group(title).getByRole("button", { name: title, exact: true });
  }

  /** Writes a new claim where the canvas is empty. */
  async addClaim(text: string, at: Place): Promise<void> {
    await this.page.mouse.dblclick(at.x, at.y);
    await this.write(text);
    await expect(this.card(text, "Claim")).toBeVisible();
  }

  /** Writes in the card that is open for writing, and ends with Enter. */
  async write(text: string): Promise<void> {
    await expect(this.writing).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await expect(this.writing).toBeHidden();
  }

  async openForWriting(text: string): Promise<void> {
    await this.card(text).dblclick({ position: { x: 60, y: 40 } });
    await expect(this.writing).toBeFocused();
  }

  async select(thing: Locator, modifiers: readonly "Shift"[] = []): Promise<void> {
    await thing.click({ position: { x: 12, y: 12 }, modifiers: [...modifiers] });
  }

  /** Draws from a card or the word on a line to a place or to another card. */
  async draw(from: Locator, sprout: Sprout, to: Place | Locator): Promise<void> {
    await from.hover({ position: { x: 10, y: 10 } });
    const start = await centreOf(from.getByRole("button", { name: sprout }));
    const end = "x" in to ? to : await centreOf(to);
    await this.#dragBy(start, end);
    await this.page.mouse.up();
  }

  /** Takes hold of a card and holds it there; `drop` lets it go. */
  async hold(card: Locator, dx: number, dy: number): Promise<void> {
    const box = await boxOf(card);
    const start = { x: box.x + 40, y: box.y + 14 };
    await this.#dragBy(start, { x: start.x + dx, y: start.y + dy });
  }

  /** Moves on with what is held. */
  async holdAt(place: Place): Promise<void> {
    await this.page.mouse.move(place.x, place.y, { steps: 6 });
    await nextFrames(this.page);
  }

  async drop(): Promise<void> {
    await this.page.mouse.up();
  }

  async move(card: Locator, dx: number, dy: number): Promise<void> {
    await this.hold(card, dx, dy);
    await this.drop();
  }

  /** Moves a card and lets go of it as it arrives: the hand does not rest there, however slow the machine is. */
  async toss(card: Locator, dx: number, dy: number): Promise<void> {
    await this.hold(card, dx + tossedFrom.x, dy + tossedFrom.y);
    const box = await boxOf(card);
    const end = { x: box.x + 40 - tossedFrom.x, y: box.y + 14 - tossedFrom.y };
    const hand = await this.page.context().newCDPSession(this.page);
    // Sent together: between two calls that wait for each other time passes.
    await Promise.all([
      hand.send("Input.dispatchMouseEvent", { type: "mouseMoved", button: "left", buttons: 1, ...end }),
      hand.send("Input.dispatchMouseEvent", { type: "mouseReleased", button: "left", clickCount: 1, ...end }),
    ]);
    await hand.detach();
    await this.drop();
  }

  /** Drags a rectangle around what lies between the two places. */
  async marquee(from: Place, to: Place): Promise<void> {
    await this.#dragBy(from, to);
    await this.page.mouse.up();
  }

  /** Where the card stands on the page, in whole pixels, once it stands still. */
  async place(text: string): Promise<Place> {
    const { x, y } = await boxOf(this.card(text));
    return { x: Math.round(x), y: Math.round(y) };
  }

  async expectPlace(text: string, place: Place): Promise<void> {
    await expect.poll(() => this.place(text), { message: `where “${text}” stands` }).toEqual(place);
  }

  /** The card stands where the other has it. */
  async expectSamePlace(other: Canvas, text: string): Promise<void> {
    await expect
      .poll(
        async () => {
          const [here, there] = [await this.place(text), await other.place(text)];
          return [here.x - there.x, here.y - there.y];
        },
        { message: `how far apart the two see “${text}”` },
      )
      .toEqual([0, 0]);
  }

  async expectCards(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await expect(this.card(text)).toBeVisible();
    await expect(this.cards).toHaveCount(texts.length);
  }

  /** `from` is a reason for `to`, or an objection to it. */
  async expectRelation(word: "because" | "but", to: string, ...from: readonly string[]): Promise<void> {
    await expect(this.link(relation(word, to, ...from))).toBeVisible();
  }

  /** Moves in steps, since what follows a drag looks at the way and not only at its end. */
  async #dragBy(start: Place, end: Place): Promise<void> {
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    // A hand does not leap: the canvas counts from where it first saw the pointer move.
    await this.page.mouse.move(start.x + 3, start.y + 3);
    await this.holdAt(end);
  }
}

/** What the line from reasons or objections to a card says. */
export function relation(word: "because" | "but", to: string, ...from: readonly string[]): string {
  const premises = from.join("; ");
  return word === "because" ? `Because ${premises} – for: ${to}` : `But ${premises} – against: ${to}`;
}

/** What the line from a card to the step from `premise` to `conclusion` says. */
export function relationToStep(
  word: "because" | "but",
  from: string,
  conclusion: string,
  premise: string,
): string {
  const step = `${conclusion}, since ${premise}`;
  return word === "because"
    ? `Because ${from} – for the step: ${step}`
    : `But ${from} – against the step: ${step}`;
}

/** So far from the end of its way a card is held before it is tossed there. */
const tossedFrom: Place = { x: 120, y: 120 };

type Box = Place & Readonly<{ width: number; height: number }>;

/** Elements are made anew while a map changes; more often than that in one look is a fault. */
const maxLooks = 5;

/** Where a thing is on the page, once it is there and stands still. */
export async function boxOf(thing: Locator): Promise<Box> {
  for (let looks = 0; looks < maxLooks; looks++) {
    await expect(thing).toBeVisible();
    const box = await thing.evaluate(boxAtRest);
    if (box) return box;
  }
  throw new Error("It went away each time its place was asked for.");
}

/** In the page: its box once that is the same for two frames; null where it goes away. */
function boxAtRest(element: Element): Promise<Box | null> {
  const boxNow = (): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  return new Promise((resolve) => {
    let before = boxNow();
    const look = () => {
      const now = boxNow();
      if (!element.isConnected) return resolve(null);
      if (JSON.stringify(now) === JSON.stringify(before)) return resolve(now);
      before = now;
      return requestAnimationFrame(() => requestAnimationFrame(look));
    };
    requestAnimationFrame(() => requestAnimationFrame(look));
  });
}

async function centreOf(thing: Locator): Promise<Place> {
  const { x, y, width, height } = await boxOf(thing);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Until what was done last can be seen. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
