import type { Card, CardId, PlainMap, SourceId } from "#shared/model/index.ts";
import { recordsOf } from "#shared/model/index.ts";
import { joinSpaces } from "../building/index.ts";
import { type Data, dataAfter, escapeText } from "./escape.ts";
import { asLabel, isOfText, labelOfText } from "./labels.ts";

/** What the cards of one map are called and how they are written. */
export class CardWords {
  readonly #labels = new Map<CardId, string>();
  readonly #taken = new Set<string>();
  /** How far the numbers behind a name have come. */
  readonly #counts = new Map<string, number>();
  /** From 1, in the order of the file's list. */
  readonly #sourceNumbers = new Map<SourceId, number>();
  readonly #contraries = new Map<CardId, string[]>();

  constructor(map: PlainMap) {
    for (const card of recordsOf(map, "card")) this.#labels.set(card.id, this.freeLabel(labelFor(card)));
    for (const { id } of recordsOf(map, "source")) this.#sourceNumbers.set(id, this.#sourceNumbers.size + 1);
    for (const { kind, members } of recordsOf(map, "conflict")) {
      if (kind !== "contrary") continue;
      const known = this.#contraries.get(members[0]);
      if (known) known.push(this.labelOf(members[1]));
      else this.#contraries.set(members[0], [this.labelOf(members[1])]);
    }
  }

  /** A name that nothing has yet, and takes it. Names that every object has are no names to some readers. */
  freeLabel(wanted: string): string {
    let label = wanted;
    let count = this.#counts.get(wanted) ?? 1;
    for (; this.#taken.has(label) || label in {}; label = `${wanted} (${count})`) count += 1;
    this.#counts.set(wanted, count);
    this.#taken.add(label);
    return label;
  }

  labelOf(id: CardId): string {
    return this.#labels.get(id) ?? "";
  }

  reference(id: CardId): string {
    return `[${this.labelOf(id)}]`;
  }

  /** All that is said of a card, on one line; `stepOf` names the argument that a question arose from. */
  definition(card: Card, stepOf: (id: string) => string | undefined): string {
    const label = this.labelOf(card.id);
    const words = joinSpaces(card.text);
    const tags = card.tags.map((tag) => ({ tag, written: hashTag(tag) }));
    const read = isOfText(label, card.text) ? "" : label;
    const { parent, raisedBy } = card;
    const data: Data = {
      kind: card.kind === "claim" ? undefined : card.kind,
      title: (words === "" ? "" : read) === card.title ? undefined : card.title,
      text: words === card.text && words !== "" && !/[\uFDD0-\uFDD2]/.test(words) ? undefined : card.text,
      granted: card.granted || undefined,
      credence: card.base ?? undefined,
      tags: listed(tags.filter(({ written }) => written === undefined).map(({ tag }) => tag)),
      answers: listed(card.answers.flatMap((id) => this.#labels.get(id) ?? [])),
      partOf: parent === null ? undefined : this.#labels.get(parent),
      raisedBy: raisedBy?.type === "card" ? this.#labels.get(raisedBy.id) : undefined,
      raisedByStep: raisedBy?.type === "argument" ? stepOf(raisedBy.id) : undefined,
      contraries: listed(this.#contraries.get(card.id) ?? []),
      cites: listed(this.#citations(card)),
    };
    const said = words === "" ? `[${label}]` : `[${label}]: ${escapeText(words)}`;
    return [said, ...tags.flatMap(({ written }) => written ?? [])].join(" ") + dataAfter(data);
  }

  #citations({ citations }: Card): readonly Data[] {
    return citations.flatMap((citation) => {
      const source = this.#sourceNumbers.get(citation.source);
      const { quote, prefix, suffix, locator, attributedTo, start, end, relevance, via } = citation;
      return source === undefined
        ? []
        : {
            source,
            quote: quote || undefined,
            prefix: prefix || undefined,
            suffix: suffix || undefined,
            start: start ?? undefined,
            end: end ?? undefined,
            locator: locator || undefined,
            relevance: relevance ?? undefined,
            via: via ?? undefined,
            attributedTo: attributedTo || undefined,
          };
    });
  }
}

function labelFor({ title, text }: Card): string {
  return (title === "" ? labelOfText(text) : asLabel(title)) || "Untitled";
}

/** A tag as Argdown has them; undefined where its signs would not stand. */
function hashTag(tag: string): string | undefined {
  if (/^[\w\-\u00C0-\uD7FF]+$/.test(tag)) return `#${tag}`;
  return /^[\w\p{L}\p{N}'&+.,!?-][\w\p{L}\p{N} '&+.,!?-]*$/u.test(tag) && tag === joinSpaces(tag)
    ? `#(${tag})`
    : undefined;
}

function listed<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
