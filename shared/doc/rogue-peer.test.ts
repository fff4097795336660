import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#shared/model/index.ts";
import { peersOn } from "../../tests/fixtures/doc/peers.ts";
import { arbitraryCommand, idPool, opening } from "../../tests/fixtures/model/arbitrary-commands.ts";
import { addCard, arg, card, connect, noMeta, onCard } from "../../tests/fixtures/model/build.ts";
import { ArgumentDoc } from "./argument-doc.ts";
import { recordTypes, rootNames } from "./doc-layout.ts";
import { purge } from "./purge.ts";

const pool = idPool();
const now = (): number => 7;
const ids = fc.constantFrom(...pool.all, "", "no id", "__proto__", "x".repeat(99));
const fieldNames = [...new Set(recordTypes.flatMap((type) => fieldsOf(type).map(([name]) => name)))];
const keys = fc.constantFrom(...fieldNames, "createdAt", "deletedAt:1", "type", "id", "__proto__", "");

/** Anything that Yjs can carry, and often what nearly makes sense. */
const garbage: fc.Arbitrary<unknown> = fc
  .oneof(
    ids,
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>(
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      2 ** 60,
      10n,
      "question",
      "zz",
    ),
    fc.constantFrom<unknown>(
      "a0",
      "claim",
      "oppose",
      "\ud83d",
      ["a0", { source: "s1" }],
      ["c1", "c1"],
      [1, 2],
    ),
    fc.record({ type: fc.constantFrom("card", "argument", "step"), id: ids }),
    fc.uint8Array({ maxLength: 3 }),
  )
  // Yjs takes no objects without a prototype, as fast-check makes them.
  .map((value) => structuredClone(value));

type Mischief = Readonly<{
  root: string;
  id: string;
  key: string;
  inner: string;
  value: unknown;
  shape: "value" | "map" | "list" | "text" | "record" | "field" | "entry" | "marked text";
}>;

const mischief: fc.Arbitrary<Mischief> = fc.record({
  root: fc.constantFrom(...Object.values(rootNames), "positions", "meta"),
  id: ids,
  key: keys,
  inner: fc.oneof(ids, keys),
  value: garbage,
  shape: fc.constantFrom(
    "value" as const,
    "map" as const,
    "list" as const,
    "text" as const,
    "record" as const,
    "field" as const,
    "field" as const,
    "entry" as const,
    "entry" as const,
    "marked text" as const,
  ),
});

function wreak(ydoc: Y.Doc, { root, id, key, inner, value, shape }: Mischief): void {
  const records = ydoc.getMap(root);
  const record = records.get(id);
  const field = record instanceof Y.Map ? record.get(key) : undefined;
  if (shape === "value") records.set(id, value);
  else if (shape === "map") records.set(id, new Y.Map([[key, value]]));
  else if (shape === "list") records.set(id, Y.Array.from([inner]));
  else if (shape === "text") records.set(id, new Y.Text(String(inner)));
  else if (shape === "record")
    records.set(
      id,
      new Y.Map([
        ["createdAt", 1],
        [key, value],
      ] as [string, unknown][]),
    );
  else if (shape === "field" && record instanceof Y.Map) record.set(key, value);
  else if (shape === "entry" && field instanceof Y.Map) field.set(inner, value);
  else if (shape === "entry" && record instanceof Y.Map) record.set(key, new Y.Map([[inner, value]]));
  else if (shape === "marked text" && record instanceof Y.Map) {
    const text = new Y.Text();
    record.set("text", text);
    text.insertEmbed(0, { image: "x" });
    text.insert(1, inner, { bold: true });
  }
}

/** Repairs until nothing is wrong; a repair may uncover what another rule forbids. */
function mend(doc: ArgumentDoc): void {
  for (let round = 0; round < 20; round++) if (doc.repair().length === 0) return;
  throw new Error("repair does not end");
}

describe("a document in which a peer wrote nonsense", () => {
  it("[D7, D15] is read without a throw, and repaired once and for all", () => {
    fc.assert(
      fc.property(
        fc.array(mischief, { maxLength: 40, size: "max" }),
        fc.array(arbitraryCommand(pool), { maxLength: 10 }),
        (mischiefs, commands) => {
          const ydoc = new Y.Doc();
          const doc = new ArgumentDoc(ydoc, now);
          for (const command of opening) doc.apply(command, "user");
          for (const one of mischiefs) ydoc.transact(() => wreak(ydoc, one), "rogue");
          const read = new ArgumentDoc(ydoc, now);
          expect(read.toPlainMap()).toEqual(doc.toPlainMap());
          if (doc.isReadOnly) return;
          for (const command of commands) doc.apply(command, "user");
          purge(ydoc, 1);
          mend(doc);
          expect(doc.violations()).toEqual([]);
          expect(new ArgumentDoc(ydoc, now).violations()).toEqual([]);
          const mended = Y.encodeStateAsUpdate(ydoc);
          expect(doc.repair()).toEqual([]);
          expect(Y.encodeStateAsUpdate(ydoc)).toEqual(mended);
        },
      ),
      { seed: 1, numRuns: 120 },
    );
  });

  it("[D7] gives an id that stands for records of two types to the first type", () => {
    const ydoc = new Y.Doc();
    const doc = new ArgumentDoc(ydoc, now);
    for (const command of [addCard("c1"), addCard("c2"), connect("a1", ["c1"], onCard("c2"))])
      doc.apply(command, "user");
    ydoc.getMap(rootNames.group).set("c1", new Y.Map([["createdAt", 1]]));
    expect(doc.get(card("c1"))?.type).toBe("card");
    ydoc.getMap(rootNames.card).delete("c1");
    expect(doc.get(card("c1"))?.type).toBe("group");
    expect(doc.get(arg("a1"))).toBeUndefined();
  });

  it("[D7] keeps the fields it can read and says what it could not", () => {
    const [peer] = peersOn([addCard("c1"), addCard("c2"), connect("a1", ["c1"], onCard("c2"))], 1);
    const stored = peer?.ydoc.getMap(rootNames.argument).get(arg("a1"));
    if (!peer || !(stored instanceof Y.Map)) throw new Error("the argument is stored as a map");
    stored.set("polarity", "perhaps");
    stored.set("note", 7);
    expect(peer.doc.get(arg("a1"))).toMatchObject({ polarity: "support", note: "", premises: ["c1"] });
    expect(peer.doc.violations().map(({ rule, message }) => [rule, message])).toEqual([
      ["field", '"polarity" of argument a1 held something odd.'],
      ["field", '"note" of argument a1 held something odd.'],
    ]);
    peer.doc.repair();
    expect([stored.get("polarity"), stored.get("note")]).toEqual(["support", ""]);
    stored.set("target", "nowhere");
    expect(peer.doc.get(arg("a1"))).toBeUndefined();
  });

  it("[D2] reads odd positions and an odd title as absent", () => {
    const ydoc = new Y.Doc();
    const doc = new ArgumentDoc(ydoc, now);
    doc.apply(addCard("c1"), "user");
    ydoc.getMap("positions").set("c1", ["left", 0]);
    ydoc.getMap("meta").set("title", 7);
    ydoc.getMap("meta").set("createdAt", -1);
    expect(doc.position(card("c1"))).toBeUndefined();
    expect(doc.meta).toEqual(noMeta);
  });
});
