import { modelLimits } from "#shared/model/index.ts";
import type { AifGraph, AifNode } from "./aif-graph.ts";
import { isAnalysing, isPureQuestioning } from "./aif-schemes.ts";
import type { Passage } from "./passages.ts";

/** Who said what, from which a claim was taken. */
export type Quote = Readonly<{ speaker: string; words: string; start: string; passage: Passage | undefined }>;

/** What the illocutions that lead to a claim come to. */
export type Anchoring = Readonly<{
  quotes: readonly Quote[];
  /** It was asked, and nobody asserted it. */
  isAsked: boolean;
}>;

const maxSpeakerChars = 100;
/** A claim that was said more often is quoted this often. */
const maxQuotes = 100;
/** More of a locution is never quoted. */
const maxLocutionChars = maxSpeakerChars + modelLimits.maxQuoteChars + 1;

/**
 * Folds the locutions and illocutions before a claim into who said it and how. What only analysts said is passed over.
 * There is room for so many quotations: where everything hangs on everything, that ends the work.
 */
export function anchoringOf(claim: AifNode, graph: AifGraph, room: number): Anchoring {
  const quotes: Quote[] = [];
  let asked = 0;
  let others = 0;
  for (const id of graph.ins.get(claim.id) ?? []) {
    const act = graph.nodes.get(id);
    if (act?.type !== "YA" || isAnalysing(act.scheme, act.schemeId)) continue;
    if (isPureQuestioning(act.scheme, act.schemeId)) asked += 1;
    else others += 1;
    for (const from of graph.ins.get(act.id) ?? []) {
      if (quotes.length >= Math.min(room, maxQuotes)) break;
      for (const locution of locutionsAt(from, graph)) quotes.push(quoteOf(locution, graph));
    }
  }
  return { quotes, isAsked: asked > 0 && others === 0 };
}

/** An illocution hangs on what was said, or on the transition that led to it. */
function locutionsAt(id: string, graph: AifGraph): readonly AifNode[] {
  const type = graph.nodes.get(id)?.type;
  const ids = type === "L" ? [id] : type === "TA" ? (graph.outs.get(id) ?? []).slice(0, maxQuotes) : [];
  return ids.flatMap((at) => {
    const node = graph.nodes.get(at);
    return node?.type === "L" ? [node] : [];
  });
}

function quoteOf(locution: AifNode, graph: AifGraph): Quote {
  const known = graph.locutions.get(locution.id);
  const passage = graph.passages.get(locution.id);
  const said = split(locution.text.slice(0, maxLocutionChars), known?.speaker ?? "");
  return {
    speaker: said.speaker || (known?.speaker ?? ""),
    words: passage?.words || said.words,
    start: known?.start ?? "",
    passage,
  };
}

/** Locutions read "Ada: it rains", "Ada : it rains", or, in older sets, "Ada says 'it rains'". */
function split(text: string, speaker: string): Readonly<{ speaker: string; words: string }> {
  if (speaker !== "" && text.startsWith(speaker)) {
    const rest = text.slice(speaker.length).trimStart();
    if (rest.startsWith(":")) return { speaker, words: rest.slice(1).trim() };
  }
  const says = text.indexOf(" says ");
  const spoken = says === -1 ? "" : text.slice(says + 6).trim();
  if (says > 0 && says <= maxSpeakerChars && /^['"‘“][\s\S]*['"’”]$/u.test(spoken)) {
    return { speaker: text.slice(0, says).trim(), words: spoken.slice(1, -1).trim() };
  }
  const colon = text.slice(0, maxSpeakerChars).search(/\s*:\s/u);
  if (colon <= 0) return { speaker: "", words: text.trim() };
  return { speaker: text.slice(0, colon).trim(), words: text.slice(text.indexOf(":", colon) + 1).trim() };
}
