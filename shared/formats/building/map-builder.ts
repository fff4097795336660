import { isSameData } from "#shared/lib/same-data.ts";
import {
  type Argument,
  type ArgumentId,
  blankCard,
  blankRecord,
  type Card,
  type CardId,
  type CardKind,
  type Citation,
  type CitationId,
  type ConflictId,
  type ConflictType,
  type CreateId,
  emptyMap,
  type Group,
  type GroupId,
  type MapRecord,
  modelLimits,
  type Point,
  type RecordId,
  type Ref,
  type Source,
  type SourceId,
} from "#shared/model/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import type { Findings, Where } from "./findings.ts";
import { ParentTree } from "./parent-tree.ts";
import { cleanText, cutTo, cutToTitle } from "./words.ts";

/** What a reader says of a card; the words may be of any length and with any line breaks. */
export type GivenCard = Readonly<{ kind: CardKind; text: string }> &
  Partial<Pick<Card, "title" | "granted" | "base" | "color" | "author" | "createdAt" | "group">>;

export type GivenArgument = Pick<Argument, "polarity" | "target"> &
  Readonly<{ premises: readonly CardId[] }> &
  Partial<Pick<Argument, "scheme" | "note" | "base" | "author" | "createdAt">>;

export type GivenSource = Partial<
  Pick<Source, "title" | "creator" | "date" | "url" | "note" | "credibility">
>;

type Edit = Partial<Pick<Card, "title" | "granted" | "base" | "color" | "group">> &
  Readonly<{ kind?: Exclude<CardKind, "question"> }>;

/**
 * Makes a map of what a reader finds, such that it breaks no rule of docs/spec/model.md and no limit: what does not fit
 * is cut or left out, and found fault with. Records are born in the order in which they are made, and none in the
 * future. Each call costs what it names; more records than a map holds make the whole fail.
 */
export class MapBuilder {
  readonly #options: ReadOptions;
  readonly #findings: Findings;
  readonly #records = new Map<RecordId, MapRecord>();
  readonly #positions = new Map<CardId, Point>();
  /** Records whose age the file tells. */
  readonly #dated = new Set<RecordId>();
  readonly #relationsBySaying = new Map<string, ArgumentId | ConflictId>();
  readonly #sourcesByName = new Map<string, SourceId>();
  readonly #parents = new ParentTree();

  readonly #author: string;

  constructor(options: ReadOptions, findings: Findings) {
    this.#options = options;
    this.#author = cutToTitle(cleanText(options.author));
    this.#findings = findings;
  }

  /** How many records there are. */
  get size(): number {
    return this.#records.size;
  }

  /** The record of that id, as it is by now. */
  get(id: RecordId): MapRecord | undefined {
    return this.#records.get(id);
  }

  /** The card of that id, as it is by now. */
  cardOf(id: CardId): Card | undefined {
    const record = this.#records.get(id);
    return record?.type === "card" ? record : undefined;
  }

  /** A new card. */
  card({ kind, text, title = "", base = null, ...given }: GivenCard, where?: Where): CardId {
    const id = this.#createId<CardId>();
    const { granted = false, color = null, group = null } = given;
    this.#put(
      blankCard(id, {
        kind,
        text: this.#fit(text, modelLimits.maxTextChars, where),
        title: cutToTitle(cleanText(title)),
        granted,
        base: inUnitRange(base),
        color,
        group,
        createdAt: this.#ageOf(id, given.createdAt),
        author: this.#authorOf(given.author),
      }),
    );
    return id;
  }

  /** Changes what is said of a card. A question stays one, and nothing else becomes one. */
  edit(id: CardId, { title, base, kind, ...others }: Edit): void {
    const card = this.cardOf(id);
    if (!card) return;
    const values = {
      kind: card.kind === "question" ? card.kind : (kind ?? card.kind),
      title: title === undefined ? card.title : cutToTitle(cleanText(title)),
      base: base === undefined ? card.base : inUnitRange(base),
      granted: others.granted ?? card.granted,
      color: others.color === undefined ? card.color : others.color,
      group: others.group === undefined ? card.group : others.group,
    };
    this.#records.set(id, { ...card, ...values });
  }

  /** Puts a card somewhere. */
  place(id: CardId, [x, y]: Point): void {
    if (Number.isFinite(x) && Number.isFinite(y)) this.#positions.set(id, [bounded(x), bounded(y)]);
  }

  /** Gives a card one more tag. */
  tag(id: CardId, tag: string): void {
    const card = this.cardOf(id);
    const word = cutTo(cleanText(tag).replace(/\s+/gu, " ").trim(), modelLimits.maxTagChars).trim();
    if (!card || word === "" || card.tags.includes(word)) return;
    if (card.tags.length < modelLimits.maxMembers)
      this.#records.set(id, { ...card, tags: [...card.tags, word] });
  }

  /** [I1, I2, I3, I9] An argument from those premises that may stand; the one that is there where it would say the same. */
  argument({ premises, target, ...given }: GivenArgument, where?: Where): ArgumentId | undefined {
    const fit = [...new Set(premises)].filter((id) => this.#isPremise(id, target, where));
    if (fit.length > modelLimits.maxMembers) this.#tooMany(where);
    const kept = fit.slice(0, modelLimits.maxMembers);
    if (kept.length === 0 || !this.#isTarget(target, where)) return undefined;
    const { polarity, scheme = "none" } = given;
    const saying = kept.length === 1 ? `${polarity} ${scheme} ${kept[0]} ${target.id}` : undefined;
    const known = saying === undefined ? undefined : this.#relationsBySaying.get(saying);
    if (known) return known as ArgumentId;
    const id = this.#createId<ArgumentId>();
    if (saying !== undefined) this.#relationsBySaying.set(saying, id);
    this.#put(
      blankRecord("argument", id, {
        polarity,
        scheme,
        target,
        premises: kept,
        note: this.#fit(given.note ?? "", modelLimits.maxNoteChars, where),
        base: inUnitRange(given.base ?? null),
        createdAt: this.#ageOf(id, given.createdAt),
        author: this.#authorOf(given.author),
      }),
    );
    return id;
  }

  /** [I7] A conflict between two claims; the one that is there where they are in one already. */
  conflict(
    a: CardId,
    b: CardId,
    kind: ConflictType = "contrary",
    where?: Where,
    note = "",
  ): ConflictId | undefined {
    const saying = a < b ? `${a}/${b}` : `${b}/${a}`;
    const known = this.#relationsBySaying.get(saying);
    if (known) return known as ConflictId;
    if (a === b) {
      this.#findings.warn("SELF_REFERENCE", "A claim cannot exclude itself; this was left out.", where);
      return undefined;
    }
    if (!this.#isStatement(a, where) || !this.#isStatement(b, where)) return undefined;
    const id = this.#createId<ConflictId>();
    this.#relationsBySaying.set(saying, id);
    this.#put(
      blankRecord("conflict", id, {
        members: [a, b],
        kind,
        note: this.#fit(note, modelLimits.maxNoteChars, where),
        createdAt: this.#ageOf(id, undefined),
        author: this.#author,
      }),
    );
    return id;
  }

  /** [I8] The claim answers the question. */
  answer(claim: CardId, question: CardId): void {
    const card = this.cardOf(claim);
    if (!card || card.kind === "question" || this.cardOf(question)?.kind !== "question") return;
    if (card.answers.includes(question) || card.answers.length >= modelLimits.maxMembers) return;
    this.#records.set(claim, { ...card, answers: [...card.answers, question] });
  }

  /** [I8] The question is part of another: the first one named, and never of itself. */
  part(question: CardId, of: CardId): void {
    const card = this.cardOf(question);
    if (card?.kind !== "question" || this.cardOf(of)?.kind !== "question") return;
    if (this.#parents.join(question, of)) this.#records.set(question, { ...card, parent: of });
  }

  /** The card or step that gave rise to a question. */
  raise(question: CardId, by: Ref): void {
    const card = this.cardOf(question);
    if (card?.kind !== "question" || card.id === by.id || this.#records.get(by.id)?.type !== by.type) return;
    this.#records.set(question, { ...card, raisedBy: by });
  }

  /** The source of that name (its address or else its title), whatever else was said of it first. */
  source(given: GivenSource, name?: string): SourceId {
    const url =
      given.url !== undefined && given.url.length <= modelLimits.maxUrlChars ? cleanText(given.url) : "";
    // Where nothing else names a source, its address does.
    const title = cutToTitle(cleanText(given.title || (name === undefined ? given.url : "") || ""));
    const key = name ?? (url || title.toLowerCase());
    const known = this.#sourcesByName.get(key);
    if (known) return known;
    const id = this.#createId<SourceId>();
    this.#sourcesByName.set(key, id);
    this.#put(
      blankRecord("source", id, {
        title,
        url,
        creator: cutToTitle(cleanText(given.creator ?? "")),
        date: cutToTitle(cleanText(given.date ?? "")),
        note: this.#fit(given.note ?? "", modelLimits.maxNoteChars),
        credibility: given.credibility ?? null,
        createdAt: this.#ageOf(id, undefined),
      }),
    );
    return id;
  }

  /** A card cites a source; each place of it once. */
  cite(id: CardId, source: SourceId, given: Partial<Omit<Citation, "id" | "source">> = {}): void {
    const card = this.cardOf(id);
    if (!card || card.citations.length >= modelLimits.maxMembers) return;
    const quoted = (words = ""): string => this.#fit(words, modelLimits.maxQuoteChars);
    const citation: Citation = {
      start: null,
      end: null,
      relevance: null,
      via: null,
      ...given,
      quote: quoted(given.quote),
      prefix: quoted(given.prefix),
      suffix: quoted(given.suffix),
      locator: cutToTitle(cleanText(given.locator ?? "")),
      attributedTo: cutToTitle(cleanText(given.attributedTo ?? "")),
      id: this.#createId<CitationId>(),
      source,
    };
    if (card.citations.some((other) => isSameData({ ...other, id: citation.id }, citation))) return;
    this.#records.set(id, { ...card, citations: [...card.citations, citation] });
  }

  /** A new group; cards are put into it by `edit`. */
  group(title: string, given: Partial<Pick<Group, "color">> = {}): GroupId {
    const id = this.#createId<GroupId>();
    const createdAt = this.#ageOf(id, undefined);
    this.#put(blankRecord("group", id, { title: cutToTitle(cleanText(title)), createdAt, ...given }));
    return id;
  }

  /** What has been made, called `title`; nothing where the reader has failed. */
  finish(title: string): ReadResult {
    const count = this.#records.size;
    if (count > modelLimits.maxRecords) {
      const message = `A map holds ${modelLimits.maxRecords} things; this file has more. Take it in parts.`;
      this.#findings.fail("TOO_LARGE", message);
    }
    const diagnostics = this.#findings.diagnostics();
    if (this.#findings.hasFailed) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics };
    const { now } = this.#options;
    let index = 0;
    for (const [id, record] of this.#records) {
      const createdAt = Math.max(0, now - count + index);
      // In place, since nobody else has seen these objects yet.
      if (!this.#dated.has(id)) Object.assign(record, { createdAt });
      index += 1;
    }
    const meta = { title: cutToTitle(cleanText(title)), createdAt: now };
    return { map: { meta, records: this.#records, positions: this.#positions }, diagnostics };
  }

  #createId<Id extends RecordId | CitationId>(): Id {
    const createId: CreateId = this.#options.createId;
    return createId<Id>();
  }

  #authorOf(given: string | undefined): string {
    return given === undefined ? this.#author : cutToTitle(cleanText(given));
  }

  /** What exceeds the limit makes all fail in the end and is not kept. */
  #put(record: MapRecord): void {
    if (this.#records.size <= modelLimits.maxRecords) this.#records.set(record.id, record);
  }

  #ageOf(id: RecordId, given: number | undefined): number {
    if (given === undefined || !Number.isSafeInteger(given) || given < 0) return 0;
    this.#dated.add(id);
    return given;
  }

  #fit(words: string, maxChars: number, where?: Where): string {
    const text = cleanText(words);
    if (text.length <= maxChars) return text;
    const message = `There is room for ${maxChars} characters here; the rest was left out.`;
    this.#findings.warn("TEXT_TOO_LONG", message, where);
    return cutTo(text, maxChars);
  }

  #isPremise(id: CardId, target: Ref, where?: Where): boolean {
    if (id !== target.id) return this.#isStatement(id, where);
    this.#findings.warn(
      "SELF_REFERENCE",
      "A claim is no reason for or against itself; this was left out.",
      where,
    );
    return false;
  }

  #isTarget(target: Ref, where?: Where): boolean {
    if (target.type === "card") return this.#isStatement(target.id, where);
    return this.#records.get(target.id)?.type === "argument";
  }

  #isStatement(id: CardId, where?: Where): boolean {
    const card = this.cardOf(id);
    if (card && card.kind !== "question") return true;
    if (card)
      this.#findings.warn(
        "QUESTION_IN_ARGUMENT",
        "A question cannot be argued with; this was left out.",
        where,
      );
    return false;
  }

  #tooMany(where?: Where): void {
    const message = `An argument has at most ${modelLimits.maxMembers} premises; the others were left out.`;
    this.#findings.warn("TOO_MANY_PREMISES", message, where);
  }
}

function inUnitRange(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.min(1, Math.max(0, value));
}

function bounded(value: number): number {
  return Math.min(modelLimits.maxCoordinate, Math.max(-modelLimits.maxCoordinate, value));
}
