import * as fc from "fast-check";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { updateFrame } from "../../tests/support/frames.ts";
import { roomBench } from "../../tests/support/rooms.ts";
import { MalformedFrameError } from "./codec.ts";
import { LiveDocument } from "./live-document.ts";

/** One thing as an update claims it, with whatever ids and neighbours its forger likes. */
type Claim = Readonly<{
  kind: "text" | "value" | "map" | "deleted" | "collected" | "gap";
  left: Id | undefined;
  right: Id | undefined;
  parent: string | Id;
  key: string | undefined;
  text: string;
}>;
type Id = Readonly<{ client: number; clock: number }>;
type Forgery = Readonly<{
  blocks: readonly (Id & Readonly<{ claims: readonly Claim[] }>)[];
  deleted: readonly (Id & Readonly<{ length: number }>)[];
}>;

const roots = ["one", "two", "three"];
/** Orders of one place go by the authors' numbers: of different lengths, as Yjs draws them. */
const arbitraryClient = fc.constantFrom(3, 200, 2_000_000_000);
const arbitraryId: fc.Arbitrary<Id> = fc.record({ client: arbitraryClient, clock: fc.nat(6) });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

const arbitraryClaim: fc.Arbitrary<Claim> = fc.record({
  kind: fc.constantFrom("text", "text", "value", "map", "deleted", "collected", "gap"),
  left: maybe(arbitraryId),
  right: maybe(arbitraryId),
  parent: fc.oneof(fc.constantFrom(...roots), arbitraryId),
  key: maybe(fc.constantFrom("a", "b")),
  text: fc.constantFrom("x", "yy", "zzz"),
});

const arbitraryForgery: fc.Arbitrary<Forgery> = fc.record({
  blocks: fc.array(
    fc.record({
      client: arbitraryClient,
      clock: fc.nat(4),
      claims: fc.array(arbitraryClaim, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  deleted: fc.array(
    fc.record({ client: arbitraryClient, clock: fc.nat(6), length: fc.integer({ min: 1, max: 3 }) }),
    { maxLength: 1 },
  ),
});

/** As Yjs writes updates (version 1). */
function write({ blocks, deleted }: Forgery): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const { claims, client, clock } of blocks) {
      for (const number of [claims.length, client, clock]) encoding.writeVarUint(encoder, number);
      for (const claim of claims) writeClaim(encoder, claim);
    }
    encoding.writeVarUint(encoder, deleted.length);
    for (const { client, clock, length } of deleted)
      for (const number of [client, 1, clock, length]) encoding.writeVarUint(encoder, number);
  });
}

const contentOf = { text: 4, value: 8, map: 7, deleted: 1, collected: 0, gap: 10 } as const;

function writeClaim(encoder: encoding.Encoder, { kind, left, right, parent, key, text }: Claim): void {
  if (kind === "collected" || kind === "gap") {
    for (const number of [contentOf[kind], text.length]) encoding.writeVarUint(encoder, number);
    return;
  }
  const isAlone = left === undefined && right === undefined;
  const hasKey = isAlone && key !== undefined;
  const flags = (left ? 128 : 0) | (right ? 64 : 0) | (hasKey ? 32 : 0);
  encoding.writeUint8(encoder, contentOf[kind] | flags);
  for (const id of [left, right]) if (id) writeId(encoder, id);
  if (isAlone) {
    encoding.writeVarUint(encoder, typeof parent === "string" ? 1 : 0);
    if (typeof parent === "string") encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent);
  }
  if (hasKey) encoding.writeVarString(encoder, key);
  if (kind === "text") encoding.writeVarString(encoder, text);
  else encoding.writeVarUint(encoder, kind === "map" ? 1 : text.length);
  if (kind === "value") for (const letter of text) encoding.writeAny(encoder, letter);
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

/** Everything that is in a document, whatever its roots are taken for. */
function contentIn(ydoc: Y.Doc): unknown {
  return roots.map((name) => readType(ydoc.get(name, Y.Map)));
}

function readType({ _start, _map }: Pick<Y.Map<unknown>, "_start" | "_map">): unknown {
  const values: unknown[] = [];
  for (let item = _start; item !== null; item = item.right) if (!item.deleted) values.push(...readItem(item));
  const entries = [..._map].filter(([, item]) => !item.deleted);
  return { values, entries: Object.fromEntries(entries.map(([key, item]) => [key, readItem(item).at(-1)])) };
}

function readItem({ content }: Y.Item): readonly unknown[] {
  return content instanceof Y.ContentType ? [readType(content.type as Y.Map<unknown>)] : content.getContent();
}

/** What somebody sees who was there from the beginning, what the log holds, and what whoever comes now is given. */
function room() {
  const live = new LiveDocument();
  const witness = new Y.Doc();
  const log: Uint8Array[] = [];
  return {
    take(update: Uint8Array): "taken" | "refused" {
      try {
        const { effective, record, examination } = live.apply(update);
        if (effective !== undefined) Y.applyUpdate(witness, effective);
        if (examination === "let-go") log.splice(0, log.length, live.fullState());
        else if (record !== undefined) log.push(record);
        return "taken";
      } catch (error) {
        if (!(error instanceof MalformedFrameError)) throw error;
        return "refused";
      }
    },
    views() {
      const stored = new LiveDocument();
      const tail = log.map((data, index) => ({ sequence: index + 1, data }));
      const unreadable = stored.fill({ snapshot: undefined, tail });
      const late = new Y.Doc();
      Y.applyUpdate(late, live.fullState());
      return {
        witness: contentIn(witness),
        stored: contentIn(stored.fork()),
        late: contentIn(late),
        unreadable: unreadable.length,
      };
    },
  };
}

const text = (given: Partial<Claim> = {}): Claim => ({
  kind: "text",
  left: undefined,
  right: undefined,
  parent: "one",
  key: undefined,
  text: "x",
  ...given,
});
const by = (client: number, clock: number, ...claims: Claim[]): Uint8Array =>
  write({ blocks: [{ client, clock, claims }], deleted: [] });

describe("forged updates", () => {
  it("[W2] [S6] leave what people see, what is stored and what newcomers are given the same, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(arbitraryForgery, { minLength: 1, maxLength: 8 }), (forgeries) => {
        const { take, views } = room();
        for (const forgery of forgeries) take(write(forgery));
        const { witness, stored, late, unreadable } = views();
        expect(stored).toEqual(witness);
        expect(late).toEqual(witness);
        expect(unreadable).toBe(0);
      }),
      { numRuns: 250, seed: 7 },
    );
  });

  it("[W2] are refused when they lean on themselves, or claim a known id and lean on what nobody has", () => {
    const { take } = room();
    expect(take(by(200, 0, text()))).toBe("taken");
    expect(take(by(200, 1, text({ left: { client: 200, clock: 1 } })))).toBe("refused");
    expect(take(by(200, 0, text({ parent: { client: 3, clock: 0 } }), text()))).toBe("refused");
  });

  it("[W14] that wait and claim an id which somebody else then has are let go", () => {
    const { take, views } = room();
    const waiting = text({ parent: { client: 3, clock: 0 } });
    take(by(200, 0, waiting, text({ left: { client: 200, clock: 0 } }), waiting));
    expect(take(by(200, 0, text({ text: "y" })))).toBe("taken");
    const { witness, stored, late } = views();
    expect(witness).toMatchObject([{ values: ["y"] }, {}, {}]);
    expect([stored, late]).toEqual([witness, witness]);
  });

  it("[W14] that wait for somebody's next word do not keep it out", () => {
    const { take, views } = room();
    take(by(3, 0, text({ text: "yy" }), text({ parent: "two" })));
    const next = { client: 200, clock: 0 };
    // Once that word is there, this stands in two lists at once.
    expect(take(by(2_000_000_000, 0, text({ left: { client: 3, clock: 2 }, right: next })))).toBe("taken");
    expect(take(by(200, 0, text({ text: "zzz" })))).toBe("taken");
    const { witness, stored, late } = views();
    expect(JSON.stringify(witness)).toContain('"z","z","z"');
    expect([stored, late]).toEqual([witness, witness]);
  });

  it("[W14] and whatever else must be tried on a copy is taken so many times of one connection, and once more", async () => {
    const { join, scheduler } = await roomBench();
    const { socket, connection } = await join();
    for (let clock = 0; clock <= limits.maxTrialsPerSocket; clock++) {
      expect(socket.closed).toBeUndefined();
      const waits = { client: 1_000 + clock, clock: 0, claims: [text({ parent: { client: 3, clock: 0 } })] };
      const comes = { client: 200, clock, claims: [text()] };
      connection.receive(updateFrame(write({ blocks: [comes, waits], deleted: [] })));
      await scheduler.settle();
    }
    expect(socket.closed?.code).toBe(closeCode.resync);
  });
});
