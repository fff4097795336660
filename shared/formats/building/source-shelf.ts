import { isSameData } from "#shared/lib/same-data.ts";
import {
  blankRecord,
  type Card,
  type Citation,
  type CitationId,
  type CreateId,
  modelLimits,
  type Source,
  type SourceId,
} from "#shared/model/index.ts";
import type { Where } from "./findings.ts";
import type { Fitting } from "./fitting.ts";
import { cleanText, cutToTitle } from "./words.ts";

/** What a reader says of a source. */
export type GivenSource = Partial<
  Pick<Source, "title" | "creator" | "date" | "url" | "note" | "credibility">
>;

/** What a reader says of a place in a source. */
export type GivenCitation = Partial<Omit<Citation, "id" | "source">>;

/** Sources by the names that a file has for them, and what cites them. */
export class SourceShelf {
  readonly #createId: CreateId;
  readonly #fitting: Fitting;
  readonly #byName = new Map<string, SourceId>();

  constructor(createId: CreateId, fitting: Fitting) {
    this.#createId = createId;
    this.#fitting = fitting;
  }

  /** The id of the source of that name (its address or else its title), and the source where it is new. */
  take(
    given: GivenSource,
    name: string | undefined,
    where?: Where,
  ): Readonly<{ id: SourceId; made?: Source }> {
    const url = this.#fitting.address(given.url ?? "", where);
    const title = this.#titleOf(given, name, where);
    const key = name ?? (url || title.toLowerCase());
    const known = this.#byName.get(key);
    if (known) return { id: known };
    const id = this.#createId<SourceId>();
    this.#byName.set(key, id);
    const made = blankRecord("source", id, {
      title,
      url,
      creator: this.#fitting.title(given.creator ?? "", where),
      date: this.#fitting.title(given.date ?? "", where),
      note: this.#fitting.text(given.note ?? "", modelLimits.maxNoteChars, where),
      credibility: given.credibility ?? null,
    });
    return { id, made };
  }

  /** What the card cites, with one more; undefined where that is there already, or has no room. */
  citing(
    { citations }: Card,
    source: SourceId,
    given: GivenCitation,
    where?: Where,
  ): readonly Citation[] | undefined {
    if (!this.#fitting.hasRoom(citations.length, "quotations", where)) return undefined;
    const quoted = (words = ""): string => this.#fitting.text(words, modelLimits.maxQuoteChars, where);
    const citation: Citation = {
      start: null,
      end: null,
      relevance: null,
      via: null,
      ...given,
      quote: quoted(given.quote),
      prefix: quoted(given.prefix),
      suffix: quoted(given.suffix),
      locator: this.#fitting.title(given.locator ?? "", where),
      attributedTo: this.#fitting.title(given.attributedTo ?? "", where),
      id: this.#createId<CitationId>(),
      source,
    };
    const isThere = citations.some((other) => isSameData({ ...other, id: citation.id }, citation));
    return isThere ? undefined : [...citations, citation];
  }

  /** Where nothing else names a source its address does, and what of that has no room is in the address. */
  #titleOf({ title = "", url = "" }: GivenSource, name: string | undefined, where?: Where): string {
    if (title !== "" && title !== url) return this.#fitting.title(title, where);
    return cutToTitle(cleanText(title || (name === undefined ? url : "")));
  }
}
