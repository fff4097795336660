/** Somebody with a viewer's link who tries whatever frames may change a map; nothing may. */
import * as Y from "yjs";
import { addCard } from "../fixtures/model/build.ts";
import { answerFrame, askFrame, barrierFrame, presenceFrame, updateFrame } from "../support/frames.ts";
import type { ApiClient, TestMap } from "../support/test-server.ts";
import {
  addressOfNumber,
  opened,
  protocolsOf,
  rawClient,
  type StockClient,
  stockClient,
  synced,
} from "../support/wire-client.ts";
import { mutate } from "./mutate.ts";
import { sampleFrames } from "./sample-frames.ts";
import { Seeded } from "./seeded.ts";

export type ViewerFuzzOptions = Readonly<{
  seed: number;
  /** Whether to go on after so many sequences. */
  goesOn: (sequences: number) => boolean;
  /** The link that the attacker has; commenters write no map either. */
  link?: "view" | "comment";
}>;

const longestSequence = 40;
/** The owner looks after so many sequences. */
const lookEvery = 25;
let address = 0;

/** Resolves with the number of sequences tried; rejects with the sentence when one of them changed the map. */
export async function fuzzViewer(server: ApiClient, options: ViewerFuzzOptions): Promise<number> {
  const { seed, goesOn, link = "view" } = options;
  const random = new Seeded(seed);
  const samples = sampleFrames();
  const map = await server.createMap({ title: "Read only" });
  const owner = await stockClient(server, map, "owner");
  await synced(owner);
  owner.map.apply(addCard("mine", "claim", "Only the owner writes here"), "user");
  await owner.saved();
  // A stock client whose document changes as if it might: what it owes goes out at each new connection.
  const stock = await stockClient(server, map, link);
  await synced(stock);
  const { token } = await server.openSession(map, link);
  const before = holds(owner);
  let sequences = 0;
  try {
    while (goesOn(sequences)) {
      await (random.isOnceIn(10)
        ? writeByStockClient(random, stock, sequences)
        : sendSequence(server, map, token, random, owner.ydoc, samples));
      sequences++;
      if (sequences % lookEvery === 0) await expectUnchanged(server, map, owner, before, seed, sequences);
    }
    await expectUnchanged(server, map, owner, before, seed, sequences);
    return sequences;
  } finally {
    stock.end();
    owner.end();
  }
}

async function sendSequence(
  server: ApiClient,
  map: TestMap,
  token: string,
  random: Seeded,
  known: Y.Doc,
  samples: ReturnType<typeof sampleFrames>,
): Promise<void> {
  address++;
  const headers = { "x-forwarded-for": addressOfNumber(address) };
  const raw = rawClient(`${server.syncUrl}/${map.id}`, protocolsOf(token), headers);
  await opened(raw);
  const length = 1 + random.integer(longestSequence);
  for (let count = 0; count < length; count++) raw.ws.send(nextFrame(random, known, samples));
  // Its echo comes when all before it has been read; or the server has closed, for a frame that it could not read.
  const echoed = new Promise<void>((resolve) => {
    raw.ws.on("message", (frame: Buffer) => {
      if (frame[0] === 102 && frame[2] === lastBarrier) resolve();
    });
  });
  raw.ws.send(barrierFrame(Uint8Array.of(lastBarrier)));
  await Promise.race([echoed, raw.closed]);
  raw.ws.terminate();
}

const lastBarrier = 250;

function nextFrame(random: Seeded, known: Y.Doc, samples: ReturnType<typeof sampleFrames>): Uint8Array {
  switch (random.integer(7)) {
    case 0:
      return updateFrame(changeOf(random, known));
    case 1:
      return answerFrame(changeOf(random, known));
    case 2:
      return mutate(random, [updateFrame(changeOf(random, known)), answerFrame(changeOf(random, known))]);
    case 3:
      return mutate(random, samples);
    case 4:
      return random.one(samples);
    case 5:
      return presenceFrame([
        [
          random.isOnceIn(2) ? known.clientID : random.integer(2 ** 32),
          random.integer(99),
          { role: "owner", drag: { ids: ["mine"], dx: 9, dy: 9 } },
        ],
      ]);
    default:
      return askFrame(random.isOnceIn(2) ? Uint8Array.of(0) : Y.encodeStateVector(known));
  }
}

/** A change that an editor could make to the very map that is there: new, over what is there, or deleting it. */
function changeOf(random: Seeded, known: Y.Doc): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(known));
  // Also under the owner's own id, as if it were the owner's next change.
  if (random.isOnceIn(3)) copy.clientID = known.clientID;
  const before = Y.encodeStateVector(copy);
  const cards = copy.getMap<Y.Map<unknown>>("cards");
  switch (random.integer(4)) {
    case 0:
      cards.set(`forged ${random.integer(99)}`, new Y.Map([["text", new Y.Text("forged")]]));
      break;
    case 1:
      cards.delete("mine");
      break;
    case 2:
      copy.getMap("meta").set("title", "Taken over");
      break;
    default:
      (cards.get("mine")?.get("text") as Y.Text | undefined)?.insert(0, "not ");
  }
  const update = Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return update;
}

async function writeByStockClient(
  random: Seeded,
  { ydoc, provider }: StockClient,
  sequence: number,
): Promise<void> {
  if (random.isOnceIn(2)) provider.disconnect();
  ydoc.getMap("meta").set("title", `Taken over ${sequence}`);
  ydoc.getMap("cards").delete("mine");
  provider.connect();
  if (!provider.synced)
    await new Promise<void>((resolve) => {
      const onSync = (isSynced: boolean): void => {
        if (!isSynced) return;
        provider.off("sync", onSync);
        resolve();
      };
      provider.on("sync", onSync);
    });
}

async function expectUnchanged(
  server: ApiClient,
  map: TestMap,
  owner: StockClient,
  before: string,
  seed: number,
  sequences: number,
): Promise<void> {
  await owner.saved();
  const late = await stockClient(server, map, "owner");
  await synced(late);
  const held = [holds(owner), holds(late)];
  late.end();
  if (held.some((one) => one !== before))
    throw new Error(`A ${seed}-seeded viewer changed the map within ${sequences} sequences.`);
}

/** Every byte of what a client has, deletions and all. */
function holds({ ydoc }: StockClient): string {
  return Buffer.from(Y.encodeStateAsUpdate(ydoc)).toString("base64");
}
