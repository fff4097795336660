import {
  type Card,
  type Citation,
  type CitationId,
  type Command,
  type CreateId,
  modelLimits,
  type Rating,
  type SourceId,
} from "#shared/model/index.ts";
import { type DraftFaults, faultsOf, tooLong } from "./draft-fault.ts";
import { newSource, type SourceDraft } from "./source-draft.ts";

/** What a person can say about a citation. */
export type CitationDraft = Readonly<{
  /** Null until a source of the map has been chosen. */
  source: SourceId | null;
  quote: string;
  locator: string;
  relevance: Rating | null;
  attributedTo: string;
  viaTitle: string;
  viaUrl: string;
}>;

export const blankCitation: CitationDraft = {
  source: null,
  quote: "",
  locator: "",
  relevance: null,
  attributedTo: "",
  viaTitle: "",
  viaUrl: "",
};

export function citationDraft(citation: Citation): CitationDraft {
  const { source, quote, locator, relevance, attributedTo, via } = citation;
  return {
    source,
    quote,
    locator,
    relevance,
    attributedTo,
    viaTitle: via?.title ?? "",
    viaUrl: via?.url ?? "",
  };
}

export function checkCitation(draft: CitationDraft): DraftFaults<CitationDraft> {
  const { maxTitleChars, maxQuoteChars, maxUrlChars } = modelLimits;
  return faultsOf<CitationDraft>({
    source: draft.source === null ? { kind: "missing" } : undefined,
    quote: tooLong(draft.quote, maxQuoteChars),
    locator: tooLong(draft.locator, maxTitleChars),
    attributedTo: tooLong(draft.attributedTo, maxTitleChars),
    viaTitle: tooLong(draft.viaTitle, maxTitleChars),
    viaUrl: tooLong(draft.viaUrl, maxUrlChars),
  });
}

export type CiteRequest = Readonly<{
  card: Card;
  /** The citation being edited, as it was last seen; undefined for a new one. */
  before: Citation | undefined;
  draft: CitationDraft;
  /** Written down along with the citation, and cited in place of `draft.source`. */
  source: SourceDraft | null;
  makeEvidence: boolean;
}>;

/**
 * The one command, so the one step of undo, that carries the form out. Undefined where no source is given: the form
 * says so before it asks.
 */
export function citeCommand(
  { card, before, draft, source, makeEvidence }: CiteRequest,
  createId: CreateId,
  createdAt: number,
): Command | undefined {
  const added = source ? newSource(createId<SourceId>(), source, createdAt) : undefined;
  const cited = added?.id ?? draft.source;
  if (cited === null) return undefined;
  const citation = citationOf(before?.id ?? createId<CitationId>(), cited, draft, before);
  return {
    type: "batch",
    commands: [
      ...(added ? [{ type: "addSource", source: added } as const] : []),
      { type: "cite", card: card.id, citation },
      ...(makeEvidence ? [{ type: "retypeCard", id: card.id, kind: "evidence" } as const] : []),
    ],
  };
}

/** A card becomes evidence with its first citation; questions stay what they are. */
export function canBecomeEvidence(card: Card): boolean {
  return card.kind === "claim" && card.citations.length === 0;
}

function citationOf(
  id: CitationId,
  source: SourceId,
  draft: CitationDraft,
  before: Citation | undefined,
): Citation {
  const quote = draft.quote.trim();
  const via = { title: draft.viaTitle.trim(), url: draft.viaUrl.trim() };
  // The place in the text belongs to this very quote of this very source; other words stand elsewhere.
  const isSamePlace = before?.source === source && before.quote === quote;
  const { prefix, suffix, start, end } = isSamePlace ? before : noPlace;
  return {
    id,
    source,
    quote,
    prefix,
    suffix,
    start,
    end,
    locator: draft.locator.trim(),
    relevance: draft.relevance,
    via: via.title === "" && via.url === "" ? null : via,
    attributedTo: draft.attributedTo.trim(),
  };
}

const noPlace = { prefix: "", suffix: "", start: null, end: null };
