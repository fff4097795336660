import type { ArgumentDoc } from "#shared/doc/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { readStored, type StoredDocument } from "../rooms/index.ts";
import { writeContent } from "./content.ts";

/** What a version is made from: a map as it is stored, and the time. */
export type VersionSource = Readonly<{ stored: Pick<StoredDocument, "snapshot" | "tail">; at: number }>;

/** A version as it is kept. */
export type MadeVersion = Readonly<{ content: Uint8Array; cards: number }>;

/** Makes a version; none of a map that a later program wrote. */
export async function makeVersion({ stored, at }: VersionSource): Promise<MadeVersion | undefined> {
  const map = readStored(stored, at, contentOf);
  if (map === undefined) return undefined;
  let cards = 0;
  for (const { type } of map.records.values()) if (type === "card") cards++;
  return { content: await writeContent(map), cards };
}

/** The map with its rules kept, for a reader would refuse a broken one; nothing of one that a later program wrote. */
export function contentOf(document: ArgumentDoc): PlainMap | undefined {
  if (document.isReadOnly) return undefined;
  document.repair();
  return document.toPlainMap();
}
