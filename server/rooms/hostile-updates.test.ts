import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addCard } from "../../tests/fixtures/model/build.ts";
import { BenchPeer } from "../../tests/support/bench-peer.ts";
import { updateFrame } from "../../tests/support/frames.ts";
import { readStored, roomBench } from "../../tests/support/rooms.ts";
import { MalformedFrameError, readClientFrame } from "./codec.ts";

/** Where bytes are changed, and to what. */
const arbitraryDamage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
  minLength: 1,
  maxLength: 4,
});

const forgerId = 2_000_000_000;
const witnessId = 1_000_000_000;

/** Updates of all kinds that Yjs writes. */
function sampleUpdates(): readonly Uint8Array[] {
  const document = new Y.Doc();
  // Yjs draws ids by lot, and orders by them what was written in one place: fixed, so that the seed decides alone.
  document.clientID = forgerId;
  const updates: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => updates.push(update));
  const map = document.getMap("probe");
  map.set("number", 1);
  map.set("text", new Y.Text("some text"));
  (map.get("text") as Y.Text).insert(4, " more");
  (map.get("text") as Y.Text).delete(0, 3);
  map.set("nested", new Y.Map([["a", [1, "two", { three: 3 }]]]));
  map.delete("number");
  document.getArray("list").push([new Uint8Array(20), null, 2 ** 40]);
  return [...updates, Y.encodeStateAsUpdate(document)];
}

describe("forged updates", () => {
  it("[W2] [S6] leave the map readable, the same for all, and the same in the store", async () => {
    const samples = sampleUpdates();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(samples.length - 1), arbitraryDamage), { maxLength: 12 }),
        async (forgeries) => {
          const bench = await roomBench();
          const witness = new BenchPeer();
          witness.ydoc.clientID = witnessId;
          await witness.connect(bench);
          for (const [index, damage] of forgeries) {
            const forged = Uint8Array.from(samples[index] ?? []);
            for (const [place, value] of damage) forged[place % forged.length] = value;
            const { connection } = await bench.join();
            connection.receive(updateFrame(forged));
            await bench.scheduler.settle();
          }
          witness.map.apply(addCard("honest"), "user");
          await bench.scheduler.settle();
          const [late, stored] = [new BenchPeer(), await readStored(bench.store)];
          await late.connect(bench);
          expect(witness.isConnected).toBe(true);
          expect(late.map.toPlainMap()).toEqual(witness.map.toPlainMap());
          expect(stored.getMap("cards").toJSON()).toEqual(witness.ydoc.getMap("cards").toJSON());
          expect(stored.getMap("probe").toJSON()).toEqual(witness.ydoc.getMap("probe").toJSON());
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("readClientFrame", () => {
  it("[W2] reads a frame or says that it is malformed, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (frame) => {
        try {
          readClientFrame(frame);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedFrameError);
        }
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });
});
