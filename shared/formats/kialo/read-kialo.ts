import { bareAddress } from "#shared/lib/web-address.ts";
import { type CardId, cardRef, emptyMap, modelLimits, type SourceId } from "#shared/model/index.ts";
import { cleanText, cutTo, Findings, inputFault, MapBuilder } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { type ClaimText, readClaimText } from "./claim-text.ts";
import { cutKialo, type KialoEntry, type KialoFile, type KialoSource, parentOf } from "./kialo-lines.ts";

/** Reads the text that Kialo exports, as it is now and as it was until 2019. Never throws. */
export function readKialo(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "KIALO");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("KIALO");
  const builder = new MapBuilder(options, findings);
  const file = cutKialo(cleanText(text), findings);
  if (!file) return builder.finish("");
  new KialoReader(file, builder, findings).read();
  return builder.finish(file.title);
}

/** Kialo links to claims only, never to links; rings and long chains are no text of its own. */
const maxLinks = 20;
/** No claim cites as many; where everything cites everything, this ends the work. */
const maxCitations = 100;

type Claim = Readonly<{ entry: KialoEntry; said: ClaimText }>;

class KialoReader {
  readonly #file: KialoFile;
  readonly #builder: MapBuilder;
  readonly #findings: Findings;
  readonly #claims = new Map<string, Claim>();
  readonly #cards = new Map<KialoEntry, CardId>();
  readonly #sources = new Map<KialoSource, Readonly<{ id: SourceId; quote: string }>>();
  #roomForCitations: number = modelLimits.maxRecords;

  constructor(file: KialoFile, builder: MapBuilder, findings: Findings) {
    this.#file = file;
    this.#builder = builder;
    this.#findings = findings;
  }

  read(): void {
    const { entries } = this.#file;
    const numbers = new Set(entries.map(({ number }) => number));
    const claims = entries.map((entry) => ({ entry, said: readClaimText(entry.lines, this.#file) }));
    for (const claim of claims) {
      const { entry, said } = claim;
      const isLink = said.sameAs !== undefined && said.sameAs !== entry.number && numbers.has(said.sameAs);
      if (!isLink) this.#cards.set(entry, this.#card(claim));
      if (!this.#claims.has(entry.number)) this.#claims.set(entry.number, claim);
      else
        this.#warn(
          "REPEATED_NUMBER",
          "Another claim has this number; what stands below goes to the first.",
          entry,
        );
    }
    for (const entry of entries) this.#join(entry);
    if (this.#roomForCitations <= 0) {
      this.#findings.warn(
        "TOO_MANY_CITATIONS",
        `Only the first ${modelLimits.maxRecords} citations were read.`,
      );
    }
  }

  #card({ entry, said }: Claim): CardId {
    const kind = entry.kind === "Question" || this.#asks(entry) ? "question" : "claim";
    const { discussion } = said;
    const text = discussion ? discussion.title || said.text : said.text;
    const card = this.#builder.card({ kind, text }, placeOf(entry));
    if (said.sameAs !== undefined) {
      this.#warn("NO_TARGET", `The claim ${said.sameAs} that this one repeats is not in the file.`, entry);
    }
    if (discussion) {
      const source = this.#builder.source(
        { title: discussion.title, creator: "Kialo" },
        `discussion ${discussion.number}`,
      );
      this.#builder.cite(card, source, { locator: `#${discussion.number}` });
      const message =
        "This claim points to another discussion, which is not in the file; its title stands here.";
      this.#findings.remark("OTHER_DISCUSSION", message, placeOf(entry));
    }
    const cited = [
      ...said.links.map(({ url }): KialoSource => ({ url, excerpt: [] })),
      ...said.notes.flatMap((note) => this.#file.sources.get(note) ?? []),
    ];
    if (cited.length > maxCitations) {
      this.#warn(
        "TOO_MANY_CITATIONS",
        `A claim cites ${maxCitations} sources at most; the others were left out.`,
        entry,
      );
    }
    for (const source of cited.slice(0, maxCitations)) this.#cite(card, source);
    return card;
  }

  /** In old exports a question is told by the claims below it, which speak neither for nor against. */
  #asks({ number, kind }: KialoEntry): boolean {
    return kind === undefined && number === "1" && this.#hasTheses();
  }

  #hasTheses(): boolean {
    return this.#file.entries.some(({ number, kind }) => kind === undefined && number !== "1");
  }

  #cite(card: CardId, source: KialoSource): void {
    this.#roomForCitations -= 1;
    if (this.#roomForCitations < 0) return;
    const known = this.#sources.get(source) ?? this.#sourceOf(source);
    this.#sources.set(source, known);
    this.#builder.cite(card, known.id, { quote: known.quote });
  }

  #sourceOf({ url, excerpt }: KialoSource): Readonly<{ id: SourceId; quote: string }> {
    const words = excerpt.join("\n").trim();
    const quote = /^["“][\s\S]*["”]$/u.test(words) ? words.slice(1, -1).trim() : words;
    if (quote.length > modelLimits.maxQuoteChars) {
      this.#findings.warn(
        "QUOTE_TOO_LONG",
        `A quotation holds ${modelLimits.maxQuoteChars} characters; the rest was left out.`,
      );
    }
    const id = this.#builder.source({ title: bareAddress(url), url });
    return { id, quote: cutTo(quote, modelLimits.maxQuoteChars) };
  }

  /** The card that a number stands for, through links to links. */
  #cardAt(number: string): CardId | undefined {
    let at = number;
    for (let count = 0; count < maxLinks; count += 1) {
      const claim = this.#claims.get(at);
      const card = claim && this.#cards.get(claim.entry);
      if (card || !claim?.said.sameAs) return card;
      at = claim.said.sameAs;
    }
    return undefined;
  }

  #join(entry: KialoEntry): void {
    const parent = parentOf(entry.number);
    const card = this.#cards.get(entry) ?? this.#cardAt(entry.number);
    if (card === undefined) {
      this.#warn(
        "LINK_RING",
        "A claim that points to others that only point on says nothing; this was left out.",
        entry,
      );
      return;
    }
    if (parent === "") return;
    const target = this.#cardAt(parent);
    if (target === undefined) {
      this.#warn(
        "NO_PARENT",
        `The claim ${parent} that this belongs to is not in the file; it stands alone.`,
        entry,
      );
    } else if (this.#builder.cardOf(target)?.kind === "question") this.#builder.answer(card, target);
    else if (entry.kind === "Pro" || entry.kind === "Con") this.#argue(entry, card, target);
    else
      this.#warn(
        "NEITHER",
        "This speaks neither for nor against what it stands under; it stands alone.",
        entry,
      );
  }

  #argue(entry: KialoEntry, card: CardId, target: CardId): void {
    const before = this.#builder.size;
    const polarity = entry.kind === "Pro" ? "support" : "oppose";
    const given = { polarity, premises: [card], target: cardRef(target) } as const;
    if (this.#builder.argument(given, placeOf(entry)) !== undefined && this.#builder.size === before) {
      this.#findings.remark("REPEATED", "This was said already and stands once.", placeOf(entry));
    }
  }

  #warn(what: string, message: string, entry: KialoEntry): void {
    this.#findings.warn(what, message, placeOf(entry));
  }
}

function placeOf({ line }: KialoEntry): Readonly<{ line: number; column: number }> {
  return { line, column: 1 };
}
