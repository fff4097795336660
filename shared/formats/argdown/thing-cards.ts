import { isWebAddress } from "#shared/lib/web-address.ts";
import { type CardId, type CardKind, type Citation, cardKinds, ratings } from "#shared/model/index.ts";
import type { MapBuilder, Where } from "../building/index.ts";
import type { ArgdownModel, Section, Thing } from "./argdown-model.ts";
import { isOfText } from "./labels.ts";
import type { Yaml } from "./yaml.ts";

const noData: ReadonlyMap<string, Yaml> = new Map();

/** Makes the cards, groups and sources of a model; one who knows what each thing became. */
export class ThingCards {
  readonly #builder: MapBuilder;
  readonly #cards = new Map<Thing, CardId>();
  readonly #groups = new Map<Section, ReturnType<MapBuilder["group"]>>();
  /** By their place in the file's list of sources. */
  readonly #sources: readonly (ReturnType<MapBuilder["source"]> | undefined)[];

  constructor(builder: MapBuilder, model: ArgdownModel) {
    this.#builder = builder;
    const listed = model.frontMatter.get("sources");
    this.#sources = (Array.isArray(listed) ? listed : []).map((entry, index) =>
      this.#sourceOf(entry, `#${index}`),
    );
    for (const section of model.sections) if (section.data.get("isGroup") === true) this.#groupOf(section);
  }

  /** The card that a thing became, if it became one. */
  get(thing: Thing): CardId | undefined {
    return this.#cards.get(thing);
  }

  /** Makes a card of a thing. */
  add(thing: Thing, where: Where): void {
    const data = thing.data ?? noData;
    const said = wordsIn(data.get("text")) ?? thing.text ?? thing.title;
    const isNamed = !thing.isUntitled && thing.text !== undefined && !isOfText(thing.title, said);
    const base = data.get("credence");
    const given = {
      title: wordsIn(data.get("title")) ?? (isNamed ? thing.title : ""),
      granted: data.get("granted") === true,
      base: typeof base === "number" && base >= 0 && base <= 1 ? base : null,
      group: this.#groupOf(thing.section),
    };
    const id = this.#builder.card({ kind: kindIn(data.get("kind")), text: said, ...given }, where);
    this.#cards.set(thing, id);
    const tags = new Set([...(thing.tags ?? []), ...listIn(data.get("tags")).map(String)]);
    for (const tag of tags) this.#builder.tag(id, tag);
    this.#citeAll(id, thing);
  }

  #citeAll(id: CardId, { links, data }: Thing): void {
    const byAddress = new Map(links?.map((link) => [link.url, link]));
    for (const { title, url } of byAddress.values()) {
      if (isWebAddress(url)) this.#builder.cite(id, this.#builder.source({ title, url }));
    }
    if (!data) return;
    for (const entry of [...listIn(data.get("source")), ...listIn(data.get("sources"))]) {
      const source = this.#sourceOf(entry);
      if (source) this.#builder.cite(id, source);
    }
    for (const entry of listIn(data.get("cites"))) {
      const number = entry instanceof Map ? Number(entry.get("source")) : 0;
      const source = this.#sources[number - 1];
      if (source && entry instanceof Map) this.#builder.cite(id, source, citationIn(entry));
    }
  }

  #sourceOf(entry: Yaml, name?: string): ReturnType<MapBuilder["source"]> | undefined {
    if (typeof entry === "string") {
      return this.#builder.source(
        isWebAddress(entry) ? { title: entry, url: entry } : { title: entry },
        name,
      );
    }
    if (!(entry instanceof Map)) return undefined;
    const words = (key: string): string => wordsIn(entry.get(key)) ?? "";
    const credibility = ratings.find((rating) => rating === entry.get("credibility")) ?? null;
    return this.#builder.source(
      {
        title: words("title"),
        creator: words("creator") || words("author"),
        date: words("date"),
        url: words("url"),
        note: words("note"),
        credibility,
      },
      name,
    );
  }

  #groupOf(section: Section | null): ReturnType<MapBuilder["group"]> | null {
    const own = nearestGroup(section);
    if (!own) return null;
    const known = this.#groups.get(own);
    if (known) return known;
    const group = this.#builder.group(wordsIn(own.data.get("title")) ?? own.title);
    this.#groups.set(own, group);
    return group;
  }
}

/** The section itself, or the one around it where it says that it is no group. */
function nearestGroup(section: Section | null): Section | null {
  let own = section;
  while (own && own.data.get("isGroup") === false) own = own.parent;
  return own;
}

function citationIn(entry: ReadonlyMap<string, Yaml>): Partial<Omit<Citation, "id" | "source">> {
  const words = (key: string): string => wordsIn(entry.get(key)) ?? "";
  const via = entry.get("via");
  return {
    quote: words("quote"),
    prefix: words("prefix"),
    suffix: words("suffix"),
    locator: words("locator"),
    attributedTo: words("attributedTo"),
    start: offsetIn(entry.get("start")),
    end: offsetIn(entry.get("end")),
    relevance: ratings.find((rating) => rating === entry.get("relevance")) ?? null,
    via:
      via instanceof Map
        ? { title: wordsIn(via.get("title")) ?? "", url: wordsIn(via.get("url")) ?? "" }
        : null,
  };
}

function offsetIn(value: Yaml | undefined): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function kindIn(value: Yaml | undefined): CardKind {
  return cardKinds.find((kind) => kind === value) ?? "claim";
}

/** Words, or a number that is meant as a word. */
export function wordsIn(value: Yaml | undefined): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

/** All of a list; one thing alone is a list of it. */
export function listIn(value: Yaml | undefined): readonly Yaml[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
