import type * as Y from "yjs";
import { assert } from "#shared/lib/assert.ts";
import { err, ok, type Result } from "#shared/lib/result.ts";
import type { CommandFault } from "#shared/model/index.ts";
import { emptyMap, type PlainMap, plan, viewOf } from "#shared/model/index.ts";
import { metaKeys, metaRoot } from "./doc-layout.ts";
import { carryOut } from "./doc-writer.ts";
import { currentSchemaVersion, schemaVersionOf } from "./migrations.ts";

/**
 * Writes a new map into an empty Y.Doc, in one transaction. Only the server does this, once a map: two seeds of one
 * document would double its content. Fails, having written nothing, where the map breaks a rule.
 */
export function seedDocument(ydoc: Y.Doc, map: PlainMap): Result<void, CommandFault> {
  assert(schemaVersionOf(ydoc) === undefined, "a document is seeded once");
  const planned = plan(viewOf(emptyMap(map.meta)), { type: "insert", map });
  if (!planned.ok) return err(planned.error);
  ydoc.transact(() => {
    const meta = ydoc.getMap(metaRoot);
    meta.set(metaKeys.schemaVersion, currentSchemaVersion);
    meta.set(metaKeys.title, map.meta.title);
    meta.set(metaKeys.createdAt, map.meta.createdAt);
    for (const write of planned.value) carryOut(ydoc, write, map.meta.createdAt);
  }, "import");
  return ok(undefined);
}
