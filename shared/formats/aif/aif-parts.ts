import {
  type Argument,
  type Card,
  type Citation,
  type Conflict,
  type PlainMap,
  type Point,
  type RecordId,
  recordsOf,
  resolveMap,
} from "#shared/model/index.ts";
import { aifSchemeOf, asserting, defaultConflict, defaultRephrase, pureQuestioning } from "./aif-schemes.ts";
import { rephraseNote } from "./rephrase.ts";

/** A node as it is to be written. */
export type PartNode = Readonly<{
  id: string;
  type: "I" | "RA" | "CA" | "MA" | "L" | "YA";
  text: string;
  scheme: string;
  schemeId: string;
  /** Milliseconds since 1970. */
  time: number;
  place: Point | undefined;
}>;

export type PartEdge = Readonly<{ from: string; to: string }>;

/** A quotation, and whose it is; 0 for nobody's. */
export type PartLocution = Readonly<{
  node: string;
  person: number;
  start: string;
  time: number;
  quote: string;
}>;

/** A map taken apart into what AIF has. */
export type AifParts = Readonly<{
  nodes: readonly PartNode[];
  edges: readonly PartEdge[];
  locutions: readonly PartLocution[];
  /** Those quoted; the first has the number 1. */
  people: readonly string[];
  /** Nodes that say nothing that the map's own records do not say. */
  generated: readonly string[];
}>;

/** Takes a map apart: cards are I, steps RA, CA or MA, citations L and YA. No edge leads from I to I, none to nothing. */
export function partsOf(map: PlainMap): AifParts {
  return new Parts(resolveMap(map)).parts();
}

class Parts {
  readonly #map: PlainMap;
  readonly #nodes: PartNode[] = [];
  readonly #edges: PartEdge[] = [];
  readonly #locutions: PartLocution[] = [];
  readonly #people = new Map<string, number>();
  readonly #generated: string[] = [];
  /** Where the nodes lie that others hang on. */
  readonly #places = new Map<string, Point>();
  #count = 0;

  constructor(map: PlainMap) {
    this.#map = map;
    for (const [id, place] of map.positions) this.#places.set(id, place);
  }

  parts(): AifParts {
    const cards = recordsOf(this.#map, "card");
    for (const card of cards) this.#put(card.id, "I", card.text, undefined, card.createdAt);
    for (const argument of recordsOf(this.#map, "argument")) this.#putArgument(argument);
    for (const conflict of recordsOf(this.#map, "conflict")) this.#putConflict(conflict);
    for (const card of cards) {
      if (card.kind === "question") this.#speak(card, card.text, pureQuestioning);
      for (const citation of card.citations) this.#quote(card, citation);
    }
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      locutions: this.#locutions,
      people: [...this.#people.keys()],
      generated: this.#generated,
    };
  }

  #putArgument(argument: Argument): void {
    const { id, premises, target, polarity, createdAt } = argument;
    const place = this.#middleOf([...premises, target.id]);
    if (place) this.#places.set(id, place);
    const isLinkedAttack = polarity === "oppose" && premises.length > 1;
    const [type, scheme] = this.#typeOf(argument);
    this.#put(id, type, scheme.name, scheme, createdAt, place);
    for (const premise of premises) this.#edges.push({ from: premise, to: id });
    if (isLinkedAttack) this.#attackThroughClaim(argument);
    else this.#edges.push({ from: id, to: target.id });
  }

  #typeOf(argument: Argument): readonly ["RA" | "CA" | "MA", Readonly<{ name: string; id: string }>] {
    const { premises, polarity, target, scheme } = argument;
    const isAlone = premises.length === 1;
    // Schemes of inference are none of conflict; ours stands beside the graph.
    if (polarity === "oppose" && isAlone) return ["CA", defaultConflict];
    const isRephrase = argument.note === rephraseNote && scheme === "none" && target.type === "card";
    if (isRephrase && isAlone && polarity === "support") return ["MA", defaultRephrase];
    return ["RA", aifSchemeOf(scheme)];
  }

  /** A conflict has one claim on either side, so what several premises say together becomes a claim that attacks. */
  #attackThroughClaim({ id, target, premises, createdAt }: Argument): void {
    const words = premises.map((premise) => this.#textOf(premise)).join(" + ");
    const place = this.#middleOf([id, target.id]);
    const claim = this.#generate("I", words, undefined, createdAt, place);
    const conflict = this.#generate("CA", defaultConflict.name, defaultConflict, createdAt, place);
    this.#edges.push(
      { from: id, to: claim },
      { from: claim, to: conflict },
      { from: conflict, to: target.id },
    );
  }

  #putConflict({ id, members: [a, b], createdAt }: Conflict): void {
    const place = this.#middleOf([a, b]);
    this.#put(id, "CA", defaultConflict.name, defaultConflict, createdAt, place);
    const back = this.#generate("CA", defaultConflict.name, defaultConflict, createdAt, place);
    this.#edges.push({ from: a, to: id }, { from: id, to: b }, { from: b, to: back }, { from: back, to: a });
  }

  #quote(card: Card, { source: id, quote, attributedTo, locator }: Citation): void {
    const source = this.#map.records.get(id);
    const title = source?.type === "source" ? source.title || source.url || source.creator : "";
    const speaker = attributedTo || title;
    const words = speaker === "" ? quote : `${speaker}: ${quote}`;
    const node = this.#speak(card, words, asserting);
    if (speaker !== "" && !this.#people.has(speaker)) this.#people.set(speaker, this.#people.size + 1);
    const person = this.#people.get(speaker) ?? 0;
    // Of a locator only a time is a start for AIFdb.
    const start = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(locator) ? locator : "";
    this.#locutions.push({ node, person, start, time: card.createdAt, quote });
  }

  #speak(card: Card, words: string, act: Readonly<{ name: string; id: string }>): string {
    const locution = this.#generate("L", words, undefined, card.createdAt);
    const illocution = this.#generate("YA", act.name, act, card.createdAt);
    this.#edges.push({ from: locution, to: illocution }, { from: illocution, to: card.id });
    return locution;
  }

  #generate(
    type: PartNode["type"],
    text: string,
    scheme: Readonly<{ name: string; id: string }> | undefined,
    time: number,
    place?: Point,
  ): string {
    let id: string;
    do {
      this.#count += 1;
      id = `n${this.#count}`;
    } while (this.#map.records.has(id as RecordId));
    this.#generated.push(id);
    this.#put(id, type, text, scheme, time, place);
    return id;
  }

  #put(
    id: string,
    type: PartNode["type"],
    text: string,
    scheme: Readonly<{ name: string; id: string }> | undefined,
    time: number,
    place: Point | undefined = this.#places.get(id),
  ): void {
    this.#nodes.push({ id, type, text, scheme: scheme?.name ?? "", schemeId: scheme?.id ?? "", time, place });
  }

  #textOf(id: RecordId): string {
    const record = this.#map.records.get(id);
    return record?.type === "card" ? record.text : "";
  }

  #middleOf(ids: readonly string[]): Point | undefined {
    const places = ids.flatMap((id) => {
      const place = this.#places.get(id);
      return place ? [place] : [];
    });
    if (places.length === 0) return undefined;
    const sum = (axis: 0 | 1): number => places.reduce((total, place) => total + place[axis], 0);
    return [Math.round(sum(0) / places.length), Math.round(sum(1) / places.length)];
  }
}
