/**
 * Why a transaction happened. Undo covers `user`, `import` and `layout` of this replica; everything that arrives
 * from elsewhere is `remote`.
 */
export type Origin = "user" | "import" | "layout" | "migration" | "repair" | "remote";

/** Origins that `ArgumentDoc.apply` accepts. */
export type LocalOrigin = Exclude<Origin, "remote" | "migration">;

const localOrigins: ReadonlySet<unknown> = new Set<Origin>([
  "user",
  "import",
  "layout",
  "migration",
  "repair",
]);

/** Yjs hands over whatever the transaction was given: a provider, a store, an undo manager. */
export function originOf(value: unknown): Origin {
  return localOrigins.has(value) ? (value as Origin) : "remote";
}

/** What undo of this session may take back. */
export const undoableOrigins: ReadonlySet<unknown> = new Set<Origin>(["user", "import", "layout"]);
