import {
  blankRecord,
  type Citation,
  type CitationId,
  type CreateId,
  modelLimits,
  type Source,
  type SourceId,
} from "#shared/model/index.ts";
import type { InlineLink } from "./inline-text.ts";

/** The sources that an outline names, each once by its address or else its title. */
export class SourceList {
  readonly #known = new Map<string, Source>();
  readonly #createId: CreateId;
  readonly #createdAt: number;

  constructor(createId: CreateId, createdAt: number) {
    this.#createId = createId;
    this.#createdAt = createdAt;
  }

  get sources(): Iterable<Source> {
    return this.#known.values();
  }

  get size(): number {
    return this.#known.size;
  }

  /** A citation of each source named, which becomes a source of the map. */
  cite(named: readonly InlineLink[]): readonly Citation[] {
    return [...new Set(named.map((link) => this.#sourceOf(link).id))].map((source) => ({
      id: this.#createId<CitationId>(),
      source,
      quote: "",
      prefix: "",
      suffix: "",
      start: null,
      end: null,
      locator: "",
      relevance: null,
      via: null,
      attributedTo: "",
    }));
  }

  #sourceOf({ title, url }: InlineLink): Source {
    const address = url.length <= modelLimits.maxUrlChars ? url : "";
    const key = address || title.toLowerCase();
    const known = this.#known.get(key);
    if (known) return known;
    const made: Source = blankRecord("source", this.#createId<SourceId>(), {
      title: cutToTitle(title === "" ? address : title),
      url: address,
      createdAt: this.#createdAt,
    });
    this.#known.set(key, made);
    return made;
  }
}

/** As much of the words as a title holds, on one line and never half a character. */
export function cutToTitle(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  const cut = line.slice(0, modelLimits.maxTitleChars);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
