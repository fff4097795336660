import { type Browser, test as base, expect } from "@playwright/test";
import type { CreateMapResponse } from "#shared/protocol/api.ts";
import { Actor } from "./actor.ts";
import { CuttableWire } from "./support/cuttable-wire.ts";
import { createMap, type StartingMap } from "./support/new-map.ts";
import { ServerProcess } from "./support/server-process.ts";
import { slowDown, slowDownFetching } from "./support/slow-machine.ts";

export { expect };

/** What people go by, where it matters; the others have no name yet. */
type Names = Readonly<Partial<Record<"owner" | "guest" | "viewer" | "visitor", string>>>;

type TestFixtures = {
  names: Names;
  /** What the map of the test holds when the people come. */
  startingMap: StartingMap;
  /** A fresh map and its links. */
  map: CreateMapResponse;
  /** Whoever made the map; has it open. */
  owner: Actor;
  /** Came by the link for editing; has the map open. */
  guest: Actor;
  /** Came by the link for viewing; has the map open. */
  viewer: Actor;
  /** Somebody who has nothing open yet. */
  visitor: Actor;
  /** The wire by which the traveller reaches the server. */
  wire: CuttableWire;
  /** Came by the link for editing, over a wire that can be cut; has the map open. */
  traveller: Actor;
  /** Whatever a test does to the server, the next one finds it running. */
  serverRestored: undefined;
};

type WorkerFixtures = { server: ServerProcess };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
    async ({}, use) => {
      const server = await ServerProcess.open();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],

  serverRestored: [
    async ({ server }, use) => {
      await use(undefined);
      await server.restore();
    },
    { auto: true },
  ],

  names: [{}, { option: true }],

  startingMap: [{ title: "", cards: [] }, { option: true }],

  map: async ({ server, startingMap }, use) => {
    await use(await createMap(server.url, startingMap));
  },

  owner: async ({ browser, map, names }, use) => {
    await withActor(browser, { link: map.links.owner, name: names.owner }, use);
  },

  guest: async ({ browser, map, names }, use) => {
    await withActor(browser, { link: map.links.edit, name: names.guest }, use);
  },

  viewer: async ({ browser, map, names }, use) => {
    await withActor(browser, { link: map.links.view, name: names.viewer }, use);
  },

  wire: async ({ server }, use) => {
    const wire = await CuttableWire.to(server.url);
    await use(wire);
    wire.close();
  },

  traveller: async ({ browser, map, wire }, use) => {
    await withActor(browser, { link: wire.linkThrough(map.links.edit) }, use);
  },

  visitor: async ({ browser, names }, use) => {
    await withActor(browser, { name: names.visitor }, use);
  },
});

async function withActor(
  browser: Browser,
  { link, name }: Readonly<{ link?: string; name?: string | undefined }>,
  use: (actor: Actor) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(haveBeenHere, name);
  await slowDownFetching(context);
  const faults: string[] = [];
  context.on("weberror", (fault) => faults.push(String(fault.error().stack)));
  context.on("console", (message) => {
    if (message.type() === "error" && !isAboutTheNetwork(message.text())) faults.push(message.text());
  });
  const page = await context.newPage();
  await slowDown(page);
  const actor = new Actor(context, page);
  if (link !== undefined) await actor.map.open(link);
  await use(actor);
  await context.close();
  expect(faults, "what the browser had to complain about").toEqual([]);
}

/** People of the tests know their way about; the test of the first steps makes somebody who does not. */
function haveBeenHere(name: string | undefined): void {
  const key = "counterpoint.view";
  // The empty page that a browser begins with has no storage.
  if (!window.location.protocol.startsWith("http")) return;
  // A page within somebody else's may have none either, and goes by nothing that is kept.
  if (window.top !== window) return;
  if (window.localStorage.getItem(key) === null) {
    const person = name === undefined ? {} : { person: { name, color: "teal" } };
    window.localStorage.setItem(key, JSON.stringify({ version: 1, state: { hasSeenTour: true, ...person } }));
  }
}

/** Browsers report what was refused or not answered, which is the subject of some tests. */
function isAboutTheNetwork(message: string): boolean {
  return /^(Failed to load resource|WebSocket connection to|Framing ')/u.test(message);
}
