import {
  type Argument,
  type ArgumentId,
  blankCard,
  blankRecord,
  type Card,
  type CardId,
  type CardKind,
  type CitationId,
  type ConflictId,
  type ConflictType,
  type CreateId,
  emptyMap,
  type GroupId,
  type MapRecord,
  modelLimits,
  type Point,
  type RecordId,
  type Ref,
  type SourceId,
} from "#shared/model/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import type { Findings, Where } from "./findings.ts";
import { Fitting } from "./fitting.ts";
import { ParentTree } from "./parent-tree.ts";
import { RelationRules } from "./relation-rules.ts";
import { type GivenCitation, type GivenSource, SourceShelf } from "./source-shelf.ts";
import { cleanText, cutToTitle } from "./words.ts";

/** What a reader says of a card; the words may be of any length and with any line breaks. */
export type GivenCard = Readonly<{ kind: CardKind; text: string }> &
  Partial<Pick<Card, "title" | "granted" | "base" | "color" | "author" | "createdAt" | "group">>;

export type GivenArgument = Pick<Argument, "polarity" | "target"> &
  Readonly<{ premises: readonly CardId[] }> &
  Partial<Pick<Argument, "scheme" | "note" | "base" | "author" | "createdAt">>;

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
  /** Where cards stand in the file: faults that a caller gives no place of are told there. */
  readonly #places = new Map<RecordId, Where>();
  readonly #parents = new ParentTree();
  readonly #fitting: Fitting;
  readonly #sources: SourceShelf;
  readonly #rules: RelationRules;
  readonly #author: string;

  constructor(options: ReadOptions, findings: Findings) {
    this.#options = options;
    this.#findings = findings;
    this.#fitting = new Fitting(findings);
    this.#sources = new SourceShelf(options.createId, this.#fitting);
    this.#rules = new RelationRules(this.#records, findings);
    this.#author = cutToTitle(cleanText(options.author));
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
    if (where) this.#places.set(id, where);
    const { granted = false, color = null, group = null } = given;
    this.#put(
      blankCard(id, {
        kind,
        text: this.#fitting.text(text, modelLimits.maxTextChars, where),
        title: this.#fitting.title(title, where),
        granted,
        base: this.#fitting.share(base, where),
        color,
        group,
        createdAt: this.#ageOf(id, given.createdAt),
        author: this.#authorOf(given.author, where),
      }),
    );
    return id;
  }

  /** Puts a card somewhere. */
  place(id: CardId, at: Point): void {
    const place = this.#fitting.place(at, this.#places.get(id));
    if (place) this.#positions.set(id, place);
  }

  /** Gives a card one more tag. */
  tag(id: CardId, tag: string): void {
    const card = this.cardOf(id);
    const where = this.#places.get(id);
    const word = this.#fitting.tag(tag, where);
    if (!card || word === "" || card.tags.includes(word)) return;
    if (this.#fitting.hasRoom(card.tags.length, "tags", where))
      this.#records.set(id, { ...card, tags: [...card.tags, word] });
  }

  /** [I1, I2, I3, I9] An argument from those premises that may stand; the one that is there where it would say the same. */
  argument({ premises, target, ...given }: GivenArgument, where?: Where): ArgumentId | undefined {
    const kept = this.#rules.premisesFor(target, premises, where);
    if (kept.length === 0 || !this.#rules.isTarget(target, where)) return undefined;
    const { polarity, scheme = "none" } = given;
    const saying = kept.length === 1 ? `${polarity} ${scheme} ${kept[0]} ${target.id}` : undefined;
    const known = saying === undefined ? undefined : this.#relationsBySaying.get(saying);
    if (known) {
      this.#saidAgain(known, given.note, where);
      return known as ArgumentId;
    }
    const id = this.#createId<ArgumentId>();
    if (saying !== undefined) this.#relationsBySaying.set(saying, id);
    this.#put(
      blankRecord("argument", id, {
        polarity,
        scheme,
        target,
        premises: kept,
        note: this.#fitting.text(given.note ?? "", modelLimits.maxNoteChars, where),
        base: this.#fitting.share(given.base ?? null, where),
        createdAt: this.#ageOf(id, given.createdAt),
        author: this.#authorOf(given.author, where),
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
    if (known) {
      this.#saidAgain(known, note, where);
      return known as ConflictId;
    }
    if (a === b) {
      this.#findings.warn("SELF_REFERENCE", "A claim cannot exclude itself; this was left out.", where);
      return undefined;
    }
    if (!this.#rules.isStatement(a, where) || !this.#rules.isStatement(b, where)) return undefined;
    const id = this.#createId<ConflictId>();
    this.#relationsBySaying.set(saying, id);
    this.#put(
      blankRecord("conflict", id, {
        members: [a, b],
        kind,
        note: this.#fitting.text(note, modelLimits.maxNoteChars, where),
        createdAt: this.#ageOf(id, undefined),
        author: this.#author,
      }),
    );
    return id;
  }

  /** [I8] The claim answers the question. */
  answer(claim: CardId, question: CardId, where: Where | undefined = this.#places.get(claim)): void {
    const card = this.cardOf(claim);
    if (!card || card.kind === "question" || this.cardOf(question)?.kind !== "question") {
      this.#findings.warn(
        "NOT_AN_ANSWER",
        "Only claims and evidence answer, and only questions; this was left out.",
        where,
      );
      return;
    }
    if (
      card.answers.includes(question) ||
      !this.#fitting.hasRoom(card.answers.length, "questions that it answers", where)
    )
      return;
    this.#records.set(claim, { ...card, answers: [...card.answers, question] });
  }

  /** [I8] The question is part of another: the first one named, and never of itself. */
  part(question: CardId, of: CardId, where: Where | undefined = this.#places.get(question)): void {
    const card = this.cardOf(question);
    if (card?.kind !== "question" || this.cardOf(of)?.kind !== "question")
      this.#findings.warn(
        "NOT_A_PART",
        "Only questions are parts, and only of questions; this was left out.",
        where,
      );
    else if (this.#parents.join(question, of)) this.#records.set(question, { ...card, parent: of });
    else if (card.parent !== of)
      this.#findings.warn(
        "SECOND_WHOLE",
        "A question is part of one other, and not of itself; this was left out.",
        where,
      );
  }

  /** The card or step that gave rise to a question. */
  raise(question: CardId, by: Ref, where: Where | undefined = this.#places.get(question)): void {
    const card = this.cardOf(question);
    if (card?.kind !== "question" || card.id === by.id || this.#records.get(by.id)?.type !== by.type) {
      this.#findings.warn(
        "NOT_RAISED",
        "Only questions are raised, and by something else; this was left out.",
        where,
      );
      return;
    }
    if (card.raisedBy && card.raisedBy.id !== by.id)
      this.#findings.warn(
        "RAISED_TWICE",
        "A question is raised by one thing; what was named before was left out.",
        where,
      );
    this.#records.set(question, { ...card, raisedBy: by });
  }

  /** The source of that name (its address or else its title), whatever else was said of it first. */
  source(given: GivenSource, name?: string, where?: Where): SourceId {
    const { id, made } = this.#sources.take(given, name, where);
    if (made) this.#put(made);
    return id;
  }

  /** A card cites a source; each place of it once. */
  cite(id: CardId, source: SourceId, given: GivenCitation = {}): void {
    const card = this.cardOf(id);
    const citations = card && this.#sources.citing(card, source, given, this.#places.get(id));
    if (citations) this.#records.set(id, { ...card, citations });
  }

  /** A new group, for cards that are made after it. */
  group(title: string, where?: Where): GroupId {
    const id = this.#createId<GroupId>();
    const createdAt = this.#ageOf(id, undefined);
    this.#put(blankRecord("group", id, { title: this.#fitting.title(title, where), createdAt }));
    return id;
  }

  /** What has been made, called `title`; nothing where the reader has failed. */
  finish(title: string): ReadResult {
    const count = this.#records.size;
    if (count > modelLimits.maxRecords) {
      const message = `A map holds ${modelLimits.maxRecords} things; this file has more. Take it in parts.`;
      this.#findings.fail("TOO_LARGE", message);
    }
    const meta = { title: this.#fitting.title(title), createdAt: this.#options.now };
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
    return { map: { meta, records: this.#records, positions: this.#positions }, diagnostics };
  }

  #createId<Id extends RecordId | CitationId>(): Id {
    const createId: CreateId = this.#options.createId;
    return createId<Id>();
  }

  #authorOf(given: string | undefined, where?: Where): string {
    return given === undefined ? this.#author : this.#fitting.title(given, where);
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

  /** What is said twice stands once, with what was noted first. */
  #saidAgain(known: RecordId, note: string | undefined, where?: Where): void {
    const record = this.#records.get(known);
    if (note && record && "note" in record && record.note !== note)
      this.#findings.warn(
        "SECOND_NOTE",
        "This was said before; what is noted of it here was left out.",
        where,
      );
  }
}
