import { expect, test } from "vitest";
import {
  blankCard,
  blankRecord,
  type CardId,
  type Citation,
  type CitationId,
  createIdSource,
  emptyMap,
  plan,
  type SourceId,
  viewOf,
} from "#shared/model/index.ts";
import {
  blankCitation,
  canBecomeEvidence,
  checkCitation,
  citationDraft,
  citeCommand,
} from "./citation-draft.ts";
import { countWords } from "./quote-length.ts";
import { blankSource, checkSource } from "./source-draft.ts";
import { webAddress } from "./web-address.ts";

const sourceId = "source-1" as SourceId;
const claim = blankCard("card-1" as CardId, { kind: "claim", createdAt: 1 });
const anchored: Citation = {
  id: "citation-1" as CitationId,
  source: sourceId,
  quote: "open weights",
  prefix: "they like ",
  suffix: " a lot",
  start: 10,
  end: 22,
  locator: "p. 3",
  relevance: "fair",
  via: { title: "A study", url: "" },
  attributedTo: "A founder",
};

function createId() {
  let made = 0;
  return createIdSource(() => `made-${++made}`);
}

function citationAfter(change: Partial<ReturnType<typeof citationDraft>>): Citation | undefined {
  const draft = { ...citationDraft(anchored), ...change };
  const request = { card: claim, before: anchored, draft, source: null, makeEvidence: false };
  const command = citeCommand(request, createId(), 5);
  const [only] = command?.type === "batch" ? command.commands : [];
  return only?.type === "cite" ? only.citation : undefined;
}

test("an edit that changes nothing gives the same citation", () => {
  expect(citationAfter({})).toEqual(anchored);
});

test("the place in the text is kept with the quote, and let go when the words or the source change", () => {
  expect(citationAfter({ locator: "p. 4", quote: " open weights\n" })).toEqual({
    ...anchored,
    locator: "p. 4",
  });
  const noPlace = { prefix: "", suffix: "", start: null, end: null };
  expect(citationAfter({ quote: "open" })).toEqual({ ...anchored, ...noPlace, quote: "open" });
  expect(citationAfter({ source: "source-2" as SourceId })).toMatchObject({ ...noPlace, source: "source-2" });
});

test("what the source cites is there with a title or an address, and gone without both", () => {
  expect(citationAfter({ viaTitle: " ", viaUrl: "" })?.via).toBeNull();
  expect(citationAfter({ viaTitle: "", viaUrl: "https://example.org" })?.via).toEqual({
    title: "",
    url: "https://example.org",
  });
});

test("a new source, its citation and the card's new kind are one command that the model accepts", () => {
  const request = {
    card: claim,
    before: undefined,
    draft: { ...blankCitation, quote: " word " },
    source: { ...blankSource, title: " A source ", url: "https://example.org" },
    makeEvidence: true,
  };
  const command = citeCommand(request, createId(), 5);
  expect(command).toEqual({
    type: "batch",
    commands: [
      {
        type: "addSource",
        source: blankRecord("source", "made-1" as SourceId, {
          title: "A source",
          url: "https://example.org",
          createdAt: 5,
        }),
      },
      {
        type: "cite",
        card: "card-1",
        citation: expect.objectContaining({ source: "made-1", quote: "word" }),
      },
      { type: "retypeCard", id: "card-1", kind: "evidence" },
    ],
  });
  const view = viewOf({ ...emptyMap({ title: "", createdAt: 1 }), records: new Map([[claim.id, claim]]) });
  expect(command && plan(view, command).ok).toBe(true);
});

test("without a source there is no command", () => {
  const request = { card: claim, before: undefined, draft: blankCitation, source: null, makeEvidence: true };
  expect(citeCommand(request, createId(), 5)).toBeUndefined();
});

test("only a claim without citations can become evidence by its first", () => {
  expect(canBecomeEvidence(claim)).toBe(true);
  expect(canBecomeEvidence({ ...claim, citations: [anchored] })).toBe(false);
  expect(canBecomeEvidence({ ...claim, kind: "evidence" })).toBe(false);
  expect(canBecomeEvidence({ ...claim, kind: "question" })).toBe(false);
});

test("faults name the field and the bound", () => {
  expect(checkCitation(citationDraft(anchored))).toEqual({});
  expect(checkCitation({ ...blankCitation, quote: "x".repeat(2_001) })).toEqual({
    source: { kind: "missing" },
    quote: { kind: "too-long", length: 2_001, max: 2_000 },
  });
  expect(checkSource({ ...blankSource, title: "A source" })).toEqual({});
  expect(checkSource({ ...blankSource, title: " \n", url: "x".repeat(2_001) })).toEqual({
    title: { kind: "missing" },
    url: { kind: "too-long", length: 2_001, max: 2_000 },
  });
});

test.each([
  ["", 0],
  ["one", 1],
  ["Two words, really: three.", 4],
  ["don’t count “marks” – twice", 4],
])("%j has %i words", (text, count) => {
  expect(countWords(text, "en")).toBe(count);
});

test("words are counted where they are written without spaces, too", () => {
  expect(countWords("开源是一种战略", "en")).toBeGreaterThan(2);
});

test.each([
  ["https://example.org/a b", "https://example.org/a%20b"],
  ["HTTP://example.org", "http://example.org/"],
  ["example.org", undefined],
  ["doi:10.1000/182", undefined],
  ["javascript:alert(1)", undefined],
  [" java\nscript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["", undefined],
])("the address %j links to %s", (text, href) => {
  expect(webAddress(text)).toBe(href);
});
