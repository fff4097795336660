import {
  type Argument,
  type ArgumentId,
  argumentRef,
  blankCard,
  blankRecord,
  type Card,
  type CardId,
  type CreateId,
  cardRef,
  type MapRecord,
  modelLimits,
  type PlainMap,
  type RecordId,
  type Ref,
} from "#shared/model/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { type Bearing, type Label, readLabel } from "./cues.ts";
import type { InlineLink } from "./inline-text.ts";
import { type Said, saidBy } from "./item-text.ts";
import { nameOf } from "./item-words.ts";
import { maxOutlineDepth, type OutlineItem } from "./outline-items.ts";
import { cutToTitle, SourceList } from "./source-list.ts";

type BuilderOptions = Readonly<{
  createId: CreateId;
  now: number;
  author: string;
  under?: Pick<Card, "id" | "kind"> | undefined;
  notes?: ReadonlyMap<number, InlineLink> | undefined;
}>;

/** More would help nobody. */
const maxDiagnostics = 100;

/** What an item came to: a card (its own or one it names), or a heading over its children that is no card. */
type Place = {
  /** The item whose card it speaks to; -1 for none. */
  readonly under: number;
  /** What its children are said to be; there only where it is no card. */
  readonly label: Label | null;
  readonly said: Said | null;
  card: CardId | null;
  /** The argument by which it speaks to what it stands under. */
  step: ArgumentId | null;
};

/** An item and what it speaks to. */
type Spoken = Readonly<{
  item: OutlineItem;
  index: number;
  said: Said;
  target: Pick<Card, "id" | "kind">;
  /** The argument by which what it speaks to speaks itself. */
  stepAbove: ArgumentId | null;
}>;

const unlabelled: Label = { polarity: null, kind: null };

/** Makes cards and arguments of items: first all cards, then what joins them, since an item may name a later one. */
export class OutlineBuilder {
  readonly #items: readonly OutlineItem[];
  readonly #options: BuilderOptions;
  readonly #records = new Map<RecordId, MapRecord>();
  readonly #sources: SourceList;
  readonly #places: Place[] = [];
  readonly #cardsByText = new Map<string, CardId>();
  readonly #stepsBySaying = new Map<string, ArgumentId>();
  readonly #diagnostics: Diagnostic[] = [];
  #more = 0;
  /** A minus speaks only beside a plus; alone it is a bullet. */
  readonly #hasPlus: boolean;
  #longLine: number | undefined;

  constructor(items: readonly OutlineItem[], options: BuilderOptions) {
    this.#items = items;
    this.#options = options;
    this.#hasPlus = items.some(({ sign }) => sign === "+");
    this.#sources = new SourceList(options.createId, options.now);
  }

  /** `longLine` is where a text begins that no card holds. */
  build(): Readonly<{ map: PlainMap; diagnostics: readonly Diagnostic[]; longLine: number | undefined }> {
    /** The last item under each that is no label. */
    const before = new Map<number, number>();
    this.#items.forEach((item, index) => {
      const place = this.#placeOf(item, index, before.get(item.parent) ?? -1);
      this.#places.push(place);
      if (!place.label) before.set(item.parent, index);
    });
    const lastSteps = new Map<number, ArgumentId | null>();
    this.#items.forEach((item, index) => {
      const place = this.#places[index];
      if (!place?.said) return;
      this.#join(place, item, index, lastSteps.get(item.parent) ?? null);
      lastSteps.set(item.parent, place.step);
    });
    for (const source of this.#sources.sources) this.#records.set(source.id, source);
    if (this.#items.some(({ depth }) => depth === maxOutlineDepth)) {
      this.#note(
        "OUTLINE_TOO_DEEP",
        `What is nested more than ${maxOutlineDepth} deep stands at that depth.`,
      );
    }
    const meta = { title: this.#title(), createdAt: this.#options.now };
    const map: PlainMap = { meta, records: this.#records, positions: new Map() };
    return { map, diagnostics: this.#told(), longLine: this.#longLine };
  }

  #placeOf(item: OutlineItem, index: number, before: number): Place {
    const parent = this.#places[item.parent];
    const under = parent?.label ? parent.under : item.parent;
    const label = this.#labelOf(item, under, before);
    if (label) return { ...label, said: null, card: null, step: null };
    const kind = parent?.label?.kind ?? undefined;
    const said = saidBy(item, this.#isStatement(under), kind);
    if (said.text.length > modelLimits.maxTextChars) this.#longLine ??= item.line;
    const card = said.cues.isReference ? null : this.#addCard(said, index);
    return { under, label: null, said, card, step: null };
  }

  /** A heading over reasons speaks to the statement it stands under, or else to the one before it. */
  #labelOf(
    item: OutlineItem,
    under: number,
    before: number,
  ): Readonly<{ label: Label; under: number }> | undefined {
    const words = item.lines.join(" ").trim();
    if (words === "") return { label: unlabelled, under };
    if (item.childCount === 0 || item.isPlain) return undefined;
    const { text, cues } = saidBy(item, false);
    const label = cues.kind === null ? readLabel(text) : undefined;
    const target = [under, before].find((other) => this.#isStatement(other));
    return label && target !== undefined ? { label, under: target } : undefined;
  }

  #isStatement(index: number): boolean {
    const { under } = this.#options;
    const kind = index === -1 ? under?.kind : this.#places[index]?.said?.kind;
    return kind !== undefined && kind !== "question";
  }

  #addCard(said: Said, index: number): CardId {
    const id = this.#options.createId<CardId>();
    const noted = said.notes.flatMap((number) => this.#options.notes?.get(number) ?? []);
    const citations = this.#sources.cite([...said.sources, ...noted]);
    const { text, kind } = said;
    const card = blankCard(id, {
      kind,
      text,
      citations,
      author: this.#options.author,
      createdAt: this.#age(index),
    });
    this.#records.set(id, card);
    const name = nameOf(text);
    if (!this.#cardsByText.has(name)) this.#cardsByText.set(name, id);
    return id;
  }

  /** In the order of the lines, and none of it in the future. */
  #age(index: number): number {
    return Math.max(0, this.#options.now - this.#items.length + index);
  }

  #join(place: Place, item: OutlineItem, index: number, stepBefore: ArgumentId | null): void {
    const { said } = place;
    if (!said) return;
    place.card ??= this.#named(said, item, index);
    const card = this.#cardOf(place.card);
    const over = this.#places[place.under];
    const target = place.under === -1 ? this.#options.under : this.#cardOf(over?.card ?? null);
    if (!card || !target) return;
    const spoken: Spoken = { item, index, said, stepAbove: over?.step ?? null, target };
    if (card.kind === "question") this.#ask(card, spoken);
    else if (target.kind !== "question") place.step = this.#argue(card, spoken, stepBefore);
    else if (!card.answers.includes(target.id)) {
      this.#put({ ...card, answers: [...card.answers, target.id] });
    }
  }

  #ask(card: Card, spoken: Spoken): void {
    const { item, said, target } = spoken;
    if (said.cues.isReference) {
      this.#note("OUTLINE_REPEATED_QUESTION", "A question stands in one place.", item.line);
    } else if (target.kind === "question") this.#put({ ...card, parent: target.id });
    else this.#put({ ...card, raisedBy: this.#aimOf(spoken, this.#bearingOf(spoken)) });
  }

  /** The step by which the card speaks: one that it joins, or one of its own. */
  #argue(card: Card, spoken: Spoken, stepBefore: ArgumentId | null): ArgumentId | null {
    const { item, index, said, stepAbove } = spoken;
    // Set in below the premise it goes with, or level with it.
    const isLinked = said.cues.isLinked || item.sign === "&";
    const joined = isLinked ? this.#link(stepBefore ?? stepAbove, card) : null;
    if (joined) return joined;
    const bearing = this.#bearingOf(spoken);
    const aim = this.#aimOf(spoken, bearing);
    if (aim.id !== card.id) return this.#step(card, bearing, aim, index);
    this.#note("OUTLINE_SELF", "A card is no reason for itself; this line was left out.", item.line);
    return null;
  }

  /** The card that an item names, or a new one of that text. */
  #named(said: Said, item: OutlineItem, index: number): CardId {
    const known = this.#cardsByText.get(nameOf(said.text));
    if (known) return known;
    this.#note("OUTLINE_NOT_FOUND", "No other line has this text, so it became a card.", item.line);
    return this.#addCard(said, index);
  }

  #bearingOf({ said, item }: Spoken): Bearing {
    if (said.cues.bearing) return said.cues.bearing;
    const label = this.#places[item.parent]?.label;
    const isMinus = item.sign === "−" || (item.sign === "-" && this.#hasPlus);
    if (item.sign === "~") return { polarity: "oppose", isAboutStep: true };
    if (item.sign === "+" || isMinus) return { polarity: isMinus ? "oppose" : "support", isAboutStep: false };
    return { polarity: label?.polarity ?? "support", isAboutStep: false };
  }

  #aimOf({ stepAbove, target, item }: Spoken, { isAboutStep }: Bearing): Ref {
    if (isAboutStep && stepAbove) return argumentRef(stepAbove);
    if (isAboutStep) {
      this.#note("OUTLINE_NO_STEP", "There is no step above this line, so it is about the card.", item.line);
    }
    return cardRef(target.id);
  }

  /** The card works together with the premises of the step before it, where that may be. */
  #link(step: ArgumentId | null, card: Card): ArgumentId | null {
    const argument = step && this.#records.get(step);
    if (argument?.type !== "argument" || argument.target.id === card.id) return null;
    if (argument.premises.includes(card.id)) return argument.id;
    if (argument.premises.length >= modelLimits.maxMembers) return null;
    // The first premise alone has not been said, then.
    this.#stepsBySaying.delete(sayingOf(argument));
    this.#put({ ...argument, premises: [...argument.premises, card.id] });
    return argument.id;
  }

  /** [I9] What is said twice is one step. */
  #step(card: Card, { polarity }: Bearing, target: Ref, index: number): ArgumentId {
    const saying = sayingOf({ polarity, premises: [card.id], target });
    const known = this.#stepsBySaying.get(saying);
    if (known) return known;
    const id = this.#options.createId<ArgumentId>();
    this.#stepsBySaying.set(saying, id);
    this.#put(
      blankRecord("argument", id, {
        polarity,
        premises: [card.id],
        target,
        author: this.#options.author,
        createdAt: this.#age(index),
      }),
    );
    return id;
  }

  #put(record: Card | Argument): void {
    this.#records.set(record.id, record);
  }

  #cardOf(id: CardId | null): Card | undefined {
    const record = id && this.#records.get(id);
    return record?.type === "card" ? record : undefined;
  }

  /** Where all stands under one card, the map is called after it. */
  #title(): string {
    const roots = this.#places.filter(({ under, said }) => under === -1 && said);
    return roots.length === 1 ? cutToTitle(roots[0]?.said?.text ?? "") : "";
  }

  #note(code: string, message: string, line?: number): void {
    if (this.#diagnostics.length >= maxDiagnostics) this.#more += 1;
    else
      this.#diagnostics.push({ code, severity: "warning", message, ...(line === undefined ? {} : { line }) });
  }

  #told(): readonly Diagnostic[] {
    if (this.#more === 0) return this.#diagnostics;
    const message = `${this.#more} more remarks like these are left out.`;
    return [...this.#diagnostics, { code: "OUTLINE_MORE", severity: "info", message }];
  }
}

function sayingOf({
  polarity,
  premises,
  target,
}: Pick<Argument, "polarity" | "premises" | "target">): string {
  return `${polarity} ${premises.join(" ")} ${target.id}`;
}
