/** Ids are unique over a whole map, whatever kind of record they name. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type CardId = Branded<"card">;
export type ArgumentId = Branded<"argument">;
export type ConflictId = Branded<"conflict">;
export type SourceId = Branded<"source">;
export type CitationId = Branded<"citation">;
export type StepId = Branded<"step">;
export type PresentationId = Branded<"presentation">;
export type GroupId = Branded<"group">;

/** The id of any record (a citation lives inside its card and is no record of its own). */
export type RecordId = CardId | ArgumentId | ConflictId | SourceId | StepId | PresentationId | GroupId;

/** What every id looks like; files and peers are held to it. */
export const idPattern: RegExp = /^[A-Za-z0-9_-]{1,64}$/;

/** Lends new ids; randomness is the caller's, so tests can count instead. */
export type CreateId = <Id extends RecordId | CitationId>() => Id;

/** Turns a source of fresh strings into a `CreateId`. */
export function createIdSource(nextString: () => string): CreateId {
  return <Id extends RecordId | CitationId>() => nextString() as Id;
}
