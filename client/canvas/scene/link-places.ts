import {
  type ArgumentGeometry,
  conflictGeometry,
  geometryOf,
  isSameGeometry,
  type LinkGeometry,
  type LinkLookup,
  linkGeometry,
  type PackedGeometry,
  packGeometry,
  type RelationTone,
  unpackGeometry,
} from "#shared/diagram/index.ts";
import type { RecordId } from "#shared/model/index.ts";
import type { Link } from "./links.ts";
import { Recent } from "./recent.ts";

/** A link where it lies now. */
export type PlacedLink = Readonly<{
  link: Link;
  tone: RelationTone;
  geometry: ArgumentGeometry | LinkGeometry;
}>;

type PackedLink = Readonly<{ link: Link; tone: RelationTone; packed: PackedGeometry }>;

/** More links than are ever mounted at once, so that a link looked at twice is the same object. */
const unpackedKept = 2_000;

/** Where each link runs: as numbers for all of them, as geometry for those last looked at. */
export class LinkPlaces {
  readonly #packed = new Map<string, PackedLink>();
  /** The links that cards say; those of arguments and conflicts have the ids of their records. */
  readonly #keysOfCards = new Map<RecordId, readonly string[]>();
  readonly #unpacked = new Recent<string, PlacedLink>(unpackedKept);

  get(key: string): PlacedLink | undefined {
    const known = this.#unpacked.get(key);
    const packed = this.#packed.get(key);
    if (known || !packed) return known;
    const placed = { link: packed.link, tone: packed.tone, geometry: unpackGeometry(packed.packed) };
    this.#unpacked.set(key, placed);
    return placed;
  }

  /** Puts the link there; whether it looks different by that. */
  set({ link, tone, geometry }: PlacedLink): boolean {
    const packed = packGeometry(geometry);
    const known = this.#packed.get(link.key);
    if (known && known.tone === tone && isSameGeometry(known.packed, packed)) return false;
    this.#packed.set(link.key, { link, tone, packed });
    this.#unpacked.delete(link.key);
    return true;
  }

  /** The record says these links now; yields the keys of those that it said and says no longer. */
  renew(id: RecordId, links: readonly Link[]): readonly string[] {
    const before = this.#keysOfCards.get(id) ?? [id];
    const keys = links.map(({ key }) => key);
    const isOwnKey = keys.length === 0 || keys[0] === id;
    if (isOwnKey) this.#keysOfCards.delete(id);
    else this.#keysOfCards.set(id, keys);
    return before.filter((key) => !keys.includes(key));
  }

  delete(key: string): void {
    this.#packed.delete(key);
    this.#unpacked.delete(key);
  }
}

/** How a link runs between the cards where they are shown; undefined while one of them is nowhere. */
export function placeLink(link: Link, lookup: LinkLookup): PlacedLink["geometry"] | undefined {
  if (link.kind === "argument") return geometryOf(link.key, lookup);
  const [from, to] = [lookup.cardBox(link.ends[0]), lookup.cardBox(link.ends[1])];
  if (!from || !to) return undefined;
  return link.kind === "conflict" ? conflictGeometry(from, to) : linkGeometry(from, to);
}
