import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { type Command, checkMap } from "#shared/model/index.ts";
import { deliver, deliverAll, type Peer, peersOn } from "../../tests/fixtures/doc/peers.ts";
import { arbitraryCommand, idPool, opening } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { arg, card, onCard } from "../../tests/fixtures/model/build.ts";

type Act = Readonly<{
  who: number;
  does: "command" | "deliver" | "undo" | "redo" | "repair";
  command: Command;
  place: number;
}>;

const names = ["p", "q", "r", "s", "t"];

/** What people do in no particular order; messages come late, out of order, or only at the end. */
function arbitraryActs(
  maxLength: number,
  commandOf: (who: number) => fc.Arbitrary<Command>,
  order: "any order" | "in order",
): fc.Arbitrary<readonly Act[]> {
  const act = fc.nat(names.length - 1).chain((who) =>
    fc.record({
      who: fc.constant(who),
      does: fc.constantFrom(
        "command" as const,
        "command" as const,
        "command" as const,
        "deliver" as const,
        "deliver" as const,
        "undo" as const,
        "redo" as const,
        "repair" as const,
      ),
      command: commandOf(who),
      place: order === "in order" ? fc.constant(0) : fc.nat(20),
    }),
  );
  return fc.array(act, { maxLength, size: "max" });
}

/** Any command, its new records under ids of one's own. */
function anything(who: number): fc.Arbitrary<Command> {
  return arbitraryCommand(idPool(names[who], ["", ...names.filter((_, index) => index !== who)]));
}

/** Commands that set the same few fields again and again. */
function tugOfWar(): fc.Arbitrary<Command> {
  return fc.oneof(
    fc.nat(9).map((x): Command => ({ type: "moveCards", to: [[card("c1"), [x, 0]]] })),
    fc
      .constantFrom("c2", "c3")
      .map((id): Command => ({ type: "retargetArgument", id: arg("a1"), target: onCard(id) })),
    fc
      .constantFrom("claim" as const, "evidence" as const)
      .map((kind): Command => ({ type: "retypeCard", id: card("c1"), kind })),
  );
}

function play(peers: readonly Peer[], acts: readonly Act[]): void {
  for (const { who, does, command, place } of acts) {
    const peer = peers[who % peers.length];
    if (!peer) continue;
    if (does === "command") peer.doc.apply(command, "user");
    else if (does === "deliver") deliver(peer, place % Math.max(1, peer.inbox.length));
    else if (does === "undo") peer.history.undo();
    else if (does === "redo") peer.history.redo();
    else peer.doc.repair();
  }
}

/** Everyone hears everything and mends what they see, until there is nothing to mend. Returns the rounds it took. */
function settle(peers: readonly Peer[]): number {
  for (let round = 0; round < 10; round++) {
    deliverAll(peers);
    const mended = peers.map(({ doc }) => doc.repair().length);
    if (mended.every((count) => count === 0)) return round;
  }
  throw new Error("repair does not end");
}

describe("several people at once", () => {
  it("[D8, D15] see the same lawful map in the end, whatever they did and in whatever order they heard of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), arbitraryActs(60, anything, "any order"), (count, acts) => {
        const peers = peersOn(opening, count);
        play(peers, acts);
        settle(peers);
        const [first, ...others] = peers.map(({ doc }) => doc.toPlainMap());
        for (const other of others) expect(other).toEqual(first);
        for (const { doc } of peers) {
          expect(checkMap(doc.toPlainMap()).filter(({ rule }) => rule !== "I9")).toEqual([]);
          expect(doc.violations()).toEqual([]);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("[D14] never leave a field empty by undo, whoever set it at once", () => {
    fc.assert(
      fc.property(arbitraryActs(30, tugOfWar, "in order"), (acts) => {
        const peers = peersOn(opening, 2);
        play(peers, acts);
        deliverAll(peers);
        for (const { doc, ydoc } of peers) {
          expect(doc.violations()).toEqual([]);
          expect(doc.position(card("c1"))).toBeDefined();
          expect(doc.get(arg("a1"))).toBeDefined();
          expect((ydoc.getMap("cards").get("c1") as Y.Map<unknown>).has("kind")).toBe(true);
        }
      }),
      { seed: 2, numRuns: 150 },
    );
  });
});
