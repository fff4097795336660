import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { recordsOf } from "#shared/model/index.ts";
import {
  aCard,
  addCard,
  anArgument,
  arg,
  aStep,
  card,
  connect,
  mapOf,
  onArgument,
  onCard,
  step,
} from "../../tests/fixtures/model/build.ts";
import { ArgumentDoc } from "./argument-doc.ts";
import { currentSchemaVersion, isFromTheFuture, migrate, schemaVersionOf } from "./migrations.ts";
import { seedDocument } from "./seed.ts";

const now = (): number => 1;

/** A document as the first version wrote it, its premises in lists; see docs/spec/doc.md. */
const version1 = readFileSync(new URL("../../tests/fixtures/doc/v1.bin", import.meta.url));

/** As the second version wrote it. */
const version2 = readFileSync(new URL("../../tests/fixtures/doc/v2.bin", import.meta.url));

function stored(update: Uint8Array): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, update);
  return ydoc;
}

const made = { author: "Ada", createdAt: 1_700_000_000_001 };
const argued = { author: "Ada", createdAt: 1_700_000_000_002 };
const expected = {
  ...mapOf(
    [
      aCard("c1", "claim", { text: "Paths shorten every walk", ...made }),
      aCard("c2", "evidence", { text: "Counts doubled after the new path 🚶", ...made }),
      aCard("c3", "claim", { text: "The count was taken in summer", ...made }),
      anArgument("a1", ["c3", "c2"], onCard("c1"), argued),
      anArgument("a2", ["c3"], onArgument("a1"), { polarity: "oppose", note: "seasonal", ...argued }),
    ],
    { c1: [0, 0], c2: [40, 160], c3: [320, 160] },
  ),
  meta: { title: "An old map", createdAt: 1_700_000_000_000 },
};

describe("documents of older versions", () => {
  it("[D16] become current, and show what they showed", () => {
    const ydoc = stored(version1);
    expect(schemaVersionOf(ydoc)).toBe(1);
    expect(migrate(ydoc)).toBe(true);
    expect(schemaVersionOf(ydoc)).toBe(currentSchemaVersion);
    const doc = new ArgumentDoc(ydoc, now);
    expect(doc.toPlainMap()).toEqual(expected);
    expect(doc.violations()).toEqual([]);
    expect(
      doc.apply({ type: "unlinkPremise", argument: arg("a1"), card: card("c2"), by: argued }, "user").ok,
    ).toBe(true);
  });

  it("[D16] are migrated once", () => {
    const ydoc = stored(version1);
    migrate(ydoc);
    const before = Y.encodeStateAsUpdate(ydoc);
    expect(migrate(ydoc)).toBe(false);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  it("[D16] come to the same when two peers migrate at once", () => {
    const [a, b] = [stored(version1), stored(version1)];
    const open = new ArgumentDoc(a, now);
    migrate(a);
    migrate(b);
    const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
    Y.applyUpdate(a, fromB);
    Y.applyUpdate(b, fromA);
    expect(open.toPlainMap()).toEqual(expected);
    expect(new ArgumentDoc(b, now).toPlainMap()).toEqual(expected);
  });

  it("[D16] tell of the migration as one", () => {
    const ydoc = stored(version1);
    const doc = new ArgumentDoc(ydoc, now);
    const origins: string[] = [];
    doc.onChange(({ origin }) => origins.push(origin));
    migrate(ydoc);
    expect(origins).toEqual(["migration"]);
  });

  it("[D16] are not taken for old while nothing has been written", () => {
    const ydoc = new Y.Doc();
    expect(migrate(ydoc)).toBe(false);
    expect(ydoc.store.clients.size).toBe(0);
  });
});

describe("documents whose steps had their notes as one value", () => {
  const lecture = [aStep("t1", ["c1"], { title: "Begin", notes: "Pause 🚶.", createdAt: 3 }), aStep("t2")];

  it("[D16] show them before and after, and then let several people write them", () => {
    const ydoc = stored(version2);
    const doc = new ArgumentDoc(ydoc, now);
    const stepsIn = (): unknown => recordsOf(doc.toPlainMap(), "step");
    expect(stepsIn()).toEqual([...lecture].reverse());
    expect(migrate(ydoc)).toBe(true);
    expect(stepsIn()).toEqual([...lecture].reverse());
    const other = stored(Y.encodeStateAsUpdate(ydoc));
    const write = (into: ArgumentDoc, index: number, insert: string): void =>
      void into.apply({ type: "spliceNotes", id: step("t1"), index, remove: 0, insert }, "user");
    write(doc, 0, "First. ");
    write(new ArgumentDoc(other, now), 9, " Go on.");
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(other));
    expect(doc.get(step("t1"))).toMatchObject({ notes: "First. Pause 🚶. Go on." });
  });

  it("[D16] keep them where somebody writes before they are migrated", () => {
    const doc = new ArgumentDoc(stored(version2), now);
    doc.apply({ type: "spliceNotes", id: step("t1"), index: 0, remove: 5, insert: "Wait" }, "user");
    expect(doc.get(step("t1"))).toMatchObject({ notes: "Wait 🚶." });
  });
});

describe("documents of a later version", () => {
  it("[D17] are read as far as understood and never written", () => {
    const ydoc = new Y.Doc();
    const doc = new ArgumentDoc(ydoc, now);
    for (const command of [addCard("c1"), addCard("c2"), connect("a1", ["c1"], onCard("c2"))])
      doc.apply(command, "user");
    ydoc.getMap("meta").set("schemaVersion", currentSchemaVersion + 1);
    (ydoc.getMap("arguments").get("a1") as Y.Map<unknown>).set("note", 7);
    const before = Y.encodeStateAsUpdate(ydoc);
    expect([isFromTheFuture(ydoc), doc.isReadOnly]).toEqual([true, true]);
    expect(recordsOf(doc.toPlainMap(), "card")).toHaveLength(2);
    const refused = doc.apply(addCard("c3"), "user");
    expect(refused.ok ? "" : refused.error.code).toBe("read-only");
    expect(doc.repair()).toEqual([]);
    expect(migrate(ydoc)).toBe(false);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });
});

describe("a new document", () => {
  it("[D3] is seeded once with a lawful map, in one transaction", () => {
    const ydoc = new Y.Doc();
    const origins: unknown[] = [];
    ydoc.on("afterTransaction", ({ origin }: Y.Transaction) => origins.push(origin));
    expect(seedDocument(ydoc, expected).ok).toBe(true);
    expect(origins).toEqual(["import"]);
    expect(new ArgumentDoc(ydoc, now).toPlainMap()).toEqual(expected);
    expect(schemaVersionOf(ydoc)).toBe(currentSchemaVersion);
    expect(() => seedDocument(ydoc, expected)).toThrow("seeded once");
  });

  it("[D3] stays empty where the map breaks a rule", () => {
    const ydoc = new Y.Doc();
    const seeded = seedDocument(ydoc, mapOf([aCard("c1"), anArgument("a1", ["c1"], onCard("c1"))]));
    expect(seeded.ok ? "" : seeded.error.code).toBe("bad-value");
    expect(ydoc.store.clients.size).toBe(0);
  });
});
