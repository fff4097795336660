import {
  type ArgumentId,
  argumentRef,
  type CardId,
  cardRef,
  emptyMap,
  modelLimits,
  type Point,
  type Ref,
  type SourceId,
} from "#shared/model/index.ts";
import { Findings, inputFault, MapBuilder } from "../building/index.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { readJson } from "../json/index.ts";
import { type AifGraph, readGraph } from "./aif-graph.ts";
import { schemeOf } from "./aif-schemes.ts";
import { type AifMeaning, type AifStep, interpretGraph } from "./interpret-graph.ts";
import { readOwn } from "./own-block.ts";
import type { Quote } from "./quotes.ts";
import { rephraseNote } from "./rephrase.ts";

/**
 * Reads AIF as AIFdb has it, and xAIF as OVA and its services have it; which it is shows. Never throws. A file of our
 * own comes back whole, as far as its graph still says the same.
 */
export function readAif(text: string, options: ReadOptions): ReadResult {
  const fault = inputFault(text, "AIF");
  if (fault) return { map: emptyMap({ title: "", createdAt: 0 }), diagnostics: [fault] };
  const findings = new Findings("AIF");
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    // What is no JSON for us is none for our own format either, which knows how to say where.
    return readJson(text);
  }
  const graph = readGraph(file, findings);
  if (!graph) return new MapBuilder(options, findings).finish("");
  const own = graph.own && readOwn(graph, graph.own, options);
  if (own) return own;
  if (graph.own) {
    const message =
      "The part of this file that only Counterpoint reads is damaged; the graph alone was read.";
    findings.warn("OWN_PART", message, { path: "counterpoint" });
  }
  return new AifBuilder(graph, options, findings).read(interpretGraph(graph, findings));
}

/** Makes a map of what a graph of others says. */
class AifBuilder {
  readonly #graph: AifGraph;
  readonly #findings: Findings;
  readonly #builder: MapBuilder;
  readonly #cards = new Map<string, CardId>();
  readonly #steps = new Map<string, ArgumentId>();
  readonly #isLaidOut: boolean;

  constructor(graph: AifGraph, options: ReadOptions, findings: Findings) {
    this.#graph = graph;
    this.#isLaidOut = !isOneSpot([...graph.places.values()]);
    this.#findings = findings;
    this.#builder = new MapBuilder(options, findings);
  }

  read({ claims, steps, conflicts }: AifMeaning): ReadResult {
    // One more than a map holds, so that the builder says so.
    for (const { node, isQuestion, quotes } of claims.slice(0, modelLimits.maxRecords + 1)) {
      const kind = isQuestion ? "question" : "claim";
      const card = this.#builder.card({ kind, text: node.text.trim() }, { path: node.path });
      this.#cards.set(node.id, card);
      const place = this.#graph.places.get(node.id);
      if (place && this.#isLaidOut) this.#builder.place(card, place);
      for (const quote of quotes) {
        // Whose words nobody tells are no quotation where they are the claim's own.
        if (quote.speaker !== "" || quote.words !== node.text.trim()) this.#quote(card, quote);
      }
      this.#quotePassage(card, node.id);
    }
    if (claims.length <= modelLimits.maxRecords) this.#argue(steps);
    for (const { members, node } of conflicts) {
      const [a, b] = members.map((id) => this.#cards.get(id));
      if (a && b) this.#builder.conflict(a, b, "contrary", { path: node.path });
    }
    return this.#builder.finish("");
  }

  /** Speakers are sources: a claim cites whoever said it. */
  #quote(card: CardId, { speaker, words, start, passage }: Quote): void {
    if (speaker === "" && words === "") return;
    const source =
      speaker === ""
        ? this.#analysedText(words)
        : this.#builder.source({ title: speaker, creator: speaker }, `speaker ${speaker}`);
    this.#builder.cite(card, source, {
      quote: words,
      attributedTo: speaker,
      locator: start,
      prefix: passage?.before ?? "",
      suffix: passage?.after ?? "",
    });
  }

  /** Without a dialogue OVA marks the claims themselves in the text. */
  #quotePassage(card: CardId, node: string): void {
    const passage = this.#graph.passages.get(node);
    if (!passage) return;
    const { words: quote, before: prefix, after: suffix } = passage;
    this.#builder.cite(card, this.#analysedText(quote), { quote, prefix, suffix });
  }

  #analysedText(words: string): SourceId {
    const { url } = this.#graph;
    return this.#builder.source({ title: url || words, url }, "analysed text");
  }

  /** Steps about claims first, then those about these, and so on: each needs what it is about. */
  #argue(steps: readonly AifStep[]): void {
    const waiting = new Map<string, AifStep[]>();
    const ready: AifStep[] = [];
    for (const step of steps) {
      const others = waiting.get(step.target);
      if (!step.isAboutStep) ready.push(step);
      else if (others) others.push(step);
      else waiting.set(step.target, [step]);
    }
    // What is pushed while this runs comes last.
    for (const step of ready) {
      if (!this.#argueOnce(step)) continue;
      for (const next of waiting.get(step.node.id) ?? []) ready.push(next);
      waiting.delete(step.node.id);
    }
    for (const lost of waiting.values()) {
      for (const { node } of lost) {
        const message = "A step about a step that is not there, or about itself, was left out.";
        this.#findings.warn("NO_STEP", message, { path: node.path });
      }
    }
  }

  #argueOnce({ node, polarity, premises, target, isAboutStep, isRephrase }: AifStep): boolean {
    const where = { path: node.path };
    const aim = this.#refTo(target, isAboutStep);
    const scheme = schemeOf(node.scheme, node.schemeId);
    if (!aim) return false;
    const note = isRephrase ? rephraseNote : scheme === undefined ? `AIF: ${node.scheme}` : "";
    const before = this.#builder.size;
    const made = this.#builder.argument(
      {
        polarity,
        premises: premises.flatMap((id) => this.#cards.get(id) ?? []),
        target: aim,
        scheme: scheme ?? "none",
        note,
      },
      where,
    );
    if (!made) return false;
    if (this.#builder.size === before) {
      this.#findings.remark("REPEATED_STEP", "A step that says what another says stands once.", where);
    }
    if (!this.#steps.has(node.id)) this.#steps.set(node.id, made);
    return true;
  }

  #refTo(node: string, isStep: boolean): Ref | undefined {
    const id = isStep ? this.#steps.get(node) : this.#cards.get(node);
    if (id === undefined) return undefined;
    return isStep ? argumentRef(id as ArgumentId) : cardRef(id as CardId);
  }
}

/** A file in which all lies in one spot has no layout. */
function isOneSpot([first, ...others]: readonly Point[]): boolean {
  return others.length > 0 && others.every(([x, y]) => x === first?.[0] && y === first[1]);
}
