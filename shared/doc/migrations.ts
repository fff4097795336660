import * as Y from "yjs";
import { assert } from "#shared/lib/assert.ts";
import { orderKeys } from "#shared/lib/order-key.ts";
import { metaKeys, metaRoot, rootNames } from "./doc-layout.ts";
import { textIn } from "./doc-reader.ts";

/** One step from the version before to `to`; it must do no harm when two peers take it at once. */
type Migration = Readonly<{ to: number; what: string; run: (ydoc: Y.Doc) => void }>;

const migrations: readonly Migration[] = [
  {
    to: 2,
    what: "premises become a set that merges; as a list, two people adding one premise at once doubled it",
    run: (ydoc) => {
      for (const argument of ydoc.getMap(rootNames.argument).values()) {
        const premises = argument instanceof Y.Map ? argument.get("premises") : undefined;
        if (!(argument instanceof Y.Map) || !(premises instanceof Y.Array)) continue;
        const ids = [...new Set(premises.toArray().filter((id): id is string => typeof id === "string"))];
        const keys = orderKeys(ids.length);
        argument.set("premises", new Y.Map(ids.map((id, index) => [id, keys[index]])));
      }
    },
  },
  {
    to: 3,
    what: "several people write a step's notes, so they become a text; lists that steps have now are laid down empty",
    run: (ydoc) => {
      for (const step of ydoc.getMap(rootNames.step).values()) {
        if (!(step instanceof Y.Map)) continue;
        const notes: unknown = step.get("notes");
        if (!(notes instanceof Y.Text)) step.set("notes", new Y.Text(textIn(notes)));
        for (const list of ["fits", "emphasises"]) if (!step.has(list)) step.set(list, new Y.Map());
      }
    },
  },
];

/** The version this program writes. */
export const currentSchemaVersion: number = migrations.at(-1)?.to ?? 1;
assert(
  migrations.every(({ to }, index) => to === index + 2),
  "migrations are numbered without gaps from version 2",
);

/** The document's version; undefined while nothing has been written. */
export function schemaVersionOf(ydoc: Y.Doc): number | undefined {
  const version = ydoc.getMap(metaRoot).get(metaKeys.schemaVersion);
  return typeof version === "number" ? version : undefined;
}

/** Whether a later program wrote the document; it can be read as far as we understand it, and must not be written. */
export function isFromTheFuture(ydoc: Y.Doc): boolean {
  return (schemaVersionOf(ydoc) ?? 0) > currentSchemaVersion;
}

/**
 * Brings an older document up to `currentSchemaVersion` in one transaction. Only a writer that holds the whole
 * document may call it: a client that may edit, once synced. After an upgrade several do, each with parts of its own, of which
 * one set stays: what was typed meanwhile into another is lost. Returns whether it wrote.
 */
export function migrate(ydoc: Y.Doc): boolean {
  const version = schemaVersionOf(ydoc);
  if (version === undefined || version >= currentSchemaVersion) return false;
  ydoc.transact(() => {
    for (const migration of migrations) if (migration.to > version) migration.run(ydoc);
    ydoc.getMap(metaRoot).set(metaKeys.schemaVersion, currentSchemaVersion);
  }, "migration");
  return true;
}
